using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Consents;

/// <summary>What a consent covers (L-51).</summary>
/// <param name="Purpose">What the information is for, in words.</param>
/// <param name="RecipientService">Code of the service that may see; a service and never a named employee. Null for consent to the plan.</param>
/// <param name="Categories">Kinds of information covered; empty for consent to the plan.</param>
/// <param name="Except">What the person has excepted, in words; null when nothing is.</param>
public sealed record ConsentScope(string Purpose, string? RecipientService, IReadOnlyList<string> Categories, string? Except = null);

/// <summary>Who answered, and on whose behalf.</summary>
/// <param name="Kind">In which capacity.</param>
/// <param name="UserId">User id when answered digitally, or null.</param>
/// <param name="Order">Tells two of the same kind apart, such as two parents; from 1.</param>
public sealed record Consenter(ConsenterKind Kind, string? UserId = null, int Order = 1);

/// <summary>One consent from one consenter, given, refused, withdrawn or lapsed (samtykke; L-51). It is never deleted.</summary>
public sealed class ConsentRecord
{
    private ConsentRecord()
    {
    }

    /// <summary>Id.</summary>
    public ConsentId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>What it is to.</summary>
    public ConsentType Type { get; private set; }

    /// <summary>What it covers.</summary>
    public ConsentScope Scope { get; private set; } = new("", null, []);

    /// <summary>Code of the recipient service, also as a column of its own for lookups; null for consent to the plan.</summary>
    public string? RecipientService { get; private set; }

    /// <summary>Who answers.</summary>
    public Consenter Consenter { get; private set; } = new(ConsenterKind.Person);

    /// <summary>Where it stands.</summary>
    public ConsentState State { get; private set; }

    /// <summary>How it was answered; null until then.</summary>
    public ConsentChannel? Channel { get; private set; }

    /// <summary>Id of the signed document or note that proves it, or null.</summary>
    public string? Evidence { get; private set; }

    /// <summary>First day in force, or null until given.</summary>
    public DateOnly? FromOn { get; private set; }

    /// <summary>Last day in force, to its end (D-18); null for as long as the plan lasts.</summary>
    public DateOnly? ToOn { get; private set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When it was given or refused, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When it was withdrawn or lapsed, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Asks for a consent; records <c>consent-asked</c>.</summary>
    /// <exception cref="ArgumentException">A sharing consent without recipient or kinds of information, or a plan consent with a recipient.</exception>
    public static ConsentRecord Ask(ConsentId id, CaseId caseId, ConsentType type, ConsentScope scope, Consenter consenter, Operation operation)
    {
        if (type == ConsentType.Sharing && (scope.RecipientService is null || scope.Categories.Count == 0))
        {
            throw new ArgumentException("A sharing consent names the recipient service and the kinds of information (L-51).", nameof(scope));
        }

        if (type == ConsentType.Plan && scope.RecipientService is not null)
        {
            throw new ArgumentException("Consent to the plan shares nothing; sharing is a consent of its own (L-50).", nameof(scope));
        }

        var consent = new ConsentRecord
        {
            Id = id,
            CaseId = caseId,
            Type = type,
            Scope = scope with
            {
                Purpose = TextLimits.Bound(scope.Purpose, TextLimits.Text, nameof(scope)) ?? "",
                Except = TextLimits.Bound(scope.Except, TextLimits.Text, nameof(scope)),
            },
            RecipientService = TextLimits.Bound(scope.RecipientService, TextLimits.Code, nameof(scope)),
            Consenter = consenter,
            AskedAt = operation.Now,
        };
        consent.Record("consent-asked", operation);
        return consent;
    }

    /// <summary>Asks and gives in one act, for a consent that arrives unasked; records <c>consent-asked</c> and <c>consent-given</c>.</summary>
    public static ConsentRecord Give(
        ConsentId id, CaseId caseId, ConsentType type, ConsentScope scope, Consenter consenter, ConsentChannel channel, DateOnly? toOn, string? evidence, Operation operation)
    {
        var consent = Ask(id, caseId, type, scope, consenter, operation);
        consent.Give(channel, toOn, evidence, operation);
        return consent;
    }

    /// <summary>The consenter says yes; records <c>consent-given</c>. In force from today.</summary>
    /// <param name="channel">How.</param>
    /// <param name="toOn">Last day in force; null for as long as the plan lasts. With one, <c>consent-end-set</c> is recorded too, which the warnings before it hang on (D-18).</param>
    /// <param name="evidence">Id of the proof, or null.</param>
    /// <param name="operation">Who, why, when.</param>
    public void Give(ConsentChannel channel, DateOnly? toOn, string? evidence, Operation operation)
    {
        if (toOn < operation.Today)
        {
            throw new ArgumentOutOfRangeException(nameof(toOn), "A consent cannot end before it is given.");
        }

        Answer(ConsentOperation.Give, "consent-given", operation, () => (Channel, FromOn, ToOn, Evidence) = (channel, operation.Today, toOn, Bound(evidence)));
        if (toOn is not null)
        {
            Record("consent-end-set", operation);
        }
    }

    /// <summary>The consenter says no; records <c>consent-refused</c>.</summary>
    public void Refuse(ConsentChannel channel, string? evidence, Operation operation) =>
        Answer(ConsentOperation.Refuse, "consent-refused", operation, () => (Channel, Evidence) = (channel, Bound(evidence)));

    /// <summary>The consenter takes it back; records <c>consent-withdrawn</c>. Effective at once (L-55).</summary>
    public void Withdraw(Operation operation) =>
        Answer(ConsentOperation.Withdraw, "consent-withdrawn", operation, () => EndedAt = operation.Now);

    /// <summary>Another consent takes its place (L-60); records <c>consent-replaced</c>.</summary>
    public void Replace(Operation operation) =>
        Answer(ConsentOperation.Replace, "consent-replaced", operation, () => EndedAt = operation.Now);

    /// <summary>Ends it when its last day has passed; records <c>consent-lapsed</c>. Nothing happens before the end of that day.</summary>
    public void LapseIfPast(Operation operation)
    {
        if (State == ConsentState.Given && ToOn is { } last && operation.Now >= NorwegianTime.EndOf(last))
        {
            Answer(ConsentOperation.Lapse, "consent-lapsed", operation, () => EndedAt = NorwegianTime.EndOf(last));
        }
    }

    /// <summary>Whether it is in force at the instant: given, and not past the end of its last day (D-18), also when nobody has yet recorded the lapse.</summary>
    public bool IsInForceAt(DateTimeOffset instant) =>
        State == ConsentState.Given && (ToOn is not { } last || instant < NorwegianTime.EndOf(last));

    private static string? Bound(string? evidence) => TextLimits.Bound(evidence, TextLimits.Name, nameof(evidence));

    private void Answer(ConsentOperation step, string @event, Operation operation, Action change)
    {
        var next = ConsentTransitions.Table.Next(State, step) ?? throw new ConsentTransitionException(Id, State, step);
        if (next == State)
        {
            return;
        }

        State = next;
        if (step is ConsentOperation.Give or ConsentOperation.Refuse)
        {
            AnsweredAt = operation.Now;
        }

        change();
        Record(@event, operation);
    }

    private void Record(string @event, Operation operation) =>
        operation.Record(
            CaseId,
            @event,
            ("consentId", Id), ("type", Type), ("recipientService", RecipientService), ("categories", Scope.Categories), ("consenter", Consenter.Kind),
            ("channel", Channel), ("fromOn", FromOn), ("toOn", ToOn));
}
