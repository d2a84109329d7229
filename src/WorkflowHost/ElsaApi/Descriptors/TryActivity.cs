using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

/// <summary>
/// Runs one step of a drawing for Studio's tab <i>Test</i>. The engine only decides; its commands are thrown away, so no task opens, no letter leaves and no case
/// changes. There is no case, so a step that asks about one says that it finds none.
/// </summary>
internal sealed class TryActivity(WorkflowEngine engine, DefinitionCatalogue definitions, TimeProvider clock)
{
    private const string OutputPrefix = "__output_";

    private static readonly LocalizedText Waits = new(
        "Steget åpner en oppgave eller venter på noe. Det er ikke gjort noe i noen sak.", "Steget opnar ei oppgåve eller ventar på noko. Ingenting er gjort i nokon sak.",
        "The step opens a task or waits for something. Nothing has been done in any case.");

    private static readonly LocalizedText NotFound = new(
        "Steget finnes ikke i den lagrede tegningen. Lagre først, og prøv igjen.", "Steget finst ikkje i den lagra teikninga. Lagre først, og prøv igjen.", "The step is not in the saved drawing. Save first, and try again.");

    /// <summary>Answers what the step did.</summary>
    /// <param name="body">The drawing and the step.</param>
    /// <param name="request">For the caller's language.</param>
    public static IResult Answer(TryBody body, HttpRequest request, TryActivity use)
    {
        var language = RequestLanguage.Of(request);
        return use.Find(body) is var (definition, node)
            ? TypedResults.Ok(use.Run(definition, node, language))
            : TypedResults.Json(new { title = NotFound.In(language), detail = NotFound.In(language) }, statusCode: StatusCodes.Status400BadRequest, contentType: "application/problem+json");
    }

    private (WorkflowDefinition Definition, ActivityNode Node)? Find(TryBody body)
    {
        var handle = body.WorkflowDefinitionHandle;
        var definition = handle?.DefinitionId is { } id ? definitions.Newest(id)
            : handle?.DefinitionVersionId is { } version ? definitions.Current.FirstOrDefault(d => d.VersionId == version)
            : null;
        var node = definition?.Activities.FirstOrDefault(a => a.Id == body.ActivityHandle?.ActivityId || a.NodeId == body.ActivityHandle?.ActivityNodeId);
        return definition is null || node is null ? null : (definition, node);
    }

    private TryAnswer Run(WorkflowDefinition definition, ActivityNode node, string language)
    {
        var alone = Alone(definition, node);

        if (alone is null)
        {
            return new TryAnswer([], new TryPayload([]), [], null, "Pending");
        }

        var result = engine.Advance(alone, null, new Stimulus.Start(), new Surroundings(clock.GetUtcNow()) { InstanceId = "test", FindDefinition = definitions.Find });
        var left = result.Commands.OfType<Journal>().LastOrDefault(j => j.Entry.ActivityId == node.Id && j.Entry.Outcomes is not null)?.Entry.Outcomes ?? [];
        var incident = result.State.Incidents.Count > 0 ? result.State.Incidents[0] : null;
        var isWaiting = result.State.Waits.Count > 0;
        var outputs = new JsonObject(result.State.Variables
            .Where(static v => v.Key.StartsWith(OutputPrefix, StringComparison.Ordinal) && v.Value is not null)
            .Select(static v => KeyValuePair.Create(v.Key[OutputPrefix.Length..], v.Value?.DeepClone())));

        return new TryAnswer(
            Written(node, isWaiting ? Waits.In(language) : null),
            new TryPayload(left),
            outputs,
            incident is null ? null : new TryException("IndividualPlan.StepFailed", incident.Message, null, null),
            incident is not null ? "Faulted" : isWaiting ? "Running" : "Completed");
    }

    /// <summary>A workflow of this one step, with the variables of its own and one more for each output, so that the outputs can be seen.</summary>
    private static WorkflowDefinition? Alone(WorkflowDefinition definition, ActivityNode node)
    {
        var json = (JsonObject)definition.Json.DeepClone();
        var step = (JsonObject)node.Json.DeepClone();
        var variables = json["variables"] as JsonArray ?? [];

        foreach (var output in OutputsOf(node.Type))
        {
            var id = OutputPrefix + output;
            variables.Add((JsonNode)new JsonObject { ["id"] = id, ["name"] = id, ["typeName"] = "Object", ["isArray"] = false, ["value"] = null });
            step[char.ToLowerInvariant(output[0]) + output[1..]] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = id } };
        }

        json["variables"] = variables.DeepClone();
        json["root"] = node.Type == "Elsa.Flowchart" ? step : new JsonObject
        {
            ["id"] = "test-root", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = new JsonArray(step), ["connections"] = new JsonArray(), ["variables"] = new JsonArray(),
        };

        return DefinitionReader.Read(json.ToJsonString(ApiJson.Options)).Definition;
    }

    private static IEnumerable<string> OutputsOf(string type) =>
        ElsaToolbox.Find(type) is { } elsa ? [.. elsa.Values.Select(static v => v.Value), .. elsa.Result is null ? Array.Empty<string>() : ["Result"]]
        : type.StartsWith(DomainActivity.TypePrefix, StringComparison.Ordinal) ? ["Result"]
        : [];

    /// <summary>What is written in the step's fields, and what to know about the test.</summary>
    private static JsonObject Written(ActivityNode node, string? note)
    {
        var written = new JsonObject(node.Json
            .Where(static p => p.Value is JsonObject input && input["expression"] is JsonObject)
            .Select(static p => KeyValuePair.Create(char.ToUpperInvariant(p.Key[0]) + p.Key[1..], p.Value!["expression"]!["value"]?.DeepClone())));

        if (note is not null)
        {
            written["Test"] = note;
        }

        return written;
    }
}

/// <summary>What Studio sends to have a step tried.</summary>
internal sealed record TryBody(TryDefinition? WorkflowDefinitionHandle, TryStep? ActivityHandle);

/// <summary>Which drawing.</summary>
internal sealed record TryDefinition(string? DefinitionId, string? DefinitionVersionId);

/// <summary>Which step of it.</summary>
internal sealed record TryStep(string? ActivityId, string? ActivityNodeId);

/// <summary>What the step did.</summary>
internal sealed record TryAnswer(JsonObject ActivityState, TryPayload Payload, JsonObject Outputs, TryException? Exception, string Status);

/// <summary>The ways that it left by; Elsa writes the property with a capital.</summary>
internal sealed record TryPayload([property: System.Text.Json.Serialization.JsonPropertyName("Outcomes")] IReadOnlyList<string> Outcomes);

/// <summary>Why it failed.</summary>
internal sealed record TryException(string Type, string Message, string? StackTrace, TryException? InnerException);
