using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Everything outside the state that an advance may look at. The same surroundings give the same advance.</summary>
/// <param name="Now">The instant of the advance, UTC.</param>
public sealed record Surroundings(DateTimeOffset Now)
{
    /// <summary>The instance's id, for expressions; the engine makes no ids itself.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Facts about the case, read by expressions as the frozen global <c>theCase</c>; null: an empty object. The engine does not change it.</summary>
    public JsonObject? Case { get; init; }

    /// <summary>Finds a published definition by definition id and version (null: the published version); returns null for an unknown one.</summary>
    public Func<string, int?, WorkflowDefinition?> FindDefinition { get; init; } = static (_, _) => null;

    /// <summary>Makes the id of a child instance that runs inside this advance; null: such children have no id.</summary>
    public Func<string>? NextInstanceId { get; init; }

    /// <summary>Activity executions that must fail instead of being run; see <see cref="ForcedFault"/>.</summary>
    public IReadOnlyList<ForcedFault> Faults { get; init; } = [];

    /// <summary>How many instances have started one another within this advance.</summary>
    internal int Depth { get; init; }
}

/// <summary>
/// Makes one activity execution fail. When the host could not apply a command, it rolls back and advances once more from the same state with
/// the command's execution named here, so that the failure becomes an incident instead of a lost instance.
/// </summary>
/// <param name="ExecutionId">The execution whose command failed.</param>
/// <param name="Message">Why, for the incident.</param>
public sealed record ForcedFault(int ExecutionId, string Message);
