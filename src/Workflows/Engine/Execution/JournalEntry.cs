namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>One line of an instance's journal, with what Elsa's API says of it.</summary>
/// <param name="Event">Started, Completed, Suspended, Resumed, Canceled or Faulted; Migrated when the instance was moved to another version.</param>
/// <param name="ActivityId">The activity's id in the definition.</param>
/// <param name="ActivityType">The activity's type name.</param>
/// <param name="ActivityTypeVersion">The version of the activity type.</param>
/// <param name="NodeId">Where in the definition the activity stands.</param>
/// <param name="ActivityName">The activity's name in the definition; null when it has none.</param>
/// <param name="ExecutionId">The activity execution, unique in the instance.</param>
/// <param name="ParentExecutionId">The execution of the container; null for the workflow itself.</param>
/// <param name="Outcomes">The outcomes that the activity completed with; null for other events.</param>
/// <param name="At">When.</param>
public sealed record JournalEntry(
    string Event,
    string ActivityId,
    string ActivityType,
    int ActivityTypeVersion,
    string NodeId,
    string? ActivityName,
    int ExecutionId,
    int? ParentExecutionId,
    IReadOnlyList<string>? Outcomes,
    DateTimeOffset At);
