using System.Text.Json.Nodes;

namespace IndividualPlan.Testing;

/// <summary>Draws a flow in few words and writes it as Elsa 3 JSON.</summary>
public sealed class Drawing(string definitionId)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];

    /// <summary>Tasks one after another, then the end.</summary>
    public static Drawing OfTasks(string definitionId, int count)
    {
        var drawing = new Drawing(definitionId);

        for (var i = 1; i <= count; i++)
        {
            drawing.Task($"t{i}");

            if (i > 1)
            {
                drawing.Connect($"t{i - 1}", $"t{i}");
            }
        }

        return drawing;
    }

    /// <summary>A fork into parallel tasks and a join after them.</summary>
    public static Drawing OfBranches(string definitionId, int count)
    {
        string[] branches = [.. Enumerable.Range(1, count).Select(static i => $"b{i}")];
        var drawing = new Drawing(definitionId)
            .Add("fork", "Elsa.FlowFork", ("branches", "String[]", new JsonArray([.. branches.Select(static b => (JsonNode)b)]).ToJsonString()))
            .Add("join", "Elsa.FlowJoin", ("mode", "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "WaitAll"));

        foreach (var branch in branches)
        {
            drawing.Task("task-" + branch).Connect("fork", "task-" + branch, branch).Connect("task-" + branch, "join");
        }

        return drawing;
    }

    public Drawing Task(string id) => Add(id, "Elsa.RunTask", ("taskName", "String", id));

    public Drawing Delay(string id, TimeSpan by) => Add(id, "Elsa.Delay", ("timeSpan", "TimeSpan", by.ToString()));

    public Drawing Event(string id, string name, bool starts = false)
    {
        Add(id, "Elsa.Event", ("eventName", "String", name));
        _activities[^1]!["customProperties"]!["canStartWorkflow"] = starts;
        return this;
    }

    public Drawing Add(string id, string type, params (string Name, string Type, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["nodeId"] = $"Workflow1:Flowchart1:{id}",
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
            ["metadata"] = new JsonObject { ["displayText"] = id },
        };

        foreach (var (name, inputType, value) in inputs)
        {
            activity[name] = new JsonObject
            {
                ["typeName"] = inputType,
                ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
            };
        }

        _activities.Add((JsonNode)activity);
        return this;
    }

    /// <summary>What people read on a step.</summary>
    public Drawing Named(string id, string name)
    {
        _activities.First(a => (string)a!["id"]! == id)!["metadata"]!["displayText"] = name;
        return this;
    }

    /// <summary>Marks a step as one that the law requires.</summary>
    public Drawing RequiredByLaw(string id)
    {
        _activities.First(a => (string)a!["id"]! == id)!["customProperties"]!["requiredByLaw"] = true;
        return this;
    }

    public Drawing Connect(string from, string to, string port = "Done")
    {
        _connections.Add((JsonNode)new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        });
        return this;
    }

    public string ToJson(int version = 1, bool isPublished = true) => new JsonObject
    {
        ["id"] = $"{definitionId}-v{version}",
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["version"] = version,
        ["toolVersion"] = "3.8.0.0",
        ["variables"] = new JsonArray(),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["isLatest"] = true,
        ["isPublished"] = isPublished,
        ["options"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["id"] = "Flowchart1",
            ["nodeId"] = "Workflow1:Flowchart1",
            ["name"] = "Flowchart1",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["customProperties"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
            ["activities"] = _activities.DeepClone(),
            ["connections"] = _connections.DeepClone(),
        },
    }.ToJsonString();
}
