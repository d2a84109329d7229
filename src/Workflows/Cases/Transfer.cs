using IndividualPlan.Workflows.Audit;
using static IndividualPlan.Workflows.Cases.TransferOperation;
using static IndividualPlan.Workflows.Cases.TransferState;

namespace IndividualPlan.Workflows.Cases;

/// <summary>Where a hand-over stands (L-109).</summary>
public enum TransferState
{
    /// <summary>The person is asked for consent.</summary>
    AwaitingConsent,

    /// <summary>The person does not want anything handed over; guidance was given instead.</summary>
    ConsentRefused,

    /// <summary>The export is being made.</summary>
    Prepared,

    /// <summary>Sent to the receiving unit.</summary>
    Sent,

    /// <summary>The receiving unit has confirmed takeover.</summary>
    Acknowledged,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>What can happen to a hand-over.</summary>
public enum TransferOperation
{
    /// <summary>The person consents.</summary>
    Consent,

    /// <summary>The person does not.</summary>
    RefuseConsent,

    /// <summary>Send the export.</summary>
    Send,

    /// <summary>Takeover is confirmed.</summary>
    Acknowledge,

    /// <summary>Call it off.</summary>
    Cancel,
}

/// <summary>The life cycle of a hand-over. Nothing is sent without consent.</summary>
public static class TransferTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<TransferState, TransferOperation> Table { get; } = new(
    [
        new(Consent, AwaitingConsent, Prepared),
        new(RefuseConsent, AwaitingConsent, ConsentRefused),
        new(Send, Prepared, Sent),
        new(Acknowledge, Sent, Acknowledged),
        new(Cancel, AwaitingConsent, Cancelled),
        new(Cancel, Prepared, Cancelled),
        new(Cancel, Sent, Cancelled),
    ]);
}

/// <summary>A hand-over was asked to take a step that its state does not allow.</summary>
public sealed class TransferTransitionException : TransitionException
{
    internal TransferTransitionException(TransferId id, TransferState from, TransferOperation operation)
        : base("transfer", id.Value, from.ToString(), operation.ToString())
    {
    }
}

/// <summary>The hand-over of a case to another municipality or service (scenario 16). The old coordinator stays until takeover.</summary>
public sealed class Transfer
{
    private Transfer()
    {
    }

    /// <summary>Id.</summary>
    public TransferId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>Name of the receiving unit; null until chosen, and never shown for a strictly confidential address (L-110).</summary>
    public string? Receiver { get; private set; }

    /// <summary>Day the person moves or the responsibility changes, or null.</summary>
    public DateOnly? MovesOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public TransferState State { get; private set; }

    /// <summary>Day the export was sent, or null.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>Day takeover was confirmed, or null.</summary>
    public DateOnly? AcknowledgedOn { get; private set; }

    /// <summary>Contact at the receiving unit, or null.</summary>
    public string? ReceiverContact { get; private set; }

    /// <summary>Digest of the file that was made for the receiver last; the receipt must name it. Null until it is made.</summary>
    public string? ExportSha256 { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Begins a hand-over; records <c>transfer-begun</c> without the receiver.</summary>
    public static Transfer Begin(TransferId id, CaseId caseId, string? receiver, DateOnly? movesOn, Operation operation)
    {
        operation.Record(caseId, "transfer-begun", ("transferId", id), ("movesOn", movesOn));
        return new Transfer { Id = id, CaseId = caseId, Receiver = TextLimits.Bound(receiver, TextLimits.Name, nameof(receiver)), MovesOn = movesOn };
    }

    /// <summary>The person consents; records <c>transfer-consented</c>.</summary>
    public void GiveConsent(string receiver, Operation operation) =>
        Move(Consent, "transfer-consented", operation, () => Receiver = TextLimits.Require(receiver, TextLimits.Name, nameof(receiver)));

    /// <summary>The person does not consent: nothing is sent; records <c>transfer-consent-refused</c>.</summary>
    public void RefuseConsent(Operation operation) => Move(TransferOperation.RefuseConsent, "transfer-consent-refused", operation, () => { });

    /// <summary>The file for the receiver was made; records <c>transfer-exported</c>.</summary>
    /// <param name="sha256">Digest of the file.</param>
    /// <param name="operation">Who, why, when.</param>
    public void Export(string sha256, Operation operation)
    {
        ExportSha256 = TextLimits.Require(sha256, TextLimits.Name, nameof(sha256));
        operation.Record(CaseId, "transfer-exported", ("transferId", Id), ("sha256", sha256));
    }

    /// <summary>The export was sent today; records <c>transfer-sent</c>.</summary>
    public void Send(Operation operation) => Move(TransferOperation.Send, "transfer-sent", operation, () => SentOn = operation.Today);

    /// <summary>Takeover is confirmed; records <c>transfer-acknowledged</c>. Only now may the case be closed as moved.</summary>
    public void Acknowledge(DateOnly acknowledgedOn, string? contact, Operation operation) =>
        Move(
            TransferOperation.Acknowledge,
            "transfer-acknowledged",
            operation,
            () => (AcknowledgedOn, ReceiverContact) = (acknowledgedOn, TextLimits.Bound(contact, TextLimits.Name, nameof(contact))));

    /// <summary>Calls it off; records <c>transfer-cancelled</c>.</summary>
    public void Cancel(Operation operation) => Move(TransferOperation.Cancel, "transfer-cancelled", operation, () => { });

    private void Move(TransferOperation step, string @event, Operation operation, Action change)
    {
        var next = TransferTransitions.Table.Next(State, step) ?? throw new TransferTransitionException(Id, State, step);
        if (next == State)
        {
            return;
        }

        State = next;
        change();
        operation.Record(CaseId, @event, ("transferId", Id), ("sentOn", SentOn), ("acknowledgedOn", AcknowledgedOn));
    }
}
