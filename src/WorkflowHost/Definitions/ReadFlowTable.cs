using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A version of a workflow as a list of steps, beside the other versions.</summary>
/// <param name="Version">The version that is shown.</param>
/// <param name="Versions">All versions that a leader sees, newest first.</param>
/// <param name="Table">The steps.</param>
/// <param name="Problems">What is wrong with the version, also what belongs to no step.</param>
internal sealed record FlowAsTable(DefinitionSummary Version, IReadOnlyList<DefinitionSummary> Versions, FlowTable Table, IReadOnlyList<DefinitionProblem> Problems)
{
    /// <summary>The newest version, which is the one that changes are made in.</summary>
    public DefinitionSummary Newest => Versions[0];

    /// <summary>The version that new cases follow; null when none does.</summary>
    public DefinitionSummary? Running => Versions.FirstOrDefault(static v => v.IsPublished);

    /// <summary>Whether the newest version is one that runs only when it is published.</summary>
    public bool HasDraft => Newest.PublishedAt is null;
}

/// <summary>Reads a workflow as a table, for those who do not see the drawing and for paper.</summary>
internal sealed class ReadFlowTable(FindDefinitions find, DefinitionCatalogue catalogue, ActivityCatalogue activities)
{
    /// <summary>Reads a version.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">The version; null for the one that runs, else the newest.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<FlowAsTable?> RunAsync(string definitionId, int? version, CancellationToken cancellationToken)
    {
        var versions = await find.ListAsync(new DefinitionQuery(DefinitionIds: [definitionId]), cancellationToken);
        var newestFirst = versions.OrderByDescending(static v => v.Version).ToList();
        var wanted = version is null ? newestFirst.Find(static v => v.IsPublished) ?? newestFirst.FirstOrDefault() : newestFirst.Find(v => v.Version == version);
        if (wanted is null || await find.FindAsync(new DefinitionQuery(VersionIds: [wanted.VersionId]), cancellationToken) is not { } stored)
        {
            return null;
        }

        var definition = FlowReading.Definition(stored);
        var problems = DefinitionValidator.Validate(definition, activities, catalogue.Find);
        return new FlowAsTable(wanted, newestFirst, FlowTable.Of(definition, FlowReading.Words(activities, catalogue), problems), problems);
    }
}

/// <summary>What reading a stored drawing for people takes.</summary>
internal static class FlowReading
{
    public static WorkflowDefinition Definition(StoredDefinition stored) =>
        DefinitionReader.Read(DefinitionDocument.Of(stored.Version)).Definition ?? throw new InvalidOperationException($"The stored workflow definition {stored.Version.VersionId} cannot be read.");

    public static FlowWords Words(ActivityCatalogue activities, DefinitionCatalogue catalogue) =>
        new(activities, id => (catalogue.Find(id, null) ?? catalogue.Newest(id))?.Name);
}
