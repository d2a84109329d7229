using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A stored version as the document that leaves the house: the drawing, with what the columns know better.</summary>
internal static class DefinitionDocument
{
    /// <summary>The counter in <c>customProperties</c> that an editor hands back, so that nobody overwrites what someone else saved.</summary>
    public const string RevName = "rev";

    /// <summary>Properties that say which version this is, or were added on the way out; a comparison of drawings leaves them out.</summary>
    private static readonly string[] Identity = ["id", "definitionId", "version", "isLatest", "isPublished", "isReadonly", "isSystem", "createdAt", "toolVersion", "links", "$schema", "usableAsActivity", "providerName", "materializerName", "materializerContext"];

    /// <summary>The version as Elsa 3 JSON.</summary>
    public static JsonObject Of(WorkflowDefinitionRow version)
    {
        var json = JsonNode.Parse(version.Json)!.AsObject();
        json["id"] = version.VersionId;
        json["definitionId"] = version.DefinitionId;
        json["name"] = version.Name;
        json["version"] = version.Version;
        json["createdAt"] = version.CreatedAt;
        json["isLatest"] = version.IsLatest;
        json["isPublished"] = version.IsPublished;
        return json;
    }

    /// <summary>The counter that a drawing brings along.</summary>
    public static long? RevOf(JsonObject drawing) =>
        (drawing["customProperties"] as JsonObject)?[RevName] is JsonValue value && value.TryGetValue(out long rev) ? rev : null;

    /// <summary>Takes away what belongs to one answer and not to the drawing.</summary>
    public static void Strip(JsonObject drawing)
    {
        (drawing["customProperties"] as JsonObject)?.Remove(RevName);
        foreach (var name in (ReadOnlySpan<string>)["links", "$schema"])
        {
            drawing.Remove(name);
        }

        if (!Version.TryParse(drawing["toolVersion"]?.ToString(), out _))
        {
            drawing["toolVersion"] = ToolVersion;
        }
    }

    /// <summary>The designer whose form we write; it takes only numbers here.</summary>
    public const string ToolVersion = "3.8.2.0";

    public static bool IsEmpty(JsonObject drawing) => drawing["root"] is not JsonObject root || root["activities"] is not JsonArray { Count: > 0 };

    /// <summary>Whether two normalised definitions draw the same.</summary>
    public static bool IsSameDrawing(JsonObject one, JsonObject other) => JsonNode.DeepEquals(Bare(one), Bare(other));

    private static JsonObject Bare(JsonObject drawing)
    {
        var copy = drawing.DeepClone().AsObject();
        foreach (var name in Identity)
        {
            copy.Remove(name);
        }

        (copy["customProperties"] as JsonObject)?.Remove(RevName);
        RemoveNulls(copy);
        RemoveNulls(copy["options"] as JsonObject);
        return copy;
    }

    private static void RemoveNulls(JsonObject? json)
    {
        foreach (var name in json?.Where(static p => p.Value is null).Select(static p => p.Key).ToList() ?? [])
        {
            json!.Remove(name);
        }
    }
}
