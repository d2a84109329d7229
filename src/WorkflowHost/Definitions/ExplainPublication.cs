using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Says afterwards why a version was published, when that was not said at the time: Studio's own button does not ask.</summary>
internal sealed class ExplainPublication(WorkWriter writer, DefinitionCatalogue catalogue)
{
    /// <summary>Adds the reason. What was said once is not changed.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">The version.</param>
    /// <param name="operation">Who, when, and as the reason the words to keep.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DefinitionOutcome> RunAsync(string definitionId, int version, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => RunAsync(work, definitionId, version, token), cancellationToken);

    private async Task<DefinitionOutcome> RunAsync(Work work, string definitionId, int version, CancellationToken cancellationToken)
    {
        var versions = await DefinitionVersions.LoadAsync(work, catalogue, definitionId, cancellationToken);
        if (versions.Find(version) is not { PublishedAt: not null } published)
        {
            return DefinitionRefusals.NotFound();
        }

        if (!string.IsNullOrEmpty(published.PublishReason))
        {
            return new DefinitionOutcome.Refused(new Refusal(ProblemKind.Conflict, new(
                "Begrunnelsen er allerede lagt til, og den endres ikke.", "Grunngjevinga er allereie lagd til, og ho blir ikkje endra.", "The reason has already been added, and it is not changed.")));
        }

        published.PublishReason = work.Operation.Reason;
        versions.Record("workflow-definition-publication-explained", published);
        return new DefinitionOutcome.Saved(published, []);
    }
}
