using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>
/// Lets new cases follow an old version again: it is published as the newest version, with the same drawing. Cases that are going on stay on the version
/// that they started on, and a draft that was there stays among the versions. An old version is asked what a new one is asked before it is published.
/// </summary>
internal sealed class RollBackDefinition(WorkWriter writer, DefinitionCatalogue catalogue, ActivityCatalogue activities, UserDirectory users)
{
    /// <summary>Goes back to a version.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">The version to go back to.</param>
    /// <param name="rev">The change number that the leader saw.</param>
    /// <param name="operation">Who, why, when; the reason is kept with the new version.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DefinitionOutcome> RunAsync(string definitionId, int version, long? rev, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => RunAsync(work, definitionId, version, rev, token), cancellationToken);

    private async Task<DefinitionOutcome> RunAsync(Work work, string definitionId, int version, long? rev, CancellationToken cancellationToken)
    {
        var versions = await DefinitionVersions.LoadAsync(work, catalogue, definitionId, cancellationToken);
        if (versions.Find(version) is not { } old)
        {
            return DefinitionRefusals.NotFound();
        }

        if (versions.IsStale(rev, null))
        {
            return DefinitionRefusals.ChangedSince(versions.LastChanged!, users);
        }

        if (old.IsPublished)
        {
            return new DefinitionOutcome.Saved(old, [], IsUnchanged: true);
        }

        var read = DefinitionReader.Read(old.Json);
        var problems = read.Definition is { } drawn
            ? [.. DefinitionValidator.Validate(drawn, activities, catalogue.Find), .. versions.LeftOutOf(drawn).Select(p => p with { Message = Lacks(version, p.NodeName) })]
            : read.Problems;
        if (problems.Any(static p => p.Severity == ProblemSeverity.Error))
        {
            return DefinitionRefusals.Invalid(problems);
        }

        var copy = await CopyDefinition.CopyAsync(work, versions, old, old.Name, cancellationToken);
        versions.Record("workflow-definition-reverted", copy, ("from", version));
        return new DefinitionOutcome.Saved(await versions.PublishAsync(copy, null, cancellationToken), problems);
    }

    /// <summary>The step was never in the old version, so nobody has taken it out of there.</summary>
    private static LocalizedText Lacks(int version, string step) => new(
        $"Versjon {version} har ikke steget «{step}», som loven krever. Gjør heller endringen i et utkast der steget er med.",
        $"Versjon {version} har ikkje steget «{step}», som lova krev. Gjer heller endringa i eit utkast der steget er med.",
        $"Version {version} does not have the step “{step}”, which the law requires. Make the change in a draft that has the step instead.");
}
