using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;

/// <summary>Compares an answer with a recorded one with which Studio worked: every property must be there, and of the same kind or null.</summary>
internal static class InstanceShape
{
    /// <summary>One recorded exchange: the request as Studio sent it, and the answer.</summary>
    public static JsonObject Exchange(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(TestHost.Root, "tests", "WorkflowHost.Tests", "ElsaApi", "Exchanges", name + ".json")))!.AsObject();

    public static JsonNode RecordedAnswer(string name) => Exchange(name)["response"]!;

    /// <summary>What the answer lacks, as paths; empty when nothing.</summary>
    public static IReadOnlyList<string> Lacks(JsonNode? answer, JsonNode? recorded, string path = "$") => (answer, recorded) switch
    {
        (_, null) => [],
        (JsonObject a, JsonObject r) when IsMap(path) => [],
        (JsonObject a, JsonObject r) =>
            [.. r.SelectMany(p => a.ContainsKey(p.Key) ? p.Value is null || a[p.Key] is null ? [] : Lacks(a[p.Key], p.Value, $"{path}.{p.Key}") : [$"{path}.{p.Key} is missing"])],
        (JsonArray { Count: > 0 } a, JsonArray { Count: > 0 } r) => Lacks(a[0], r[0], path + "[0]"),
        (JsonArray, JsonArray) => [],
        (JsonValue a, JsonValue r) when Kind(a) == Kind(r) => [],
        _ => [$"{path} is {Kind(answer)}, recorded is {Kind(recorded)}"],
    };

    /// <summary>Objects whose keys are names of inputs and the like, so that a recorded one says nothing about another.</summary>
    private static bool IsMap(string path) =>
        path.Split('.')[^1] is "input" or "output" or "activityState" or "outputs" or "payload" or "properties" or "metadata";

    private static string Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        { } kind => kind.ToString(),
    };
}
