using IndividualPlan.Workflows.Audit;
using static IndividualPlan.Workflows.Deadlines.DeadlineOperation;
using static IndividualPlan.Workflows.Deadlines.DeadlineState;

namespace IndividualPlan.Workflows.Deadlines;

/// <summary>The life cycle of a deadline: it ends once, and what it ended as stays.</summary>
public static class DeadlineTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<DeadlineState, DeadlineOperation> Table { get; } = new(
    [
        new(Meet, Running, Met),
        new(Miss, Running, Missed),
        new(Stop, Running, Stopped),
    ]);
}

/// <summary>A deadline was asked to end in a second way.</summary>
public sealed class DeadlineTransitionException : TransitionException
{
    internal DeadlineTransitionException(DeadlineId id, DeadlineState from, DeadlineOperation operation)
        : base("deadline", id.Value, from.ToString(), operation.ToString())
    {
    }
}
