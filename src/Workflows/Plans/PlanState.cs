using IndividualPlan.Workflows.Audit;
using static IndividualPlan.Workflows.Plans.PlanOperation;
using static IndividualPlan.Workflows.Plans.PlanState;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Where a plan stands.</summary>
public enum PlanState
{
    /// <summary>Being written; an earlier approved version may be in use meanwhile.</summary>
    Draft,

    /// <summary>Handed to the person for approval.</summary>
    AwaitingApproval,

    /// <summary>The latest version is in use.</summary>
    Active,

    /// <summary>Being revised; the latest version is in use meanwhile.</summary>
    UnderRevision,

    /// <summary>Ended and locked (L-105).</summary>
    Closed,
}

/// <summary>What can be done with a plan.</summary>
public enum PlanOperation
{
    /// <summary>Hand the draft to the person.</summary>
    Submit,

    /// <summary>The person wants changes.</summary>
    Return,

    /// <summary>The person approves; a version is fixed.</summary>
    Approve,

    /// <summary>Begin a revision.</summary>
    BeginRevision,

    /// <summary>End a revision without a new approval.</summary>
    EndRevision,

    /// <summary>End and lock the plan.</summary>
    Close,
}

/// <summary>The life cycle of a plan. Closing is final: who comes back gets a new plan that begins from the old content.</summary>
public static class PlanTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<PlanState, PlanOperation> Table { get; } = new(
    [
        new(Submit, Draft, AwaitingApproval),
        new(Submit, UnderRevision, AwaitingApproval),
        new(Return, AwaitingApproval, Draft),
        new(Approve, Draft, Active),
        new(Approve, AwaitingApproval, Active),
        new(Approve, UnderRevision, Active),
        new(BeginRevision, Active, UnderRevision),
        new(EndRevision, UnderRevision, Active),
        new(Close, Draft, Closed),
        new(Close, AwaitingApproval, Closed),
        new(Close, Active, Closed),
        new(Close, UnderRevision, Closed),
    ]);
}

/// <summary>A plan was asked to take a step that its state does not allow.</summary>
public sealed class PlanTransitionException : TransitionException
{
    internal PlanTransitionException(PlanId id, PlanState from, PlanOperation operation)
        : base("plan", id.Value, from.ToString(), operation.ToString())
    {
    }
}

/// <summary>A plan was to be approved although hard requirements are not met (L-79).</summary>
public sealed class PlanIncompleteException : InvalidOperationException
{
    internal PlanIncompleteException(PlanId id, IReadOnlyList<ContentGap> gaps)
        : base($"Plan {id} cannot be approved; points {string.Join(", ", gaps.Select(gap => gap.Point))} are missing.")
    {
        PlanId = id;
        Gaps = gaps;
    }

    /// <summary>The plan.</summary>
    public PlanId PlanId { get; }

    /// <summary>The hard requirements that are not met.</summary>
    public IReadOnlyList<ContentGap> Gaps { get; }
}
