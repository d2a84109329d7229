using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Reads what a token says: texts, lists and nested objects.</summary>
internal static class ClaimReader
{
    /// <summary>All values at a path. A claim of exactly that name goes before a path into one; lists on the way are opened.</summary>
    public static IEnumerable<JsonNode> At(JsonNode claims, string path)
    {
        if (claims is JsonObject named && named[path] is { } exact)
        {
            return Open(exact);
        }

        IEnumerable<JsonNode> found = [claims];
        foreach (var step in path.Split('.'))
        {
            found = found.SelectMany(node => node is JsonObject inner && inner[step] is { } next ? Open(next) : []);
        }

        return found;
    }

    /// <summary>All texts at a path; those of a scope are parted by spaces.</summary>
    public static IEnumerable<string> TextsAt(JsonNode claims, string path) => At(claims, path).Select(Text).OfType<string>();

    /// <summary>The first text at a path that is not blank, or null.</summary>
    public static string? TextAt(JsonNode claims, string? path) =>
        string.IsNullOrEmpty(path) ? null : TextsAt(claims, path).Select(t => t.Trim()).FirstOrDefault(t => t.Length > 0);

    /// <summary>A value as text: strings as they are, numbers and booleans as written; null for lists and objects.</summary>
    public static string? Text(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.ToJsonString(),
        _ => null,
    };

    private static IEnumerable<JsonNode> Open(JsonNode node) => node is JsonArray list ? list.OfType<JsonNode>().SelectMany(Open) : [node];
}
