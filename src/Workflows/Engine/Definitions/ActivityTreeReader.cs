using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>
/// Finds the activities in a definition. Every property that holds an activity, a list of activities, or a list of things with an activity
/// (the cases of a switch) counts, so that activities inside an unknown type are found too.
/// </summary>
internal static class ActivityTreeReader
{
    private static readonly HashSet<string> NotPorts = new(StringComparer.Ordinal)
    {
        "metadata", "customProperties", "connections", "variables", "variable", "syntheticProperties",
    };

    /// <summary>Reads the tree under the workflow and returns all of it, containers before what they contain.</summary>
    public static IReadOnlyList<ActivityNode> Read(ActivityNode workflow, JsonObject root)
    {
        var all = new List<ActivityNode>();
        var node = ReadNode(root, workflow, "root", all);
        workflow.Children = [node];

        foreach (var group in all.GroupBy(static a => a.Id, StringComparer.Ordinal).Where(static g => g.Key.Length == 0 || g.Skip(1).Any()))
        {
            var number = 0;

            foreach (var duplicate in group)
            {
                duplicate.Key = $"{duplicate.NodeId}#{++number}";
            }
        }

        return all;
    }

    /// <summary>Whether a property of an activity may hold activities.</summary>
    public static bool IsPort(string name) => !NotPorts.Contains(name);

    public static bool IsActivity(JsonNode? json) =>
        json is JsonObject candidate
        && !string.IsNullOrEmpty(ActivityNode.Text(candidate, "type"))
        && candidate.ContainsKey("id")
        && !candidate.ContainsKey("typeName");

    private static ActivityNode ReadNode(JsonObject json, ActivityNode? parent, string? port, List<ActivityNode> all)
    {
        var node = new ActivityNode(json, parent, port) { Variables = VariableReader.ReadAll(json["variables"]) };
        all.Add(node);
        List<ActivityNode>? children = null;

        foreach (var (name, value) in json)
        {
            if (NotPorts.Contains(name))
            {
                continue;
            }

            if (IsActivity(value))
            {
                (children ??= []).Add(ReadNode((JsonObject)value!, node, name, all));
            }
            else if (value is JsonArray array)
            {
                foreach (var item in array)
                {
                    var activity = IsActivity(item) ? item : (item as JsonObject)?["activity"];

                    if (IsActivity(activity))
                    {
                        (children ??= []).Add(ReadNode((JsonObject)activity!, node, name, all));
                    }
                }
            }
        }

        node.Children = children ?? [];
        node.Connections = ReadConnections(json["connections"]);

        return node;
    }

    private static IReadOnlyList<Connection> ReadConnections(JsonNode? json)
    {
        if (json is not JsonArray { Count: > 0 } array)
        {
            return [];
        }

        var result = new List<Connection>();

        foreach (var item in array.OfType<JsonObject>())
        {
            var connection = ReadConnection(item);

            if (!result.Contains(connection))
            {
                result.Add(connection);
            }
        }

        return result;
    }

    /// <summary>A line as a drawing writes it.</summary>
    public static Connection ReadConnection(JsonObject json) => new(
        End(json["source"], "activity") ?? "", Port(json["source"] ?? json["sourcePort"]) ?? "Done",
        End(json["target"], "activity") ?? "", Port(json["target"] ?? json["targetPort"]) ?? "In");

    private static string? End(JsonNode? end, string property) =>
        end is JsonObject point ? ActivityNode.Text(point, property) : end is JsonValue value && value.TryGetValue(out string? id) ? id : null;

    private static string? Port(JsonNode? end) =>
        end is JsonObject point ? ActivityNode.Text(point, "port") is { Length: > 0 } port ? port : null : null;
}
