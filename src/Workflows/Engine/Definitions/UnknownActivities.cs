using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>
/// Elsa Studio draws nothing at all of a flow with an activity that it has no descriptor for, and then saves it empty. So what it does not know is sent to
/// it as <c>Elsa.NotFoundActivity</c> with the original inside, and comes back as the original.
/// </summary>
public static class UnknownActivities
{
    /// <summary>The type that stands in.</summary>
    public const string StandInType = "Elsa.NotFoundActivity";

    /// <summary>Replaces activities that are not known, with everything inside them. The root stays what it is.</summary>
    /// <param name="root">The root activity; it is changed.</param>
    /// <param name="isKnown">Whether an activity, as written in the definition, has a descriptor.</param>
    public static void Hide(JsonObject root, Func<JsonObject, bool> isKnown) =>
        ReplaceInside(root, activity => IsStandIn(activity) || isKnown(activity) ? null : StandInFor(activity));

    /// <summary>Puts the originals back, at the place and with the name that their stand-ins have now.</summary>
    /// <param name="root">The root activity; it is changed.</param>
    public static void Restore(JsonObject root) => ReplaceInside(root, Original);

    private static bool IsStandIn(JsonObject activity) => ActivityNode.Text(activity, "type") == StandInType;

    private static JsonObject StandInFor(JsonObject activity) => new()
    {
        ["id"] = activity["id"]?.DeepClone(),
        ["nodeId"] = activity["nodeId"]?.DeepClone(),
        ["name"] = activity["name"]?.DeepClone(),
        ["type"] = StandInType,
        ["version"] = 1,
        ["customProperties"] = activity["customProperties"]?.DeepClone() ?? new JsonObject(),
        ["metadata"] = activity["metadata"]?.DeepClone() ?? new JsonObject(),
        ["missingTypeName"] = activity["type"]?.DeepClone(),
        ["missingTypeVersion"] = activity["version"]?.DeepClone() ?? 1,
        ["originalActivityJson"] = activity.ToJsonString(),
    };

    private static JsonObject? Original(JsonObject standIn)
    {
        if (!IsStandIn(standIn) || TryParse(OriginalText(standIn)) is not { } original || !ActivityTreeReader.IsActivity(original))
        {
            return null;
        }

        foreach (var name in (ReadOnlySpan<string>)["id", "nodeId", "name", "metadata", "customProperties"])
        {
            if (standIn[name] is { } value)
            {
                original[name] = value.DeepClone();
            }
        }

        return original;
    }

    private static string? OriginalText(JsonObject standIn) =>
        ActivityNode.Text(standIn, "originalActivityJson")
        ?? ((standIn["originalActivityJson"] as JsonObject)?["expression"] is JsonObject expression ? ActivityNode.Text(expression, "value") : null);

    private static JsonObject? TryParse(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void ReplaceInside(JsonObject activity, Func<JsonObject, JsonObject?> replacement)
    {
        foreach (var (name, value) in activity.ToList())
        {
            if (ActivityTreeReader.IsPort(name) && ActivityTreeReader.IsActivity(value))
            {
                activity[name] = Replace((JsonObject)value!, replacement);
            }
            else if (ActivityTreeReader.IsPort(name) && value is JsonArray items)
            {
                ReplaceItems(items, replacement);
            }
        }
    }

    private static void ReplaceItems(JsonArray items, Func<JsonObject, JsonObject?> replacement)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (ActivityTreeReader.IsActivity(items[i]))
            {
                items[i] = Replace((JsonObject)items[i]!, replacement);
            }
            else if (items[i] is JsonObject item && ActivityTreeReader.IsActivity(item["activity"]))
            {
                item["activity"] = Replace((JsonObject)item["activity"]!, replacement);
            }
        }
    }

    /// <summary>What stands in the place afterwards; a node that stays must be a copy, for one that has a parent cannot be put in again.</summary>
    private static JsonObject Replace(JsonObject activity, Func<JsonObject, JsonObject?> replacement)
    {
        var result = replacement(activity) ?? (JsonObject)activity.DeepClone();

        if (!IsStandIn(result))
        {
            ReplaceInside(result, replacement);
        }

        return result;
    }
}
