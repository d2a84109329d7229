using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>How far an activity execution has come.</summary>
internal enum ExecutionStatus
{
    Running,
    Completed,
    Canceled,
    Faulted,
}

/// <summary>One run of one activity.</summary>
internal sealed class ActivityExecution
{
    public required int Id { get; init; }

    /// <summary>The container's execution; 0 for the workflow itself.</summary>
    public required int OwnerId { get; init; }

    /// <summary>What the definition calls the activity.</summary>
    public required string NodeKey { get; init; }

    public ExecutionStatus Status { get; set; }

    /// <summary>True when a connection back led here: the visit does not count in the flowchart.</summary>
    public bool IsByBackwardConnection { get; init; }

    /// <summary>True when a Break asked the activity to end.</summary>
    public bool IsBreaking { get; set; }

    public JsonObject? Local { get; set; }

    public OrderedDictionary<string, JsonNode?>? Variables { get; set; }

    /// <summary>Of a flowchart: how far each connection is ahead of the activity it leads to.</summary>
    public FlowScope? Flow { get; set; }

    /// <summary>Of a failed execution that had already completed: the ports it left by, so that a retry goes on from there.</summary>
    public IReadOnlyList<string>? CompletedWith { get; set; }

    /// <summary>True once the owner has been told of the completion.</summary>
    public bool IsReported { get; set; }

    /// <summary>The activity in its definition; found again at the start of each advance.</summary>
    public ActivityNode Node { get; set; } = null!;

    public Activity Activity { get; set; } = null!;

    public ActivityExecution? Owner { get; set; }

    public List<ActivityExecution> Children { get; } = [];

    /// <summary>The definition that the activity stands in: the instance's own, or that of a workflow used as an activity.</summary>
    public WorkflowDefinition Definition { get; set; } = null!;

    /// <summary>Inputs already evaluated in this burst.</summary>
    public Dictionary<string, JsonNode?>? EvaluatedInputs { get; set; }

    public bool IsCompleted => Status is ExecutionStatus.Completed or ExecutionStatus.Canceled;

    /// <summary>True while the execution is being cancelled, so that its children's ends do not complete it.</summary>
    public bool IsCanceling { get; set; }

    public IEnumerable<ActivityExecution> SelfAndAncestors()
    {
        for (var current = this; current is not null; current = current.Owner)
        {
            yield return current;
        }
    }

    /// <summary>A copy of what is stored, not yet bound to the definition.</summary>
    public ActivityExecution Copy() => new()
    {
        Id = Id,
        OwnerId = OwnerId,
        NodeKey = NodeKey,
        Status = Status,
        IsByBackwardConnection = IsByBackwardConnection,
        IsBreaking = IsBreaking,
        Local = (JsonObject?)Local?.DeepClone(),
        Variables = Variables is null ? null : new(Variables),
        Flow = Flow?.Copy(),
        CompletedWith = CompletedWith,
        IsReported = IsReported,
    };
}
