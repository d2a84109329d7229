using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Tests.Activities;

/// <summary>A small flowchart, drawn in the test. A text that begins with <c>js:</c> is an expression, a list becomes an Object expression.</summary>
internal sealed class Drawing(string id = "drawing")
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];

    public Drawing Add(string id, string type, params (string Name, object Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["nodeId"] = "Workflow1:flow:" + id, ["name"] = id, ["type"] = type, ["version"] = 1 };

        foreach (var (name, value) in inputs)
        {
            activity[name] = name == "result" ? Output((string)value) : Input(value);
        }

        _activities.Add(activity);
        return this;
    }

    public Drawing Step(string id, string name, params (string Name, object Value)[] inputs) => Add(id, "IndividualPlan." + name, inputs);

    public Drawing Starts(string id, string eventName)
    {
        Add(id, "Elsa.Event", ("eventName", eventName));
        _activities[^1]!["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return this;
    }

    public Drawing Connect(string source, string port, string target)
    {
        _connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        });
        return this;
    }

    public string ToJson() => new JsonObject
    {
        ["id"] = id + ":1",
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = 1,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["variables"] = _variables.DeepClone(),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["id"] = "flow",
            ["nodeId"] = "Workflow1:flow",
            ["activities"] = _activities.DeepClone(),
            ["connections"] = _connections.DeepClone(),
        },
    }.ToJsonString();

    private JsonObject Output(string variable)
    {
        if (_variables.All(known => known!["id"]!.GetValue<string>() != variable))
        {
            _variables.Add(new JsonObject { ["id"] = variable, ["name"] = variable, ["typeName"] = "Object" });
        }

        return new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };
    }

    private static JsonObject Input(object value) => value switch
    {
        string text when text.StartsWith("js:", StringComparison.Ordinal) => Wrap("JavaScript", text[3..]),
        string[] list => Wrap("Object", new JsonArray([.. list.Select(JsonNode (item) => item)]).ToJsonString()),
        _ => Wrap("Literal", value.ToString()!),
    };

    private static JsonObject Wrap(string type, string value) =>
        new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
