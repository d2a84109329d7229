using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>An input as written in a definition.</summary>
/// <param name="Name">The input's name, camelCase.</param>
/// <param name="Expression">How its value is found.</param>
internal sealed record ActivityInput(string Name, Expression Expression)
{
    /// <summary>Reads a property of an activity: wrapped, as Studio writes it, or a bare value. Null for a property that is no input.</summary>
    public static ActivityInput? Read(string name, JsonNode? json) => json switch
    {
        null => null,
        JsonObject wrapped when wrapped.ContainsKey("expression") => wrapped["expression"] is JsonObject expression
            ? new ActivityInput(name, Expression.Read(expression))
            : null,
        JsonObject wrapped when wrapped.ContainsKey("memoryReference") => null,
        _ => new ActivityInput(name, new Expression("Literal", json)),
    };

    /// <summary>The id of the variable or output that an output of the activity is bound to; null when it is not bound.</summary>
    public static string? ReadBinding(JsonNode? json) =>
        json is JsonObject output && output["memoryReference"] is JsonObject reference ? ActivityNode.Text(reference, "id") : null;

    /// <summary>Whether a property is written as an input with an expression.</summary>
    public static bool IsWrapped(JsonNode? json) =>
        json is JsonObject wrapped && wrapped["expression"] is JsonObject expression && expression.GetValueKind() == JsonValueKind.Object;
}
