using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Deadlines;

/// <summary>A deadline with everything that explains it (D-25).</summary>
internal record DeadlineView(
    DeadlineId DeadlineId, string Key, Guid? SubjectId, string StartEvent, DateOnly StartedOn, DateOnly RawOn, DateOnly EffectiveOn, DateOnly ActByOn,
    string? RolledBecause, string RuleSet, DeadlineBasis Basis, DeadlineOwner Owner, DeadlineState State, DateOnly? MetOn)
{
    public static DeadlineView Of(Deadline deadline) => new(
        deadline.Id, deadline.Key, deadline.SubjectId, deadline.StartEvent, deadline.StartedOn, deadline.RawOn, deadline.EffectiveOn, deadline.ActByOn,
        deadline.RolledBecause, deadline.RuleSet, deadline.Basis, deadline.Owner, deadline.State, deadline.MetOn);
}

/// <summary>A deadline in a list over cases.</summary>
internal sealed record ListedDeadline(
    DeadlineId DeadlineId, string Key, Guid? SubjectId, string StartEvent, DateOnly StartedOn, DateOnly RawOn, DateOnly EffectiveOn, DateOnly ActByOn,
    string? RolledBecause, string RuleSet, DeadlineBasis Basis, DeadlineOwner Owner, DeadlineState State, DateOnly? MetOn, CaseId CaseId, string CaseReference, string? CaseManager)
    : DeadlineView(DeadlineId, Key, SubjectId, StartEvent, StartedOn, RawOn, EffectiveOn, ActByOn, RolledBecause, RuleSet, Basis, Owner, State, MetOn)
{
    public static ListedDeadline Of(Deadline deadline, string caseReference, string? caseManager) => new(
        deadline.Id, deadline.Key, deadline.SubjectId, deadline.StartEvent, deadline.StartedOn, deadline.RawOn, deadline.EffectiveOn, deadline.ActByOn,
        deadline.RolledBecause, deadline.RuleSet, deadline.Basis, deadline.Owner, deadline.State, deadline.MetOn, deadline.CaseId, caseReference, caseManager);
}
