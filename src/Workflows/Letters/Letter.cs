using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using static IndividualPlan.Workflows.Letters.LetterOperation;
using static IndividualPlan.Workflows.Letters.LetterState;

namespace IndividualPlan.Workflows.Letters;

/// <summary>Where a letter stands.</summary>
public enum LetterState
{
    /// <summary>Waits to go out.</summary>
    Queued,

    /// <summary>Posted, or made available and alerted.</summary>
    Sent,

    /// <summary>Held back for good, for example because the person died.</summary>
    Stopped,
}

/// <summary>What can happen to a letter.</summary>
public enum LetterOperation
{
    /// <summary>It went out.</summary>
    Send,

    /// <summary>Hold it back.</summary>
    Stop,
}

/// <summary>The life cycle of a letter: what has gone out cannot be stopped.</summary>
public static class LetterTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<LetterState, LetterOperation> Table { get; } = new(
    [
        new(Send, Queued, Sent),
        new(Stop, Queued, Stopped),
    ]);
}

/// <summary>A letter was asked to take a step that its state does not allow.</summary>
public sealed class LetterTransitionException : TransitionException
{
    internal LetterTransitionException(LetterId id, LetterState from, LetterOperation operation)
        : base("letter", id.Value, from.ToString(), operation.ToString())
    {
    }
}

/// <summary>To whom a letter goes.</summary>
public enum LetterRecipientKind
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>The representative, as far as the authorization covers (FVL § 12).</summary>
    Representative,

    /// <summary>Parent or guardian.</summary>
    Guardian,

    /// <summary>Someone who wrote on the person's behalf without authorization, or a service that notified.</summary>
    Requester,

    /// <summary>A participant.</summary>
    Participant,

    /// <summary>The body that hears appeals.</summary>
    AppealBody,

    /// <summary>A receiving municipality or service.</summary>
    ReceivingUnit,
}

/// <summary>What a journal post must hold (P-17b, arkivforskriften § 15).</summary>
/// <param name="Number">Unique, readable id such as <c>IP-2026-00042/7</c>.</param>
/// <param name="Context">Which documents belong together: the reference of the case.</param>
/// <param name="Title">Title, without personal data.</param>
/// <param name="Correspondent">Sender or recipient by name; whoever publishes a journal shields it (FVL § 13).</param>
/// <param name="DocumentOn">Date of the document.</param>
/// <param name="RegisteredAt">When it was registered.</param>
public sealed record JournalMetadata(string Number, string Context, string Title, string Correspondent, DateOnly DocumentOn, DateTimeOffset RegisteredAt);

/// <summary>A letter out of a case. The host renders and sends it; what was sent is kept as it was.</summary>
public sealed class Letter
{
    private Letter()
    {
    }

    /// <summary>Id, also its idempotency key on the way out.</summary>
    public LetterId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>Template.</summary>
    public string TemplateKey { get; private set; } = "";

    /// <summary>Which text of the template it was made from: the number of the office's own version, or 0 for the shipped one.</summary>
    public int TemplateVersion { get; private set; }

    /// <summary>Language of the letter.</summary>
    public string Language { get; private set; } = "nb";

    /// <summary>Kind of recipient.</summary>
    public LetterRecipientKind RecipientKind { get; private set; }

    /// <summary>Who among several of the kind: a user id, service code or participant id; null when there is one.</summary>
    public string? RecipientKey { get; private set; }

    /// <summary>How it goes.</summary>
    public LetterChannel Channel { get; private set; }

    /// <summary>Where it stands.</summary>
    public LetterState State { get; private set; }

    /// <summary>Subject line as rendered; no personal data, since alerts may show it.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Body as rendered.</summary>
    public string Body { get; private set; } = "";

    /// <summary>What the letter is about inside the case (decision, appeal), or null.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>Journal metadata.</summary>
    public JournalMetadata Journal { get; private set; } = new("", "", "", "", default, default);

