using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.Testing;

/// <summary>Compares the shape of two JSON values: which properties there are and of what kind, never what they say.</summary>
public static class ShapeOf
{
    /// <summary>
    /// What an answer lacks of a recorded one, as paths (<c>$.items[].name</c>). A recorded null takes any value. Of a recorded list counts what all its
    /// elements have, and every element of the answer must have it; a list that is empty where the recording has elements is named, for nothing can be seen of it.
    /// </summary>
    /// <param name="recorded">The recording.</param>
    /// <param name="actual">The answer.</param>
    /// <param name="ignored">Paths that are left out, with all that lies under them.</param>
    public static IReadOnlyList<string> Missing(JsonNode? recorded, JsonNode? actual, params string[] ignored)
    {
        var missing = new List<string>();
        Compare(recorded, actual, "$", ignored, missing);
        return [.. missing.Distinct()];
    }

    /// <summary>The properties that an answer has and the recording has not, as paths; for looking at, not for judging.</summary>
    public static IReadOnlyList<string> Added(JsonNode? recorded, JsonNode? actual) => Missing(actual, recorded);

    private static void Compare(JsonNode? recorded, JsonNode? actual, string path, string[] ignored, List<string> missing)
    {
        if (Kind(recorded) == JsonValueKind.Null || ignored.Contains(path))
        {
            return;
        }

        if (Kind(recorded) != Kind(actual))
        {
            missing.Add($"{path}: {Kind(recorded)}, not {Kind(actual)}");
            return;
        }

        if (recorded is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                CompareMember(value, (JsonObject)actual!, name, $"{path}.{name}", ignored, missing);
            }
        }
        else if (recorded is JsonArray { Count: > 0 } items && actual is JsonArray answered)
        {
            if (answered.Count == 0)
            {
                missing.Add($"{path}[]: empty");
            }

            var least = items.Select(static i => i?.DeepClone()).Aggregate(Least);
            foreach (var item in answered)
            {
                Compare(least, item, path + "[]", ignored, missing);
            }
        }
    }

    private static void CompareMember(JsonNode? recorded, JsonObject actual, string name, string path, string[] ignored, List<string> missing)
    {
        if (!actual.TryGetPropertyValue(name, out var value))
        {
            if (!ignored.Contains(path))
            {
                missing.Add($"{path}: not there");
            }

            return;
        }

        Compare(recorded, value, path, ignored, missing);
    }

    /// <summary>What two elements have in common.</summary>
    private static JsonNode? Least(JsonNode? one, JsonNode? other)
    {
        if (Kind(one) != Kind(other))
        {
            return null;
        }

        if (one is JsonObject a && other is JsonObject b)
        {
            return new JsonObject(a.Where(p => b.ContainsKey(p.Key)).Select(p => KeyValuePair.Create(p.Key, Least(p.Value?.DeepClone(), b[p.Key]?.DeepClone()))));
        }

        return one;
    }

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        null => JsonValueKind.Null,
        JsonValueKind.False => JsonValueKind.True,
        var kind => kind.Value,
    };
}

/// <summary>One HTTP exchange of the genuine Elsa Studio, as it was recorded.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Method">GET, POST, ….</param>
/// <param name="Route">The route, with names in braces.</param>
/// <param name="Path">The path that was called.</param>
/// <param name="Query">The query, with its question mark; empty for none.</param>
/// <param name="Request">The body that Studio sent, or null.</param>
/// <param name="Status">The status that Studio was answered with.</param>
/// <param name="Response">The body with which its view rendered, or null.</param>
public sealed record RecordedExchange(string Name, string Method, string Route, string Path, string Query, JsonNode? Request, int Status, JsonNode? Response)
{
    /// <summary>Reads a recording.</summary>
    /// <param name="file">The file's path.</param>
    public static RecordedExchange Read(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        return new RecordedExchange(
            System.IO.Path.GetFileNameWithoutExtension(file), (string)json["method"]!, (string)json["route"]!, (string)json["path"]!, (string?)json["query"] ?? "",
            json["request"]?.DeepClone(), (int)json["status"]!, json["response"]?.DeepClone());
    }
}
