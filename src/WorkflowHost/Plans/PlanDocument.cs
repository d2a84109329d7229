using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>A plan as one reads it: the version in use, an earlier one, or the draft, as far as the reader may see it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Reference">Reference of the case.</param>
/// <param name="Person">Name of the person; null for participants, who know the case by its reference (P-4).</param>
/// <param name="Language">The person's language.</param>
/// <param name="Protection">Whether the person's whereabouts must not be told (P-20).</param>
/// <param name="PlanId">The plan.</param>
/// <param name="State">Where the plan stands.</param>
/// <param name="Number">Number of the version; null for the draft.</param>
/// <param name="LatestNumber">Number of the version in use; 0 before the first.</param>
/// <param name="Approval">How it was approved; null for the draft.</param>
/// <param name="ApprovedBy">Name of who approved it or wrote the approval down; null when that is not kept.</param>
/// <param name="NextRevisionOn">Day of the next revision, or null.</param>
/// <param name="Content">What is written.</param>
/// <param name="Members">Who takes part.</param>
/// <param name="ResponsibleService">Who is responsible for preparing the plan.</param>
/// <param name="Coordinator">Who coordinates, or null.</param>
/// <param name="Consents">Consents; a participant sees none but the own service's.</param>
/// <param name="Gaps">What is missing; empty for participants.</param>
/// <param name="Progress">Latest report by key of the measure.</param>
/// <param name="IsPartial">Whether the reader sees a part of it only.</param>
/// <param name="HasDraft">Whether there is a draft that says something else than the version in use.</param>
/// <param name="Draft">Who wrote in the draft last and when; null when nobody has.</param>
/// <param name="Facts">What is recorded elsewhere, as the gaps were found by.</param>
internal sealed record PlanDocument(
    CaseId CaseId,
    string Reference,
    PersonName? Person,
    string Language,
    AddressProtection Protection,
    PlanId PlanId,
    PlanState State,
    int? Number,
    int LatestNumber,
    PlanApproval? Approval,
    string? ApprovedBy,
    DateOnly? NextRevisionOn,
    PlanContent Content,
    IReadOnlyList<PlanMember> Members,
    string? ResponsibleService,
    CoordinatorView? Coordinator,
    IReadOnlyList<PlanConsent> Consents,
    IReadOnlyList<ContentGap> Gaps,
    IReadOnlyDictionary<string, ProgressView> Progress,
    bool IsPartial,
    bool HasDraft,
    PlanWriting? Draft,
    PlanFacts Facts)
{
    /// <summary>The measures that serve a goal; those of none for null. A measure whose goal the reader does not see serves none.</summary>
    public IReadOnlyList<PlanMeasure> MeasuresOf(string? goalKey) => goalKey is null
        ? [.. Content.Measures.Where(measure => Content.Goals.All(goal => goal.Key != measure.GoalKey))]
        : [.. Content.Measures.Where(measure => measure.GoalKey == goalKey)];
}

/// <summary>Who takes part in a plan.</summary>
internal sealed record PlanMember(string Service, string? Contact, string? Role, ParticipantState? State, string? Contribution);

/// <summary>A consent as the plan tells of it (point i).</summary>
internal sealed record PlanConsent(ConsentType Type, string? RecipientService, IReadOnlyList<string> Categories, DateOnly? FromOn, DateOnly? ToOn);

/// <summary>Who wrote last, and when.</summary>
internal sealed record PlanWriting(string By, DateTimeOffset At);

/// <summary>What was told about a measure.</summary>
internal sealed record ProgressView(string MeasureKey, MeasureStatus Status, string? Note, string ReportedBy, string ReportedByName, string? Service, DateTimeOffset ReportedAt);
