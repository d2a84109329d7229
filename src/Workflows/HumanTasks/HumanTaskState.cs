using IndividualPlan.Workflows.Audit;
using static IndividualPlan.Workflows.HumanTasks.HumanTaskOperation;
using static IndividualPlan.Workflows.HumanTasks.HumanTaskState;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>Where a task stands.</summary>
public enum HumanTaskState
{
    /// <summary>Anyone with the role may take it.</summary>
    Open,

    /// <summary>One user has it.</summary>
    Claimed,

    /// <summary>The user has put it aside until a follow-up date. Its deadlines run on.</summary>
    OnHold,

    /// <summary>Done, with an outcome.</summary>
    Completed,

    /// <summary>No longer needed.</summary>
    Cancelled,
}

/// <summary>What can be done with a task.</summary>
public enum HumanTaskOperation
{
    /// <summary>Take it (ta oppgave).</summary>
    Claim,

    /// <summary>Give it back to those with the role (legge tilbake).</summary>
    Release,

    /// <summary>Hand it to a user, with a reason.</summary>
    Assign,

    /// <summary>Put it aside until a date.</summary>
    Hold,

    /// <summary>Take it up again.</summary>
    Resume,

    /// <summary>Do it.</summary>
    Complete,

    /// <summary>Call it off.</summary>
    Cancel,
}

/// <summary>The life cycle of a task.</summary>
public static class HumanTaskTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<HumanTaskState, HumanTaskOperation> Table { get; } = new(
    [
        new(Claim, Open, Claimed),
        new(Release, Claimed, Open),
        new(Release, OnHold, Open),
        new(Assign, Open, Claimed),
        new(Assign, OnHold, Claimed),
        new(Hold, Open, OnHold),
        new(Hold, Claimed, OnHold),
        new(Resume, OnHold, Claimed),
        new(Complete, Open, Completed),
        new(Complete, Claimed, Completed),
        new(Complete, OnHold, Completed),
        new(Cancel, Open, Cancelled),
        new(Cancel, Claimed, Cancelled),
        new(Cancel, OnHold, Cancelled),
    ]);
}

/// <summary>A task was asked to take a step that its state does not allow.</summary>
public sealed class HumanTaskTransitionException : TransitionException
{
    internal HumanTaskTransitionException(HumanTaskId id, HumanTaskState from, HumanTaskOperation operation)
        : base("task", id.Value, from.ToString(), operation.ToString())
    {
    }
}
