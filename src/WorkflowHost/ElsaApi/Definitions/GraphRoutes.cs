using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.ElsaApi.Definitions;

/// <summary>A step in its place: which port of what contains it, and its path.</summary>
internal sealed record WireNode(string NodeId, string? Port, JsonNode Activity);

/// <summary>One stretch of the way from the top of a drawing down to a step.</summary>
internal sealed record WireSegment(string ActivityNodeId, string ActivityId, string ActivityType, string? PortName, string? ActivityName);

/// <summary>The way down to a step, and the drawing that it stands in.</summary>
internal sealed record WireSegments(WireNode ChildNode, WireNode Container, IReadOnlyList<WireSegment> PathSegments);

/// <summary>Parts of a drawing: what is inside a step, and where a step is.</summary>
internal static class GraphRoutes
{
    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapGet("/workflow-definitions/subgraph/{id}", SubgraphAsync);
        elsa.MapGet("/workflow-definitions/subgraph/segments/{id}", SegmentsAsync);
    }

    private static async Task<IResult> SubgraphAsync(
        string id, string? parentNodeId, FindDefinitions find, DefinitionModels models, DefinitionCatalogue catalogue, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, find, models, catalogue, user, cancellationToken) is not { Count: > 0 } places)
        {
            return Refusal.NotFound().ToResult();
        }

        var place = places.Find(p => p.NodeId == parentNodeId) ?? places[0];
        return TypedResults.Ok(place.ToWire());
    }

    private static async Task<IResult> SegmentsAsync(
        string id, string? childNodeId, FindDefinitions find, DefinitionModels models, DefinitionCatalogue catalogue, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, find, models, catalogue, user, cancellationToken) is not { Count: > 0 } places || places.Find(p => p.NodeId == childNodeId) is not { } child)
        {
            return Refusal.NotFound().ToResult();
        }

        List<WireSegment> segments = [];
        var container = places[0];
        for (var (below, place) = (child, child.Parent); place is not null; (below, place) = (place, place.Parent))
        {
            if (place.Text("type") is not ("Elsa.Flowchart" or "Elsa.Workflow"))
            {
                container = segments.Count == 0 ? place : container;
                segments.Insert(0, new WireSegment(place.NodeId, place.Text("id")!, place.Text("type")!, below.Port, place.Text("name")));
            }
        }

        return TypedResults.Ok(new WireSegments(child.ToWire(), container.ToWire(), segments));
    }

    private static async Task<List<Place>?> ReadAsync(
        string id, FindDefinitions find, DefinitionModels models, DefinitionCatalogue catalogue, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await find.FindAsync(new DefinitionQuery(VersionIds: [id]), cancellationToken) is not { } found || models.Full(found, user)["root"] is not JsonObject root)
        {
            return null;
        }

        List<Place> places = [];
        var number = 1;
        Open(root, models, catalogue, ref number, 0);
        Gather(root, null, "root", places);
        return places;
    }

    /// <summary>Puts the drawings of workflows that stand as steps inside those steps, numbered as the engine numbers them.</summary>
    private static void Open(JsonObject activity, DefinitionModels models, DefinitionCatalogue catalogue, ref int number, int depth)
    {
        if (activity["workflowDefinitionId"] is JsonValue value && value.TryGetValue(out string? id) && !activity.ContainsKey("root"))
        {
            number++;
            var version = activity["version"] is JsonValue v && v.TryGetValue(out int asked) ? asked : (int?)null;
            if (depth < 20 && (catalogue.Find(id, version) ?? catalogue.Find(id, null)) is { } inner && models.Drawing(inner.Json) is { } root)
            {
                Rename(root, $"{activity["nodeId"]}:Workflow{number}");
                activity["root"] = root;
            }
        }

        foreach (var (_, child) in Children(activity).ToList())
        {
            Open(child, models, catalogue, ref number, depth + 1);
        }
    }

    private static void Rename(JsonObject activity, string parentNodeId)
    {
        var nodeId = $"{parentNodeId}:{activity["id"]}";
        activity["nodeId"] = nodeId;
        foreach (var (_, child) in Children(activity))
        {
            Rename(child, nodeId);
        }
    }

    private static void Gather(JsonObject activity, Place? parent, string port, List<Place> places)
    {
        var place = new Place(activity, parent, port);
        places.Add(place);
        foreach (var (name, child) in Children(activity))
        {
            Gather(child, place, name, places);
        }
    }

    private static IEnumerable<(string Port, JsonObject Activity)> Children(JsonObject activity)
    {
        foreach (var (name, value) in activity)
        {
            var candidates = value is JsonArray items ? items.Select(static i => i is JsonObject o && o["activity"] is JsonObject inner ? inner : i) : [value];
            foreach (var child in candidates.OfType<JsonObject>().Where(static c => c.ContainsKey("nodeId") && c.ContainsKey("type")))
            {
                yield return (name, child);
            }
        }
    }

    private sealed record Place(JsonObject Activity, Place? Parent, string Port)
    {
        public string NodeId => Text("nodeId") ?? "";

        public string? Text(string name) => Activity[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

        public WireNode ToWire() => new(NodeId, Port, Activity);
    }
}
