using System.Text.Json;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Writes a definition as Elsa 3 JSON, with everything that was in it when it was read.</summary>
public static class DefinitionWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="indented">True for reading by people.</param>
    public static string Write(WorkflowDefinition definition, bool indented = false) =>
        definition.Json.ToJsonString(indented ? Indented : JsonSerializerOptions.Default);
}
