using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>An activity that is to run once those scheduled before it have.</summary>
internal sealed record WorkItem(ActivityNode Node, ActivityExecution? Owner)
{
    public bool IsByBackwardConnection { get; init; }

    /// <summary>Variables that exist only for this execution and what it contains.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonNode?>>? Variables { get; init; }
}

/// <summary>A work item as stored: only when the step limit stopped an advance in the middle.</summary>
internal sealed record StoredWork(string NodeKey, int OwnerId, bool IsByBackwardConnection, OrderedDictionary<string, JsonNode?>? Variables);
