using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The plan in short, as the case shows it. <c>Version</c> is the number of the latest approved version, 0 before the first.</summary>
internal sealed record PlanSummary(PlanId PlanId, int Version, PlanState State, DateOnly? ApprovedOn, DateOnly? NextRevisionOn);

/// <summary>The plan with its content: the latest approved version, the draft while it is being written, and how far the measures have come.</summary>
internal sealed record PlanView(
    PlanId PlanId, int Version, PlanState State, DateOnly? ApprovedOn, DateOnly? NextRevisionOn, long Revision, bool IsPartial,
    PlanContent? Content, PlanFacts? Facts, IReadOnlyList<string> MissingPoints, PlanContent? Draft, IReadOnlyList<PlanVersionView> Versions, IReadOnlyList<ProgressView> Progress);

internal sealed record PlanVersionView(PlanVersionId PlanVersionId, int Number, DateOnly ApprovedOn, ApprovalForm ApprovalForm, DateTimeOffset FixedAt, string RuleSet, string? RecordedBy)
{
    public static PlanVersionView Of(PlanVersion version) => new(
        version.Id, version.Number, version.Approval.On, version.Approval.Form, version.FixedAt, version.RuleSetKey, version.Approval.RecordedBy);
}

/// <summary>One approved version as it was fixed, as far as the caller may see it.</summary>
internal sealed record PlanVersionDetails(
    PlanVersionId PlanVersionId, int Number, DateOnly ApprovedOn, ApprovalForm ApprovalForm, DateTimeOffset FixedAt, string RuleSet, string? RecordedBy, bool IsPartial,
    PlanContent? Content, PlanFacts? Facts, IReadOnlyList<string> MissingPoints);

/// <summary>The draft as it is written now, with what it lacks. <c>Revision</c> is what If-Match names.</summary>
internal sealed record PlanDraftView(
    PlanId PlanId, PlanState State, long Revision, PlanContent Content, string? WrittenBy, DateTimeOffset? WrittenAt, IReadOnlyList<PlanGapView> Missing, IReadOnlyList<PlanGapView> Warnings);

/// <summary>A content point that is missing, and what to do about it.</summary>
internal sealed record PlanGapView(string Point, string Text);

/// <summary>What differs between two versions, or between a version and the draft (<c>null</c>).</summary>
internal sealed record PlanComparisonView(int? From, int? To, IReadOnlyList<PlanItemChange> Changes);

/// <summary>A participant as everyone in the plan may see: who takes part for which service. What is contributed is for those who see the whole.</summary>
internal sealed record ParticipantView(
    ParticipantId ParticipantId, string Service, string? Role, string? ContactUserId, string? ContactName, ParticipantState State, bool HasDutyToTakePart, string? Contribution, string? DeclineReason,
    IReadOnlyList<string> SharedCategories);
