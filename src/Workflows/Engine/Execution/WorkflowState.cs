using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Everything that the engine remembers of one instance between two advances.</summary>
/// <remarks>
/// Its size depends on what runs and waits now, never on how long the instance has lived: an activity execution that has completed is
/// dropped, only the last output of each activity is kept. A state belongs to one definition version for all its life.
/// </remarks>
public sealed class WorkflowState
{
    internal WorkflowState()
    {
    }

    /// <summary>The definition that the instance runs.</summary>
    public string DefinitionId { get; internal set; } = "";

    /// <summary>The exact version that the instance is pinned to.</summary>
    public string VersionId { get; internal set; } = "";

    /// <summary>Whether the instance can still go on.</summary>
    public WorkflowStatus Status { get; internal set; }

    /// <summary>How it runs or has ended.</summary>
    public WorkflowSubStatus SubStatus { get; internal set; }

    /// <summary>What the instance is tied to outside; null for nothing.</summary>
    public string? CorrelationId { get; internal set; }

    /// <summary>The instance's own name; null when nobody gave it one.</summary>
    public string? Name { get; internal set; }

    /// <summary>What is waited for, oldest first. A faulted instance keeps its waits, but only a retry makes them live again.</summary>
    public IReadOnlyList<Wait> Waits => OpenWaits;

    /// <summary>Failures that nobody has retried yet, oldest first.</summary>
    public IReadOnlyList<Incident> Incidents => OpenIncidents;

    /// <summary>A copy of the workflow's input.</summary>
    public JsonObject Input => ToObject(Inputs);

    /// <summary>A copy of the workflow's outputs as set so far.</summary>
    public JsonObject Output => ToObject(Outputs);

    /// <summary>A copy of the workflow's own variables.</summary>
    public JsonObject Variables => ToObject(Executions.FirstOrDefault(static e => e.OwnerId == 0)?.Variables ?? FinalVariables);

    internal List<Wait> OpenWaits { get; init; } = [];

    internal List<Incident> OpenIncidents { get; init; } = [];

    internal OrderedDictionary<string, JsonNode?> Inputs { get; init; } = [];

    internal OrderedDictionary<string, JsonNode?> Outputs { get; init; } = [];

    /// <summary>Executions that have not completed, parents before children.</summary>
    internal List<ActivityExecution> Executions { get; init; } = [];

    /// <summary>Work that was still scheduled when the step limit stopped an advance.</summary>
    internal List<StoredWork> PendingWork { get; init; } = [];

    /// <summary>The last outputs by activity id and output name; kept only for definitions whose scripts may ask for them.</summary>
    internal OrderedDictionary<string, OrderedDictionary<string, JsonNode?>> LastOutputs { get; init; } = [];

    /// <summary>Variables of the workflow once it has ended and has no execution left to hold them.</summary>
    internal OrderedDictionary<string, JsonNode?>? FinalVariables { get; set; }

    internal JsonNode? LastResult { get; set; }

    internal string? TriggerActivityId { get; set; }

    internal int LastExecutionId { get; set; }

    internal int LastWaitId { get; set; }

    internal int LastIncidentId { get; set; }

    /// <summary>A copy that an advance may change. Values are shared, since nobody changes a value once it is there.</summary>
    internal WorkflowState Copy()
    {
        var copy = new WorkflowState
        {
            DefinitionId = DefinitionId,
            VersionId = VersionId,
            Status = Status,
            SubStatus = SubStatus,
            CorrelationId = CorrelationId,
            Name = Name,
            OpenWaits = [.. OpenWaits],
            OpenIncidents = [.. OpenIncidents],
            Inputs = new(Inputs),
            Outputs = new(Outputs),
            PendingWork = [.. PendingWork],
            FinalVariables = FinalVariables is null ? null : new(FinalVariables),
            LastResult = LastResult,
            TriggerActivityId = TriggerActivityId,
            LastExecutionId = LastExecutionId,
            LastWaitId = LastWaitId,
            LastIncidentId = LastIncidentId,
        };

        foreach (var execution in Executions)
        {
            copy.Executions.Add(execution.Copy());
        }

        foreach (var (activityId, outputs) in LastOutputs)
        {
            copy.LastOutputs.Add(activityId, new(outputs));
        }

        return copy;
    }

    private static JsonObject ToObject(OrderedDictionary<string, JsonNode?>? values)
    {
        var result = new JsonObject();

        foreach (var (name, value) in values ?? [])
        {
            result[name] = value?.DeepClone();
        }

        return result;
    }
}
