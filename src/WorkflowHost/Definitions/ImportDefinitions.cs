using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Takes in drawings that were made elsewhere. One that says that it is published is published, which Elsa's own server leaves to a second act.</summary>
internal sealed class ImportDefinitions(SaveDefinition save)
{
    /// <summary>Takes in one drawing.</summary>
    /// <param name="json">Elsa 3 JSON; it belongs to the use case from then on.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DefinitionOutcome> RunAsync(JsonObject json, Operation operation, CancellationToken cancellationToken) =>
        save.RunAsync(ToSave(json), operation, cancellationToken);

    private static DrawingToSave ToSave(JsonObject json) =>
        new(json, Publish: json["isPublished"] is JsonValue value && value.TryGetValue(out bool isPublished) && isPublished, KeepsIdentity: true);
}
