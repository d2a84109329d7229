using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Changes a copy of a drawing without a canvas: what a step says, where its outcomes lead, steps put in and taken out. All else stays as it is, and the drawing that it was made of is not touched.</summary>
public sealed class DrawingEdit
{
    private const string Flowchart = "Elsa.Flowchart";
    private readonly ActivityCatalogue catalogue;
    private WorkflowDefinition drawing;

    /// <summary>Begins to change a copy.</summary>
    /// <param name="definition">The drawing; stays as it is.</param>
    /// <param name="catalogue">The activity types, for their outcomes.</param>
    public DrawingEdit(WorkflowDefinition definition, ActivityCatalogue catalogue)
    {
        this.catalogue = catalogue;
        drawing = DefinitionReader.FromJson((JsonObject)definition.Json.DeepClone());
    }

    /// <summary>The changed drawing as a definition writes it.</summary>
    public JsonObject Json => drawing.Json;

    /// <summary>The changed drawing as it stands now; valid until the next change.</summary>
    public WorkflowDefinition Drawing => drawing;

    /// <summary>The outcomes of a step as it is filled in now.</summary>
    /// <param name="activityId">The step.</param>
    public IReadOnlyList<string> OutcomesOf(string activityId) => Step(activityId) is var step ? catalogue.Find(step.Type)?.Outcomes(step) ?? ["Done"] : [];

    /// <summary>Gives a step another name.</summary>
    /// <param name="activityId">The step.</param>
    /// <param name="name">What people read on it.</param>
    public void Name(string activityId, string name) => Metadata(activityId)["displayText"] = name;

    /// <summary>Says in other words what a step is for.</summary>
    /// <param name="activityId">The step.</param>
    /// <param name="description">The text; null or empty for none.</param>
    public void Describe(string activityId, string? description) => Metadata(activityId)["description"] = description ?? "";

    /// <summary>Fills in a field of a step. The type that the drawing gives it, and whatever else stands with it, is kept.</summary>
    /// <param name="activityId">The step.</param>
    /// <param name="input">The field, camelCase.</param>
    /// <param name="expressionType"><c>Literal</c>, <c>Object</c> or <c>Variable</c>.</param>
    /// <param name="value">The value; null empties the field.</param>
    public void Fill(string activityId, string input, string expressionType, JsonNode? value)
    {
        var step = Step(activityId).Json;

        if (value is null)
        {
            step.Remove(input);
        }
        else
        {
            if (!ActivityInput.IsWrapped(step[input]))
            {
                step[input] = new JsonObject();
            }

            step[input]!["expression"] = new JsonObject { ["type"] = expressionType, ["value"] = value };
        }

        Reread();
    }

    /// <summary>Lets the lines that leave a step by an outcome follow it to its new name, or takes them away when it is gone.</summary>
    /// <param name="activityId">The step.</param>
    /// <param name="before">The outcome as it was called.</param>
    /// <param name="after">As it is called now; null when the step no longer has it.</param>
    public void RenameOutcome(string activityId, string before, string? after)
    {
        foreach (var line in Lines(activityId, before))
        {
            if (after is null)
            {
                line.Json.Parent!.AsArray().Remove(line.Json);
            }
            else
            {
                line.Json["source"] = End(activityId, after);
            }
        }

        Reread();
    }

    /// <summary>Leads an outcome of a step in a flowchart to another step.</summary>
    /// <param name="activityId">The step.</param>
    /// <param name="outcome">The outcome as the drawing writes it.</param>
    /// <param name="targetId">A step of the same flowchart; null to let the outcome lead nowhere.</param>
    public void Lead(string activityId, string outcome, string? targetId)
    {
        var lines = Lines(activityId, outcome);
        var kept = targetId is null ? null : lines.FirstOrDefault();

        if (kept is not null && kept.Connection.TargetId != targetId)
        {
            Turn(kept.Json, targetId!);
        }

        foreach (var line in lines.Where(l => l != kept))
        {
            line.Json.Parent!.AsArray().Remove(line.Json);
        }

        if (kept is null && targetId is not null)
        {
            Connect(Container(activityId).Json, activityId, outcome, targetId);
        }

        Reread();
    }

    /// <summary>Puts a new step after an outcome of another: what the outcome led to comes after the new step, by its first outcome.</summary>
    /// <param name="afterId">The step that it comes after: in a flowchart or a sequence.</param>
    /// <param name="outcome">The outcome that leads to the new step; says nothing in a sequence.</param>
    /// <param name="type">Type of the new step.</param>
    /// <param name="name">What people read on it.</param>
    /// <returns>Its id.</returns>
    public string AddAfter(string afterId, string outcome, string type, string name)
    {
        var container = Container(afterId);
        var id = FreeId(type);
        var added = NewStep(id, type, name);
        var steps = container.Json["activities"]!.AsArray();

        if (container.Type != Flowchart)
        {
            steps.Insert(steps.IndexOf(Step(afterId).Json) + 1, added);
            Reread();
            return id;
        }

        var lines = Lines(afterId, outcome);
        DrawingLayout.Place(container.Json, added, Step(afterId).Json, [.. lines.Select(l => Find(l.Connection.TargetId)?.Json).OfType<JsonObject>()], lines.Count > 0 && container.Connections.Count(c => c.SourceId == afterId) > 1);
        steps.Add(added);
        Reread();

        var onward = catalogue.Find(type)?.Outcomes(Step(id)) ?? ["Done"];
        Lead(afterId, outcome, id);

        foreach (var target in onward.Count == 0 ? [] : lines.Select(static l => l.Connection.TargetId).Distinct())
        {
            Connect(Container(id).Json, id, onward[0], target);
        }

        Reread();
        return id;
    }

