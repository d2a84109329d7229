using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Moves drawings that have a workflow as a step on to the version of it that is published now.</summary>
/// <remarks>A drawing whose newest version is published is published again; a leader's draft stays a draft. Running instances keep the version that they began the step with.</remarks>
internal sealed class UpdateReferences(SaveDefinition save, DefinitionCatalogue catalogue, DefinitionConsumers consumers)
{
    /// <summary>Updates all drawings that use the workflow.</summary>
    /// <returns>The names of those that changed; null when nothing of the workflow is published.</returns>
    public async Task<IReadOnlyList<string>?> RunAsync(string definitionId, Func<Operation> operation, CancellationToken cancellationToken)
    {
        if (catalogue.Find(definitionId, null) is not { } published)
        {
            return null;
        }

        List<string> changed = [];
        foreach (var consumer in consumers.Of(definitionId).Where(static c => c.IsLatest))
        {
            var drawing = consumer.Json.DeepClone().AsObject();
            if (Move(drawing["root"], definitionId, published.Version, published.VersionId)
                && await save.RunAsync(new DrawingToSave(drawing, consumer.IsPublished), operation(), cancellationToken) is DefinitionOutcome.Saved)
            {
                changed.Add(consumer.Name);
            }
        }

        return changed;
    }

    private static bool Move(JsonNode? node, string definitionId, int version, string versionId)
    {
        var isMoved = false;
        if (node is JsonObject o)
        {
            if (o["workflowDefinitionId"] is JsonValue id && id.TryGetValue(out string? used) && used == definitionId
                && o["version"] is JsonValue value && value.TryGetValue(out int old) && old != version)
            {
                o["version"] = version;
                o["workflowDefinitionVersionId"] = versionId;
                isMoved = true;
            }

            foreach (var (_, inner) in o.ToList())
            {
                isMoved |= Move(inner, definitionId, version, versionId);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                isMoved |= Move(item, definitionId, version, versionId);
            }
        }

        return isMoved;
    }
}
