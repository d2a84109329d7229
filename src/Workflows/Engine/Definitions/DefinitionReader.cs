using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Reads Elsa 3 definition JSON. What it does not know it keeps.</summary>
public static class DefinitionReader
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a definition.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The definition, or the problems that make it unreadable.</returns>
    public static DefinitionReadResult Read(string json)
    {
        JsonNode? parsed;

        try
        {
            parsed = JsonNode.Parse(json, documentOptions: Tolerant);
        }
        catch (JsonException e)
        {
            return Unreadable($"This is not valid JSON: {e.Message}");
        }

        if (parsed is not JsonObject definition)
        {
            return Unreadable("A definition is a JSON object.");
        }

        try
        {
            return Read(definition);
        }
        catch (ArgumentException e)
        {
            return Unreadable($"This is not valid JSON: {e.Message}");
        }
    }

    /// <summary>Reads a definition that is already parsed; the object belongs to the definition from then on.</summary>
    /// <param name="json">The definition.</param>
    /// <returns>The definition, or the problems that make it unreadable.</returns>
    public static DefinitionReadResult Read(JsonObject json)
    {
        if (json["root"] is not JsonObject root)
        {
            return Unreadable("The definition has no root activity.");
        }

        if (string.IsNullOrEmpty(ActivityNode.Text(root, "type")))
        {
            return Unreadable("The root activity has no type.");
        }

        return new DefinitionReadResult(FromJson(json), []);
    }

    internal static WorkflowDefinition FromJson(JsonObject json)
    {
        Materialise(json);

        return FromJson(json, null, "Workflow1");
    }

    /// <summary>Reads a definition into its place: at the top, or inside the activity that it is used as.</summary>
    internal static WorkflowDefinition FromJson(JsonObject json, ActivityNode? parent, string workflowId)
    {
        var workflow = new ActivityNode(new JsonObject { ["id"] = workflowId, ["type"] = "Elsa.Workflow", ["version"] = 1 }, parent, parent is null ? null : "root")
        {
            Variables = VariableReader.ReadAll(json["variables"]),
        };
        var activities = ActivityTreeReader.Read(workflow, (JsonObject)json["root"]!);
        var options = json["options"] as JsonObject;

        return new WorkflowDefinition(json, workflow)
        {
            Variables = workflow.Variables,
            Inputs = ReadArguments(json["inputs"]),
            Outputs = ReadArguments(json["outputs"]),
            Outcomes = json["outcomes"] is JsonArray outcomes ? [.. outcomes.Select(static o => o?.ToString() ?? "")] : [],
            IsUsableAsActivity = options?["usableAsActivity"] is JsonValue usable && usable.TryGetValue(out bool isUsable) && isUsable,
            IncidentStrategy = ActivityNode.Text(options, "incidentStrategyType") is { } strategy
                && strategy.Contains("ContinueWithIncidents", StringComparison.Ordinal)
                ? IncidentStrategy.ContinueWithIncidents
                : IncidentStrategy.Fault,
            Activities = activities,
            Triggers = [.. activities.Where(static a => a.CanStartWorkflow).Select(static a => new DefinitionTrigger(a.Id, a.Type, a.LiteralText("eventName")))],
        };
    }

    /// <summary>Parsed JSON is unfolded as it is read, which two threads must not do at once; afterwards reading is safe.</summary>
    private static void Materialise(JsonNode? json)
    {
        if (json is JsonObject o)
        {
            foreach (var (_, value) in o)
            {
                Materialise(value);
            }
        }
        else if (json is JsonArray a)
        {
            foreach (var value in a)
            {
                Materialise(value);
            }
        }
    }

    private static List<ArgumentDefinition> ReadArguments(JsonNode? json)
    {
        var result = new List<ArgumentDefinition>();

        foreach (var item in (json as JsonArray ?? []).OfType<JsonObject>())
        {
            if (ActivityNode.Text(item, "name") is { Length: > 0 } name)
            {
                result.Add(new ArgumentDefinition(name, ActivityNode.Text(item, "type") ?? "Object", ActivityNode.Text(item, "displayName")));
            }
        }

        return result;
    }

    /// <summary>Why a text is no definition is of use only to those who read JSON, so the detail stands in the English sentence alone.</summary>
    private static DefinitionReadResult Unreadable(string detail)
    {
        var message = new LocalizedText(
            "Innholdet kan ikke leses som en arbeidsflyt. Velg en fil som er eksportert herfra eller fra Elsa Studio.",
            "Innhaldet kan ikkje lesast som ein arbeidsflyt. Vel ei fil som er eksportert herifrå eller frå Elsa Studio.",
            $"The content cannot be read as a workflow: {detail} Choose a file exported from here or from Elsa Studio.");
        return new(null, [new DefinitionProblem("", "", message) { Kind = ProblemKind.Unreadable }]);
    }
}

/// <summary>What came of reading a definition.</summary>
/// <param name="Definition">The definition; null when it could not be read.</param>
/// <param name="Problems">Why it could not be read; empty when it could.</param>
public sealed record DefinitionReadResult(WorkflowDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems);
