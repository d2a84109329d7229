using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Tests.Engine;

/// <summary>Writes definitions as short as a test needs them, in the JSON that Elsa exports.</summary>
internal sealed class FlowBuilder
{
    private readonly List<JsonObject> activities = [];
    private readonly List<JsonObject> connections = [];
    private readonly JsonObject definition;

    private FlowBuilder(string id) => definition = new JsonObject
    {
        ["id"] = id + "-v1",
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = 1,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["variables"] = new JsonArray(),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["options"] = new JsonObject(),
    };

    public static FlowBuilder Flow(string id = "flow") => new(id);

    /// <summary>An expression in JavaScript.</summary>
    public static JsonObject Js(string code) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = code } };

    public static JsonObject Literal(JsonNode? value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    /// <summary>An output bound to a variable.</summary>
    public static JsonObject To(string variable) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };

    /// <summary>An activity; a property whose value is a plain text becomes a literal input.</summary>
    public static JsonObject Activity(string type, string id, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type.Contains('.', StringComparison.Ordinal) ? type : "Elsa." + type, ["version"] = 1, ["customProperties"] = new JsonObject(), ["metadata"] = new JsonObject() };

        foreach (var (name, value) in properties)
        {
            activity[name] = value is JsonValue ? Literal(value) : value;
        }

        return activity;
    }

    public static JsonObject Line(string text) => Activity("WriteLine", text, ("text", text));

    public static JsonObject Task(string name) => Activity("RunTask", name, ("taskName", name));

    public static JsonObject Sequence(string id, params JsonObject[] steps) => Container("Sequence", id, steps);

    public static JsonObject Container(string type, string id, params JsonObject[] steps)
    {
        var activity = Activity(type, id);
        activity["activities"] = new JsonArray([.. steps]);

        return activity;
    }

    /// <summary>A flowchart; connections as in <see cref="Connect"/>.</summary>
    public static JsonObject Flowchart(string id, JsonObject[] steps, params string[] lines)
    {
        var flowchart = Container("Flowchart", id, steps);
        flowchart["connections"] = new JsonArray([.. lines.Select(Connection)]);

        return flowchart;
    }

    public static JsonObject SetVariable(string id, string variable, string code) =>
        Activity("SetVariable", id, ("variable", new JsonObject { ["id"] = variable, ["name"] = variable }), ("value", Js(code)));

    public static JsonObject Variable(string name, string type = "Object", JsonNode? value = null) =>
        new() { ["id"] = name, ["name"] = name, ["typeName"] = type, ["isArray"] = false, ["value"] = value };

    public FlowBuilder With(params JsonObject[] steps)
    {
        activities.AddRange(steps);

        return this;
    }

    /// <summary>Connections as <c>a -> b</c> or <c>a.True -> b</c>.</summary>
    public FlowBuilder Connect(params string[] lines)
    {
        connections.AddRange(lines.Select(Connection));

        return this;
    }

    public FlowBuilder Variables(params JsonObject[] variables)
    {
        definition["variables"] = new JsonArray([.. variables]);

        return this;
    }

    public FlowBuilder Inputs(params string[] names) => Arguments("inputs", names);

    public FlowBuilder Outputs(params string[] names) => Arguments("outputs", names);

    public FlowBuilder ContinueWithIncidents()
    {
        definition["options"] = new JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" };

        return this;
    }

    /// <summary>The definition with a flowchart of what was added as its root, or with the given root.</summary>
    public string Json(JsonObject? root = null)
    {
        var flowchart = Container("Flowchart", "Flowchart1", [.. activities]);
        flowchart["connections"] = new JsonArray([.. connections]);
        definition["root"] = root ?? flowchart;

        return definition.ToJsonString();
    }

    private static JsonObject Connection(string line)
    {
        var ends = line.Split("->", StringSplitOptions.TrimEntries);
        var source = ends[0].Split('.', 2);

        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        };
    }

    private FlowBuilder Arguments(string property, string[] names)
    {
        definition[property] = new JsonArray([.. names.Select(static n => new JsonObject { ["name"] = n, ["type"] = "Object" })]);

        return this;
    }
}
