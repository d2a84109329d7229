using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.FlowMoves;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A version with what goes on in it.</summary>
/// <param name="Summary">The version.</param>
/// <param name="RunningCases">How many are pinned to it and going on.</param>
/// <param name="WasUsed">Whether anything ever ran on it, so that it stays.</param>
internal sealed record FlowVersion(DefinitionSummary Summary, int RunningCases, bool WasUsed);

/// <summary>A workflow that uses another.</summary>
/// <param name="DefinitionId">The user.</param>
/// <param name="Name">What people call it.</param>
/// <param name="PinnedVersion">The version that it has as a step; null when it starts whatever version runs.</param>
internal sealed record FlowUse(string DefinitionId, string Name, int? PinnedVersion);

/// <summary>A workflow with all its versions and what was done to it.</summary>
/// <param name="Versions">The versions that a leader sees, newest first; never empty.</param>
/// <param name="ChangeNumber">How often it has been changed; what forms hand back.</param>
/// <param name="StoppedCases">How many have stopped on an error.</param>
/// <param name="UsedBy">Who uses it.</param>
/// <param name="Uses">What it uses.</param>
/// <param name="StartsOn">What starts it, in words.</param>
/// <param name="History">What was done to it, newest first.</param>
/// <param name="Moves">Moves of its running cases to another version, newest first.</param>
internal sealed record FlowVersions(
    IReadOnlyList<FlowVersion> Versions, long ChangeNumber, int StoppedCases, IReadOnlyList<FlowUse> UsedBy, IReadOnlyList<FlowName> Uses,
    IReadOnlyList<LocalizedText> StartsOn, IReadOnlyList<FlowHistoryLine> History, IReadOnlyList<ListedMove> Moves)
{
    public string DefinitionId => Newest.DefinitionId;

    public string Name => (Running ?? Newest).Name;

    public string? Description => (Running ?? Newest).Description;

    public DefinitionSummary Newest => Versions[0].Summary;

    /// <summary>The version that new cases follow; null when none does.</summary>
    public DefinitionSummary? Running => Versions.Select(static v => v.Summary).FirstOrDefault(static v => v.IsPublished);

    /// <summary>The newest version when it has never run; null when it has.</summary>
    public DefinitionSummary? Draft => Newest.PublishedAt is null ? Newest : null;

    public int RunningCases => Versions.Sum(static v => v.RunningCases);

    /// <summary>Users that have an older version as a step than the one that runs.</summary>
    public IReadOnlyList<FlowUse> Outdated => Running is { } running ? [.. UsedBy.Where(u => u.PinnedVersion is { } pinned && pinned != running.Version)] : [];

    public FlowVersion? Find(int version) => Versions.FirstOrDefault(v => v.Summary.Version == version);
}

/// <summary>Reads all that a leader wants to know about one workflow.</summary>
internal sealed class ReadFlow(FindDefinitions find, CountInstances count, FlowHistory history, DefinitionConsumers consumers, ReadMoves moves, DefinitionCatalogue catalogue)
{
    /// <summary>Reads a workflow; null when there is none.</summary>
    public async Task<FlowVersions?> RunAsync(string definitionId, CancellationToken cancellationToken)
    {
        var versions = await find.ListAsync(new DefinitionQuery(DefinitionIds: [definitionId]), cancellationToken);
        if (versions.Count == 0)
        {
            return null;
        }

        var running = await count.RunningByVersionAsync(definitionId, cancellationToken);
        var used = await count.UsedVersionsAsync(definitionId, cancellationToken);
        var stopped = await count.StoppedAsync(cancellationToken);
        var definition = catalogue.Find(definitionId, null) ?? catalogue.Newest(definitionId);

        return new FlowVersions(
            [.. versions.OrderByDescending(static v => v.Version).Select(v => new FlowVersion(v, running.GetValueOrDefault(v.Version), used.Contains(v.Version)))],
            await find.ChangeNumberAsync(definitionId, cancellationToken),
            stopped.GetValueOrDefault(definitionId),
            [.. consumers.Of(definitionId).DistinctBy(static c => c.DefinitionId).Select(c => new FlowUse(c.DefinitionId, c.Name, PinnedIn(c, definitionId)))],
            UsesOf(definition),
            FlowStarts.Of(definition),
            await history.OfAsync(definitionId, cancellationToken),
            await moves.OfFlowAsync(definitionId, cancellationToken));
    }

    /// <summary>A step that is a workflow itself says which version; one that starts a workflow takes the one that runs.</summary>
    private static int? PinnedIn(WorkflowDefinition consumer, string definitionId) =>
        consumer.Activities.FirstOrDefault(a => a.Json["workflowDefinitionId"] is System.Text.Json.Nodes.JsonValue && a.LiteralText("workflowDefinitionId") == definitionId)?.Version;

    private IReadOnlyList<FlowName> UsesOf(WorkflowDefinition? definition) =>
        [.. (definition?.Activities ?? []).Select(static a => a.LiteralText("workflowDefinitionId")).OfType<string>().Where(id => id != definition!.DefinitionId).Distinct()
            .Select(id => new FlowName(id, (catalogue.Find(id, null) ?? catalogue.Newest(id))?.Name ?? id)).OrderBy(static f => f.Name, StringComparer.OrdinalIgnoreCase)];
}
