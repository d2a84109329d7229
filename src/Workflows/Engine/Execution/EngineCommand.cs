using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Something that the host must do, or store, because of an advance. The engine itself does nothing but decide.</summary>
/// <remarks>Commands are applied in the order given, in the transaction that stores the new state. Domain activities derive their own.</remarks>
public abstract record EngineCommand
{
    /// <summary>The activity execution that issued the command; 0 when the instance as a whole did.</summary>
    public int ExecutionId { get; init; }

    /// <summary>Where in the definition the activity stands, as <c>Workflow1:root:activity</c>; empty for the instance as a whole.</summary>
    public string NodeId { get; init; } = "";

    /// <summary>The id of the activity in the definition; empty for the instance as a whole.</summary>
    public string ActivityId { get; init; } = "";
}

/// <summary>The instance now waits for something; the host stores a row that can be found by what is waited for.</summary>
/// <param name="Wait">What is waited for.</param>
public sealed record OpenWait(Wait Wait) : EngineCommand
{
    /// <summary>What the one who is asked needs to know, such as a RunTask's payload; null for nothing. It is not kept in the state.</summary>
    public JsonNode? Payload { get; init; }
}

/// <summary>The instance no longer waits for this; the host removes the row, and cancels a task that stood behind it.</summary>
/// <param name="WaitId">The wait that is gone.</param>
/// <param name="Reason">Why it is gone.</param>
public sealed record CloseWait(int WaitId, WaitCloseReason Reason) : EngineCommand;

/// <summary>Why a wait is gone.</summary>
public enum WaitCloseReason
{
    /// <summary>What was waited for came.</summary>
    Resumed,

    /// <summary>Another branch, an ending, a loop break or the activity itself made the wait superfluous.</summary>
    Canceled,

    /// <summary>The whole instance was cancelled.</summary>
    InstanceCancelled,
}

/// <summary>A child instance starts.</summary>
/// <param name="WaitId">The parent's wait (kind Child) that the child's end resumes; null when nobody waits for the child.</param>
/// <param name="DefinitionId">The definition to start.</param>
/// <param name="Version">The version to start; null for the published one.</param>
/// <param name="Input">The child's input.</param>
/// <param name="CorrelationId">The child's correlation id; null for none.</param>
public sealed record StartChild(int? WaitId, string DefinitionId, int? Version, JsonObject Input, string? CorrelationId) : EngineCommand
{
    /// <summary>
    /// The child's first advance when the engine has already made it (Elsa's ExecuteWorkflow runs its child at once). The host then
    /// stores <see cref="AdvanceResult.State"/> as the new instance and applies its commands as the child's, and must not start it again.
    /// Null: the host starts the child with <see cref="Stimulus.Start"/>, in this transaction or a later one.
    /// </summary>
    public AdvanceResult? Begun { get; init; }

    /// <summary>The id that the child's first advance saw as its own instance id; null when <see cref="Begun"/> is null or the surroundings give no ids.</summary>
    public string? InstanceId { get; init; }
}

/// <summary>The child behind a wait of kind Child is no longer wanted: the host cancels that instance.</summary>
/// <param name="WaitId">The parent's wait.</param>
public sealed record CancelChild(int WaitId) : EngineCommand;

/// <summary>An event for other instances, or, when local, for this one only.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Payload">What comes with it.</param>
/// <param name="CorrelationId">Only instances with this correlation id hear it; null: all that wait for the name.</param>
/// <param name="IsLocal">True: only this instance hears it, after this advance.</param>
public sealed record RaiseEvent(string Name, JsonNode? Payload, string? CorrelationId, bool IsLocal) : EngineCommand;

/// <summary>A line that a WriteLine activity wrote. It is kept with the history; nothing is printed.</summary>
/// <param name="Line">The text.</param>
public sealed record WriteOutput(string Line) : EngineCommand;

/// <summary>An HTTP request to be sent from the outbox after the transaction; its answer resumes the wait.</summary>
/// <param name="WaitId">The wait of kind Http that the answer resumes.</param>
/// <param name="Method">GET, POST, ….</param>
/// <param name="Url">Absolute address.</param>
/// <param name="Content">Body; null for none.</param>
/// <param name="ContentType">Media type of the body; null for none.</param>
/// <param name="Headers">Request headers.</param>
public sealed record SendHttp(
    int WaitId, string Method, string Url, string? Content, string? ContentType, IReadOnlyDictionary<string, string> Headers) : EngineCommand;

/// <summary>An activity failed; someone must look at it.</summary>
/// <param name="Incident">What failed and why.</param>
public sealed record RaiseIncident(Incident Incident) : EngineCommand;

/// <summary>An incident is over: it was retried, or the instance was cancelled.</summary>
/// <param name="IncidentId">The incident.</param>
public sealed record ResolveIncident(int IncidentId) : EngineCommand;

/// <summary>One line of the execution log that Elsa Studio shows as the instance's journal.</summary>
/// <param name="Entry">The line.</param>
public sealed record Journal(JournalEntry Entry) : EngineCommand;

/// <summary>The instance has ended.</summary>
/// <param name="Status">Always <see cref="WorkflowStatus.Finished"/>.</param>
/// <param name="SubStatus">Finished, Faulted or Cancelled.</param>
/// <param name="Output">The workflow's outputs.</param>
public sealed record Finish(WorkflowStatus Status, WorkflowSubStatus SubStatus, JsonObject Output) : EngineCommand;

/// <summary>An activity execution ended without a line in the journal, because its whole instance ended: its record says Canceled.</summary>
public sealed record DropExecution : EngineCommand;
