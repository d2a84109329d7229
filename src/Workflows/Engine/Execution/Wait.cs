namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>What kind of thing resumes a wait.</summary>
public enum WaitKind
{
    /// <summary>A task that someone completes; <see cref="Wait.Name"/> is the task's name.</summary>
    Task,

    /// <summary>A point in time, <see cref="Wait.DueAt"/>.</summary>
    Timer,

    /// <summary>An event; <see cref="Wait.Name"/> is the event's name.</summary>
    Event,

    /// <summary>A child instance's end; <see cref="Wait.Name"/> is the child's definition id.</summary>
    Child,

    /// <summary>The answer to an HTTP request; <see cref="Wait.Name"/> is the address.</summary>
    Http,
}

/// <summary>One thing that an instance waits for (Elsa's bookmark). It is stored as a row of its own so that it can be found.</summary>
/// <param name="Id">Unique in the instance, never used again.</param>
/// <param name="Kind">What resumes it.</param>
/// <param name="Name">Task name, event name, child definition id or address; null when the kind needs none.</param>
/// <param name="DueAt">When a timer is due, UTC; null for other kinds. No upper limit.</param>
/// <param name="ActivityId">The waiting activity's id in the definition.</param>
/// <param name="NodeId">Where in the definition it stands.</param>
/// <param name="ActivityType">Its type name.</param>
/// <param name="ExecutionId">The waiting activity execution.</param>
/// <param name="Tag">Lets an activity with several waits tell them apart.</param>
public sealed record Wait(
    int Id,
    WaitKind Kind,
    string? Name,
    DateTimeOffset? DueAt,
    string ActivityId,
    string NodeId,
    string ActivityType,
    int ExecutionId,
    string? Tag);
