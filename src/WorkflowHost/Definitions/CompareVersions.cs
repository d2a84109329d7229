using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Two versions of a workflow beside each other.</summary>
/// <param name="From">The one that is compared with.</param>
/// <param name="To">The one that is asked about.</param>
/// <param name="Versions">All versions to choose from, newest first.</param>
/// <param name="Differences">What differs, in words.</param>
internal sealed record ComparedVersions(DefinitionSummary From, DefinitionSummary To, IReadOnlyList<DefinitionSummary> Versions, FlowDifferences Differences);

/// <summary>Tells what one version of a workflow does differently from another.</summary>
internal sealed class CompareVersions(FindDefinitions find, DefinitionCatalogue catalogue, ActivityCatalogue activities)
{
    /// <summary>Compares two versions; null when there is no such workflow or version.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="from">The version to compare with; null for the one that runs, or the one before.</param>
    /// <param name="to">The version asked about; null for the newest.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ComparedVersions?> RunAsync(string definitionId, int? from, int? to, CancellationToken cancellationToken)
    {
        var versions = await find.ListAsync(new DefinitionQuery(DefinitionIds: [definitionId]), cancellationToken);
        var newestFirst = versions.OrderByDescending(static v => v.Version).ToList();
        var later = to is null ? newestFirst.FirstOrDefault() : newestFirst.Find(v => v.Version == to);
        var earlier = from is null ? Before(later, newestFirst) : newestFirst.Find(v => v.Version == from);

        return later is null || earlier is null || catalogue.Find(definitionId, earlier.Version) is not { } one || catalogue.Find(definitionId, later.Version) is not { } other
            ? null
            : new ComparedVersions(
                earlier, later, newestFirst,
                FlowDifferences.Between(one, other, FlowReading.Words(activities, catalogue)));
    }

    private static DefinitionSummary? Before(DefinitionSummary? later, List<DefinitionSummary> newestFirst) =>
        newestFirst.Find(v => v.IsPublished && v != later) ?? newestFirst.Find(v => v.Version < later?.Version) ?? later;
}
