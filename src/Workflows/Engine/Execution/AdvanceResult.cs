namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>What an advance decided.</summary>
/// <param name="State">The instance's new state.</param>
/// <param name="Commands">What the host must do, in order.</param>
public sealed record AdvanceResult(WorkflowState State, IReadOnlyList<EngineCommand> Commands)
{
    /// <summary>True when there was nothing to resume, cancel or retry; the state is then unchanged and there are no commands.</summary>
    public bool Refused { get; init; }

    /// <summary>True when a move to another version set nothing going: no step has begun or ended, so that it can be taken back without a trace in the drawing.</summary>
    public bool HasRunNothing => Commands.All(static c => c is Journal { Entry.Event: InstanceRun.MigratedEvent } or Finish { SubStatus: WorkflowSubStatus.Faulted });
}
