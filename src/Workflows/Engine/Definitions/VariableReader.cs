using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Reads the variables that a workflow or a container declares.</summary>
internal static class VariableReader
{
    public static IReadOnlyList<VariableDefinition> ReadAll(JsonNode? json)
    {
        if (json is not JsonArray { Count: > 0 } array)
        {
            return [];
        }

        var result = new List<VariableDefinition>();

        foreach (var item in array.OfType<JsonObject>())
        {
            var name = ActivityNode.Text(item, "name") is { Length: > 0 } given ? given : $"Variable{result.Count + 1}";
            var id = ActivityNode.Text(item, "id") ?? name;
            var type = ActivityNode.Text(item, "typeName") ?? "Object";
            var isArray = item["isArray"] is JsonValue flag && flag.TryGetValue(out bool array1) && array1;
            result.Add(new VariableDefinition(id, name, type, isArray, VariableTypes.Convert(type, isArray, item["value"])));
        }

        return result;
    }

    /// <summary>The id and name of a variable that an input refers to: an object, or, as Studio's property editor writes it, an object in a text.</summary>
    public static (string? Id, string? Name) ReadReference(JsonNode? json)
    {
        var value = ExpressionValues.Unwrap(json);

        return value switch
        {
            JsonObject variable => (ActivityNode.Text(variable, "id"), ActivityNode.Text(variable, "name")),
            JsonValue => (ExpressionValues.ToText(value), ExpressionValues.ToText(value)),
            _ => (null, null),
        };
    }
}
