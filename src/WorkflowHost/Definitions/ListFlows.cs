using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A workflow by its name.</summary>
internal sealed record FlowName(string DefinitionId, string Name);

/// <summary>Where a workflow stands among the others.</summary>
internal enum FlowPlace
{
    /// <summary>Something that happens in a case starts it.</summary>
    Main,

    /// <summary>Other workflows start it.</summary>
    Part,

    /// <summary>Nothing starts it by itself.</summary>
    Apart,
}

/// <summary>A workflow in the list of leaders.</summary>
/// <param name="Newest">The newest version; a draft, unless it was published.</param>
/// <param name="Running">The version that new cases follow; null when none does.</param>
/// <param name="RunningCases">How many are going on in it, on whatever version.</param>
/// <param name="StoppedCases">How many have stopped on an error.</param>
/// <param name="UsedBy">Workflows that start it or have it as a step.</param>
/// <param name="StartsOn">What starts it, in words.</param>
internal sealed record ListedFlow(
    DefinitionSummary Newest, DefinitionSummary? Running, int RunningCases, int StoppedCases, IReadOnlyList<FlowName> UsedBy, IReadOnlyList<LocalizedText> StartsOn)
{
    public string DefinitionId => Newest.DefinitionId;

    public string Name => (Running ?? Newest).Name;

    public string? Description => (Running ?? Newest).Description;

    /// <summary>A version that has never run; null when the newest has.</summary>
    public DefinitionSummary? Draft => Newest.PublishedAt is null ? Newest : null;

    public FlowPlace Place => StartsOn.Count > 0 ? FlowPlace.Main : UsedBy.Count > 0 ? FlowPlace.Part : FlowPlace.Apart;
}

/// <summary>Lists the workflows as a leader thinks of them: which version runs, what lies unpublished, and how many cases are in it.</summary>
internal sealed class ListFlows(FindDefinitions find, CountInstances count, DefinitionConsumers consumers, DefinitionCatalogue catalogue)
{
    /// <summary>The workflows that fit, those that begin something first in the order in which things happen in a case, then by name.</summary>
    /// <param name="search">A text that the name or what it is for contains, ignoring case; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<ListedFlow>> RunAsync(string? search, CancellationToken cancellationToken)
    {
        var versions = await find.ListAsync(new DefinitionQuery(VersionChoice.LatestOrPublished), cancellationToken);
        var running = await count.RunningAsync(cancellationToken);
        var stopped = await count.StoppedAsync(cancellationToken);
        var users = consumers.All();

        return [.. versions.GroupBy(static v => v.DefinitionId, StringComparer.Ordinal)
            .Select(group => (Flow: Describe([.. group]), Order: OrderOf(group.Key)))
            .Where(f => Fits(f.Flow, search))
            .OrderBy(static f => f.Flow.Place).ThenBy(static f => f.Order).ThenBy(static f => f.Flow.Name, StringComparer.OrdinalIgnoreCase)
            .Select(static f => f.Flow)];

        ListedFlow Describe(IReadOnlyList<DefinitionSummary> group)
        {
            var newest = group.FirstOrDefault(static v => v.IsLatest) ?? group[0];
            return new ListedFlow(
                newest, group.FirstOrDefault(static v => v.IsPublished), running.GetValueOrDefault(newest.DefinitionId), stopped.GetValueOrDefault(newest.DefinitionId),
                [.. users[newest.DefinitionId]], FlowStarts.Of(DefinitionOf(newest.DefinitionId)));
        }
    }

    private WorkflowDefinition? DefinitionOf(string definitionId) => catalogue.Find(definitionId, null) ?? catalogue.Newest(definitionId);

    private int OrderOf(string definitionId) => FlowStarts.OrderOf(DefinitionOf(definitionId));

    private static bool Fits(ListedFlow flow, string? search) =>
        string.IsNullOrWhiteSpace(search)
        || new[] { flow.Name, flow.Description, flow.Newest.Name, flow.Newest.Description }.Any(t => t?.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase) is true);
}

/// <summary>What starts a workflow from outside, in words.</summary>
internal static class FlowStarts
{
    /// <summary>Each thing that starts it, in the order in which things happen in a case; empty when only people or other workflows start it.</summary>
    public static IReadOnlyList<LocalizedText> Of(WorkflowDefinition? definition) =>
        [.. (definition?.Triggers ?? []).OrderBy(static t => PlaceOf(t.EventName)).Select(Words).Distinct()];

    /// <summary>Where in the life of a case the workflow begins; the largest number when nothing of a case starts it.</summary>
    public static int OrderOf(WorkflowDefinition? definition) => (definition?.Triggers ?? []).Select(static t => PlaceOf(t.EventName)).DefaultIfEmpty(int.MaxValue).Min();

    private static int PlaceOf(string? eventName) =>
        Enumerable.Range(0, CaseEvents.All.Count).FirstOrDefault(i => CaseEvents.All[i].Name == eventName, int.MaxValue);

    private static LocalizedText Words(DefinitionTrigger trigger) => trigger switch
    {
        { EventName: { } name } => CaseEvents.Find(name)?.Label ?? new($"«{name}» skjer", $"«{name}» skjer", $"“{name}” happens"),
        { Kind: "Elsa.Event" } => new("en hendelse som bestemmes når flyten kjører", "ei hending som blir bestemt når flyten køyrer", "an event decided when the flow runs"),
        _ => new("et fast tidspunkt", "eit fast tidspunkt", "a fixed time"),
    };
}