    /// <summary>Takes a step out and joins its ends: what led to it leads to the next.</summary>
    /// <param name="activityId">The step: in a flowchart or a sequence.</param>
    /// <param name="nextId">What comes instead, where it leads to several; null when it leads nowhere, or in a sequence.</param>
    public void Remove(string activityId, string? nextId)
    {
        var container = Container(activityId);
        var step = Step(activityId).Json;

        foreach (var line in (container.Json["connections"] as JsonArray ?? []).OfType<JsonObject>().ToList())
        {
            var connection = ActivityTreeReader.ReadConnection(line);

            if (connection.SourceId == activityId || (connection.TargetId == activityId && (nextId is null || Leads(container.Json, connection with { TargetId = nextId }))))
            {
                line.Parent!.AsArray().Remove(line);
            }
            else if (connection.TargetId == activityId)
            {
                Turn(line, nextId!);
            }
        }

        container.Json["activities"]!.AsArray().Remove(step);
        Reread();
    }

    /// <summary>Keeps what a step gives on in a new variable of the workflow, so that later steps can use it. Nothing happens when it is kept already.</summary>
    /// <param name="activityId">The step.</param>
    public void KeepResult(string activityId)
    {
        var step = Step(activityId).Json;

        if (step["result"] is not null)
        {
            return;
        }

        if (Json["variables"] is not JsonArray variables)
        {
            Json["variables"] = variables = [];
        }

        var taken = variables.OfType<JsonObject>().SelectMany(static v => new[] { ActivityNode.Text(v, "id"), ActivityNode.Text(v, "name") }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = Enumerable.Range(1, taken.Count + 1).Select(static n => $"Answer{n}").First(n => !taken.Contains(n));
        variables.Add((JsonNode)new JsonObject
        {
            ["id"] = name,
            ["name"] = name,
            ["typeName"] = "Object",
            ["isArray"] = false,
            ["value"] = null,
            ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
        });
        step["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = name } };
        Reread();
    }

    private static JsonObject NewStep(string id, string type, string name) => new()
    {
        ["id"] = id,
        ["name"] = id,
        ["type"] = type,
        ["version"] = 1,
        ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
        ["metadata"] = new JsonObject { ["displayText"] = name, ["description"] = "", ["showDescription"] = false },
    };

    private static JsonObject End(string activityId, string port) => new() { ["activity"] = activityId, ["port"] = port };

    private static void Connect(JsonObject container, string sourceId, string outcome, string targetId)
    {
        if (container["connections"] is not JsonArray lines)
        {
            container["connections"] = lines = [];
        }

        lines.Add((JsonNode)new JsonObject { ["source"] = End(sourceId, outcome), ["target"] = End(targetId, "In"), ["vertices"] = new JsonArray() });
    }

    /// <summary>Leads a line to another step; the bends that it had are those of another way.</summary>
    private static void Turn(JsonObject line, string targetId)
    {
        line["target"] = End(targetId, "In");
        line["vertices"] = new JsonArray();
    }

    private static bool Leads(JsonObject container, Connection connection) =>
        (container["connections"] as JsonArray ?? []).OfType<JsonObject>().Select(ActivityTreeReader.ReadConnection).Any(c => c with { TargetPort = "" } == connection with { TargetPort = "" });

    private ActivityNode? Find(string activityId) => drawing.FindActivity(activityId);

    private ActivityNode Step(string activityId) => Find(activityId) ?? throw new ArgumentException($"The drawing has no step {activityId}.", nameof(activityId));

    private ActivityNode Container(string activityId) =>
        Step(activityId).Parent is { Type: Flowchart or "Elsa.Sequence" } container ? container : throw new ArgumentException($"The step {activityId} stands in no list of steps.", nameof(activityId));

    private List<DrawnLineJson> Lines(string activityId, string outcome) => [.. (Container(activityId).Json["connections"] as JsonArray ?? []).OfType<JsonObject>()
        .Select(static json => new DrawnLineJson(json, ActivityTreeReader.ReadConnection(json)))
        .Where(l => l.Connection.SourceId == activityId && l.Connection.SourcePort == outcome)];

    private JsonObject Metadata(string activityId)
    {
        var step = Step(activityId).Json;

        if (step["metadata"] is not JsonObject metadata)
        {
            step["metadata"] = metadata = [];
        }

        return metadata;
    }

    private string FreeId(string type)
    {
        var stem = type[(type.LastIndexOf('.') + 1)..];
        var taken = drawing.Activities.Select(static a => a.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);

        return Enumerable.Range(1, taken.Count + 1).Select(n => $"{stem}{n}").First(id => !taken.Contains(id));
    }

    /// <summary>What the engine worked out of the drawing is worked out anew.</summary>
    private void Reread() => drawing = DefinitionReader.FromJson(drawing.Json);

    private sealed record DrawnLineJson(JsonObject Json, Connection Connection);
}
