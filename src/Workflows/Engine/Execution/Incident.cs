namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>An activity that failed, with what is needed to show it to a leader and to retry it.</summary>
/// <param name="Id">Unique in the instance, never used again.</param>
/// <param name="ExecutionId">The failed activity execution.</param>
/// <param name="ActivityId">The activity's id in the definition.</param>
/// <param name="ActivityName">The activity's name in the definition; null when it has none.</param>
/// <param name="ActivityType">The activity's type name.</param>
/// <param name="NodeId">Where in the definition it stands.</param>
/// <param name="Message">Why it failed, in words for the one who mends it; holds no personal data unless the flow's own expressions put it there.</param>
/// <param name="Code">The code that a Fault activity gave; null otherwise.</param>
/// <param name="At">When it failed.</param>
public sealed record Incident(
    int Id,
    int ExecutionId,
    string ActivityId,
    string? ActivityName,
    string ActivityType,
    string NodeId,
    string Message,
    string? Code,
    DateTimeOffset At);
