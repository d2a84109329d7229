using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Appeals.Forwarding;

/// <summary>The file that went to the appeal body: one PDF with every document, and an index for machines (L-113). Kept as it was sent; triggers see to that.</summary>
internal sealed class AppealFile
{
    public required AppealId AppealId { get; init; }

    public required CaseId CaseId { get; init; }

    public required DateTimeOffset BuiltAt { get; init; }

    public required byte[] Pdf { get; init; }

    /// <summary>The index, JSON.</summary>
    public required string IndexJson { get; init; }
}
