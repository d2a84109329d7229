using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Reads Elsa 3 definition JSON. What it does not know it keeps.</summary>
public static class DefinitionReader
{
    /// <summary>Reads a definition.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The definition, or the problems that make it unreadable.</returns>
    public static DefinitionReadResult Read(string json) => throw new NotSupportedException(json);

    internal static WorkflowDefinition FromJson(JsonObject json) => throw new NotSupportedException(json.ToString());
}

/// <summary>What came of reading a definition.</summary>
/// <param name="Definition">The definition; null when it could not be read.</param>
/// <param name="Problems">Why it could not be read; empty when it could.</param>
public sealed record DefinitionReadResult(WorkflowDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems);
