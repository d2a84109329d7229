using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Transfers;

/// <summary>A case that came from another municipality: the file as it was received, never changed. Received twice, it is one.</summary>
internal sealed class ReceivedTransfer
{
    public required TransferId TransferId { get; init; }

    public required CaseId CaseId { get; init; }

    public required string FromReference { get; init; }

    public required string Sha256 { get; init; }

    public required byte[] Content { get; init; }

    public required string ReceivedBy { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
