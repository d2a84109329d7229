using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Takes a workflow out of use: no new instance starts on it. Running ones go on.</summary>
internal sealed class RetractDefinition(WorkWriter writer, DefinitionCatalogue catalogue, DefinitionConsumers consumers)
{
    /// <summary>Retracts the published version.</summary>
    /// <returns>The newest version, which need not be the one that was published.</returns>
    public Task<DefinitionOutcome> RunAsync(string definitionId, string? session, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => RunAsync(work, definitionId, session, token), cancellationToken);

    private async Task<DefinitionOutcome> RunAsync(Work work, string definitionId, string? session, CancellationToken cancellationToken)
    {
        var versions = await DefinitionVersions.LoadAsync(work, catalogue, definitionId, cancellationToken);
        if (versions.Latest is not { } latest)
        {
            return DefinitionRefusals.NotFound();
        }

        if (versions.Published is not { } published)
        {
            return DefinitionRefusals.NotPublished();
        }

        if (consumers.NamesOfPublished(definitionId, []) is { Count: > 0 } names)
        {
            return DefinitionRefusals.UsedByFlows(names);
        }

        await versions.MarkAsync(latest, null, published, session, cancellationToken);
        versions.Record("workflow-definition-retracted", published);
        return new DefinitionOutcome.Saved(latest, []);
    }
}
