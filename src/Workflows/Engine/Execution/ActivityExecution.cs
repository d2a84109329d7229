using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>One run of one activity that has not completed yet.</summary>
internal sealed class ActivityExecution
{
    public required int Id { get; init; }

    /// <summary>The container's execution; 0 for the workflow itself.</summary>
    public required int OwnerId { get; init; }

    public required ActivityNode Node { get; init; }

    public bool IsFaulted { get; set; }

    public JsonObject? Local { get; set; }

    public OrderedDictionary<string, JsonNode?>? Variables { get; set; }
}
