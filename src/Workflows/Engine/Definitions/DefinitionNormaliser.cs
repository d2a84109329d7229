using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>
/// Puts right what Elsa Studio leaves undone when it saves, and what would make it draw nothing: missing type names, truth values and variables written
/// as text, node ids that no longer fit, flowcharts without lists, positions written as text. The engine reads either form; what is stored and exported should be the one that an Elsa server writes. All else stays as it is.
/// </summary>
public static class DefinitionNormaliser
{
    /// <summary>Gives a normalised copy of a definition.</summary>
    /// <param name="definition">The definition as saved.</param>
    /// <param name="findTypeName">The type alias of an input by activity type and input name (camelCase); null or a null answer: <c>Object</c>.</param>
    public static JsonObject Normalise(JsonObject definition, Func<string, string, string?>? findTypeName = null)
    {
        var copy = (JsonObject)definition.DeepClone();
        Default<JsonArray>(copy, "variables");
        Default<JsonArray>(copy, "inputs");
        Default<JsonArray>(copy, "outputs");
        Default<JsonArray>(copy, "outcomes");
        Default<JsonObject>(copy, "customProperties");
        Default<JsonObject>(copy, "options");

        if (copy["root"] is JsonObject root && ActivityTreeReader.IsActivity(root))
        {
            Normalise(root, "Workflow1", findTypeName);
        }

        return copy;
    }

    private static void Normalise(JsonObject activity, string parentNodeId, Func<string, string, string?>? findTypeName)
    {
        var nodeId = parentNodeId + ":" + ActivityNode.Text(activity, "id");
        activity["nodeId"] = nodeId;
        Default<JsonObject>(activity, "customProperties");
        Default<JsonObject>(activity, "metadata");
        activity["version"] ??= 1;
        NormaliseDrawing(activity);

        foreach (var (name, value) in activity.ToList())
        {
            if (name is "metadata" or "customProperties" or "variables" or "variable")
            {
                continue;
            }

            if (name == "connections")
            {
                NormaliseConnections(value);
            }
            else if (ActivityTreeReader.IsActivity(value))
            {
                Normalise((JsonObject)value!, nodeId, findTypeName);
            }
            else if (ActivityInput.IsWrapped(value))
            {
                NormaliseInput((JsonObject)value!, () => findTypeName?.Invoke(ActivityNode.Text(activity, "type") ?? "", name));
            }
            else if (value is JsonArray items)
            {
                NormaliseItems(items, nodeId, findTypeName);
            }
        }
    }

    private static void NormaliseDrawing(JsonObject activity)
    {
        if (ActivityNode.Text(activity, "type") is "Elsa.Flowchart" or "Elsa.Sequence")
        {
            Default<JsonArray>(activity, "activities");
        }

        if (ActivityNode.Text(activity, "type") is "Elsa.Flowchart")
        {
            Default<JsonArray>(activity, "connections");
        }

        if (activity["metadata"] is JsonObject metadata && metadata["designer"] is JsonObject designer)
        {
            NormaliseNumbers(designer["position"] as JsonObject);
            NormaliseNumbers(designer["size"] as JsonObject);
        }
    }

    private static void NormaliseNumbers(JsonObject? point)
    {
        foreach (var (name, value) in point?.ToList() ?? [])
        {
            if (value is JsonValue text && text.TryGetValue(out string? written))
            {
                point![name] = double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
            }
        }
    }

    private static void NormaliseItems(JsonArray items, string nodeId, Func<string, string, string?>? findTypeName)
    {
        foreach (var item in items.OfType<JsonObject>())
        {
            if (ActivityTreeReader.IsActivity(item))
            {
                Normalise(item, nodeId, findTypeName);
            }
            else if (ActivityTreeReader.IsActivity(item["activity"]))
            {
                Normalise((JsonObject)item["activity"]!, nodeId, findTypeName);
            }
        }
    }

    private static void NormaliseInput(JsonObject input, Func<string?> findTypeName)
    {
        if (ActivityNode.Text(input, "typeName") is null)
        {
            input["typeName"] = findTypeName() ?? "Object";
        }

        var expression = (JsonObject)input["expression"]!;
        var type = ActivityNode.Text(expression, "type");
        var text = ActivityNode.Text(expression, "value");

        if (type == "Literal" && ActivityNode.Text(input, "typeName") == "Boolean" && bool.TryParse(text, out var truth))
        {
            expression["value"] = truth;
        }
        else if (type == "Variable" && text is not null && TryUnwrap(expression["value"]) is JsonObject variable)
        {
            expression["value"] = variable;
        }
    }

    private static void NormaliseConnections(JsonNode? connections)
    {
        foreach (var connection in (connections as JsonArray ?? []).OfType<JsonObject>())
        {
            Default<JsonArray>(connection, "vertices");
        }
    }

    private static JsonNode? TryUnwrap(JsonNode? value)
    {
        try
        {
            return ExpressionValues.Unwrap(value);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void Default<T>(JsonObject o, string name)
        where T : JsonNode
    {
        if (o[name] is null || o[name]!.GetValueKind() == JsonValueKind.Null)
        {
            o[name] = typeof(T) == typeof(JsonArray) ? new JsonArray() : new JsonObject();
        }
    }
}
