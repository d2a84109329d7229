using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The plan in short, as the case shows it. <c>Version</c> is the number of the latest approved version, 0 before the first.</summary>
internal sealed record PlanSummary(PlanId PlanId, int Version, PlanState State, DateOnly? ApprovedOn, DateOnly? NextRevisionOn);

/// <summary>The plan with its content: the latest approved version, and the draft while it is being written.</summary>
internal sealed record PlanView(
    PlanId PlanId, int Version, PlanState State, DateOnly? ApprovedOn, DateOnly? NextRevisionOn, long Revision, bool IsPartial,
    PlanContent? Content, PlanFacts? Facts, IReadOnlyList<string> MissingPoints, PlanContent? Draft, IReadOnlyList<PlanVersionView> Versions);

internal sealed record PlanVersionView(PlanVersionId PlanVersionId, int Number, DateOnly ApprovedOn, ApprovalForm ApprovalForm, DateTimeOffset FixedAt, string RuleSet);

/// <summary>A participant as everyone in the plan may see: who takes part for which service. What is contributed is for those who see the whole.</summary>
internal sealed record ParticipantView(
    ParticipantId ParticipantId, string Service, string? Role, string? ContactUserId, string? ContactName, ParticipantState State, bool HasDutyToTakePart, string? Contribution, string? DeclineReason,
    IReadOnlyList<string> SharedCategories);
