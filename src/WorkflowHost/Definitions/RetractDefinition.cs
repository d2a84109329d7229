using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Takes a workflow out of use: no new instance starts on it. Running ones go on.</summary>
internal sealed class RetractDefinition(WorkWriter writer, DefinitionCatalogue catalogue, DefinitionConsumers consumers, UserDirectory users)
{
    /// <summary>Retracts the published version.</summary>
    /// <returns>The newest version, which need not be the one that was published.</returns>
    public Task<DefinitionOutcome> RunAsync(string definitionId, string? session, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => RunAsync(work, definitionId, session, null, token), cancellationToken);

    /// <summary>Retracts the published version as someone saw it, or not at all when others have changed the workflow since.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="rev">The change number that was seen.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DefinitionOutcome> RunSeenAsync(string definitionId, long? rev, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => RunAsync(work, definitionId, null, rev, token), cancellationToken);

    private async Task<DefinitionOutcome> RunAsync(Work work, string definitionId, string? session, long? rev, CancellationToken cancellationToken)
    {
        var versions = await DefinitionVersions.LoadAsync(work, catalogue, definitionId, cancellationToken);
        if (versions.Latest is not { } latest)
        {
            return DefinitionRefusals.NotFound();
        }

        if (versions.IsStale(rev, session))
        {
            return DefinitionRefusals.ChangedSince(versions.LastChanged!, users);
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
