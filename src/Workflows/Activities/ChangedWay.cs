using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A way on from a step that leads elsewhere than before.</summary>
/// <param name="Source">The step that it leaves, as it is now.</param>
/// <param name="Outcome">The answer that it is taken by; null when the step has one way only.</param>
/// <param name="Before">Where it led; empty when it ended there.</param>
/// <param name="After">Where it leads; empty when it ends here.</param>
public sealed record ChangedWay(ActivityNode Source, LocalizedText? Outcome, IReadOnlyList<ActivityNode> Before, IReadOnlyList<ActivityNode> After)
{
    /// <summary>The change as one sentence: after which step, by which answer, where to now and where to before.</summary>
    public LocalizedText Sentence
    {
        get
        {
            var (source, before, after) = (Source.DisplayName, Targets(Before), Targets(After));
            var by = Outcome is null ? null : new LocalizedText($", ved svaret «{Outcome.Nb}»", $", ved svaret «{Outcome.Nn}»", $", on the answer “{Outcome.En}”");

            return (before, after) switch
            {
                (null, _) => new(
                    $"Etter «{source}»{by?.Nb}: nå til {after!.Nb}, før endte veien der.",
                    $"Etter «{source}»{by?.Nn}: no til {after.Nn}, før enda vegen der.",
                    $"After “{source}”{by?.En}: now to {after.En}, before the path ended there."),
                (_, null) => new(
                    $"Etter «{source}»{by?.Nb}: nå ender veien der, før til {before.Nb}.",
                    $"Etter «{source}»{by?.Nn}: no endar vegen der, før til {before.Nn}.",
                    $"After “{source}”{by?.En}: now the path ends there, before to {before.En}."),
                _ => new(
                    $"Etter «{source}»{by?.Nb}: nå til {after.Nb}, før til {before.Nb}.",
                    $"Etter «{source}»{by?.Nn}: no til {after.Nn}, før til {before.Nn}.",
                    $"After “{source}”{by?.En}: now to {after.En}, before to {before.En}."),
            };
        }
    }

    /// <summary>The ways that differ, in the order of the steps. What leaves a step that only one of the versions has is told with that step.</summary>
    internal static IReadOnlyList<ChangedWay> Of(DefinitionComparison comparison, WorkflowDefinition from, WorkflowDefinition to, FlowWords words)
    {
        var touched = comparison.AddedLines.Concat(comparison.RemovedLines).Select(static l => (l.Source.Key, l.Outcome)).ToHashSet();
        var apart = comparison.Added.Concat(comparison.Removed).Select(static s => s.Key).ToHashSet(StringComparer.Ordinal);
        var steps = to.Activities.Where(a => !apart.Contains(a.Key)).ToList();

        return [.. steps.SelectMany(step => touched.Where(t => t.Key == step.Key).Select(t => new ChangedWay(
            step, OutcomeOf(step, t.Outcome, words), TargetsOf(from, t.Key, t.Outcome), TargetsOf(to, t.Key, t.Outcome))))];
    }

    private static List<ActivityNode> TargetsOf(WorkflowDefinition definition, string key, string outcome) =>
        definition.Activities.FirstOrDefault(a => a.Key == key) is { Parent: { } container } source
            ? [.. container.Connections.Where(c => c.SourceId == source.Id && c.SourcePort == outcome)
                .Select(c => container.Children.FirstOrDefault(t => t.Id == c.TargetId)).OfType<ActivityNode>()]
            : [];

    private static LocalizedText? OutcomeOf(ActivityNode step, string outcome, FlowWords words) =>
        outcome == "Done" && words.Catalogue.Find(step.Type)?.Outcomes(step).Count < 2 ? null : words.Outcome(step, outcome);

    private static LocalizedText? Targets(IReadOnlyList<ActivityNode> steps) => steps.Count == 0
        ? null
        : FlowWords.Join([.. steps.Select(static s => new LocalizedText($"«{s.DisplayName}»", $"«{s.DisplayName}»", $"“{s.DisplayName}”"))]);
}