    /// <summary>When it was queued.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When it went out, or null.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Day it arrived, assumed or known; null until sent.</summary>
    public DateOnly? ArrivedOn { get; private set; }

    /// <summary>When the recipient opened it, or null (P-33).</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When the recipient was alerted a second time because it was not opened, or null (D-9).</summary>
    public DateTimeOffset? AlertedAgainAt { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Queues a rendered letter; records <c>letter-queued</c>.</summary>
    public static Letter Queue(
        LetterId id,
        CaseId caseId,
        string templateKey,
        string language,
        LetterAddress address,
        string subject,
        string body,
        JournalMetadata journal,
        Operation operation,
        Guid? subjectId = null,
        int templateVersion = 0)
    {
        if (!LetterTemplateKey.All.Contains(templateKey))
        {
            throw new ArgumentException($"There is no letter template {templateKey}.", nameof(templateKey));
        }

        var letter = new Letter
        {
            Id = id,
            CaseId = caseId,
            TemplateKey = templateKey,
            TemplateVersion = templateVersion,
            Language = TextLimits.Require(language, TextLimits.Code, nameof(language)),
            RecipientKind = address.Kind,
            RecipientKey = TextLimits.Bound(address.Key, TextLimits.UserId, nameof(address)),
            Channel = address.Channel,
            Subject = TextLimits.Require(subject, TextLimits.Name, nameof(subject)),
            Body = TextLimits.Require(body, TextLimits.LongText, nameof(body)),
            SubjectId = subjectId,
            Journal = journal,
            QueuedAt = operation.Now,
        };
        letter.Record("letter-queued", operation);
        return letter;
    }

    /// <summary>It went out; records <c>letter-sent</c>.</summary>
    /// <param name="sentAt">When.</param>
    /// <param name="arrivedOn">Day it counts as arrived, by the rule set.</param>
    /// <param name="operation">Who, why, when.</param>
    public void MarkSent(DateTimeOffset sentAt, DateOnly arrivedOn, Operation operation) =>
        Move(Send, "letter-sent", operation, () => (SentAt, ArrivedOn) = (sentAt.ToUniversalTime(), arrivedOn));

    /// <summary>Holds it back for good; records <c>letter-stopped</c>.</summary>
    public void Stop(Operation operation) => Move(LetterOperation.Stop, "letter-stopped", operation, () => { });

    /// <summary>The recipient opened it; records <c>letter-opened</c>. The first opening counts.</summary>
    public void MarkOpened(Operation operation)
    {
        if (OpenedAt is null)
        {
            OpenedAt = operation.Now;
            Record("letter-opened", operation);
        }
    }

    /// <summary>Alerts the recipient a second time (D-9); records <c>letter-alerted-again</c>. Once only, and not when it has been opened.</summary>
    /// <returns>Whether an alert is to go out.</returns>
    public bool AlertAgain(Operation operation)
    {
        if (Channel != LetterChannel.Digital || State != Sent || OpenedAt is not null || AlertedAgainAt is not null)
        {
            return false;
        }

        AlertedAgainAt = operation.Now;
        Record("letter-alerted-again", operation);
        return true;
    }

    private void Move(LetterOperation step, string @event, Operation operation, Action change)
    {
        var next = LetterTransitions.Table.Next(State, step) ?? throw new LetterTransitionException(Id, State, step);
        if (next == State)
        {
            return;
        }

        State = next;
        change();
        Record(@event, operation);
    }

    private void Record(string @event, Operation operation) =>
        operation.Record(
            CaseId,
            @event,
            ("letterId", Id), ("template", TemplateKey), ("templateVersion", TemplateVersion == 0 ? null : TemplateVersion), ("language", Language), ("recipient", RecipientKind), ("channel", Channel),
            ("journalNumber", Journal.Number), ("sentAt", SentAt), ("arrivedOn", ArrivedOn));
}
