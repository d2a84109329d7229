using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>What the frame of a plan's pages shows: the case, and the ways between the parts of the plan.</summary>
internal sealed record PlanHead(CaseHeader Case, PlanRights Rights, bool HasDraft, int LatestNumber)
{
    public static PlanHead Of(OpenedCase opened, PlanDocument document, PlanRights rights) => new(opened.Header, rights, document.HasDraft, document.LatestNumber);

    public string Address => CaseAddress.Plan(Case.CaseId);
}

/// <summary>The plan's own page: the document, and what this reader may do with it.</summary>
internal sealed record PlanPageModel(PlanHead Head, PlanDocument Document);

/// <summary>The body of a plan, also where it is read beside something else. <c>Rights</c> is null where nothing is to be done with it.</summary>
internal sealed record PlanBodyModel(PlanDocument Document, PlanRights? Rights);

/// <summary>The plan beside a task about it.</summary>
/// <param name="FormKey">Form of the task, which says what is to be done with the plan.</param>
/// <param name="Document">The draft.</param>
internal sealed record PlanBesideTaskModel(string FormKey, PlanDocument Document)
{
    /// <summary>Whether the plan can go on as it stands.</summary>
    public bool IsReady => Document.Gaps.All(gap => !gap.IsHard);
}

/// <summary>One measure in the body.</summary>
internal sealed record MeasureModel(PlanDocument Document, PlanMeasure Measure, PlanRights? Rights);

/// <summary>The editor. <c>Theirs</c> is what someone else has saved meanwhile.</summary>
internal sealed record PlanEditModel(
    PlanHead Head, PlanDocument Document, PlanForm Form, IReadOnlyDictionary<string, string>? Errors, PlanConflict? Theirs, IReadOnlyList<string> Services, bool IsChild, string OperationId);

/// <summary>What someone else has saved, and how it differs from what is in the form.</summary>
internal sealed record PlanConflict(PlanWriting By, IReadOnlyList<PlanItemChange> Changes);

/// <summary>Why the plan cannot be written in now.</summary>
internal sealed record PlanClosedModel(PlanHead Head, LocalizedText Why);

internal sealed record PlanVersionsModel(PlanHead Head, IReadOnlyList<PlanVersionView> Versions, IReadOnlyDictionary<string, string> Names);

internal sealed record PlanCompareModel(PlanHead Head, PlanComparisonView Comparison, IReadOnlyList<PlanVersionView> Versions);

internal sealed record MeasurePageModel(
    PlanHead Head, PlanDocument Document, PlanMeasure Measure, IReadOnlyList<ProgressView> Reports, string? Status, string? Note, IReadOnlyDictionary<string, string>? Errors);

internal sealed record PlanApprovalModel(PlanHead Head, PlanDocument Document, PlanApprovalBody Answer, IReadOnlyDictionary<string, string>? Errors, string OperationId);
