namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>
/// What differs between two versions of a workflow, so that a leader sees what a version would change before it runs. Steps are told apart by their
/// ids, also those inside other steps. Where a step stands on the drawing is no difference, nor is how a value is written.
/// </summary>
/// <param name="Added">Steps that only the later version has, in its order.</param>
/// <param name="Removed">Steps that only the earlier version has, in its order. A step whose type was changed is both removed and added.</param>
/// <param name="Changed">Steps that both have, filled in or named differently.</param>
/// <param name="AddedLines">Connections that only the later version has.</param>
/// <param name="RemovedLines">Connections that only the earlier version has.</param>
/// <param name="Variables">Variables that came, went, or hold something else.</param>
/// <param name="Properties">What differs in the workflow as a whole: its name, its description, what it takes and gives.</param>
public sealed record DefinitionComparison(
    IReadOnlyList<ActivityNode> Added,
    IReadOnlyList<ActivityNode> Removed,
    IReadOnlyList<StepChange> Changed,
    IReadOnlyList<DrawnLine> AddedLines,
    IReadOnlyList<DrawnLine> RemovedLines,
    IReadOnlyList<VariableChange> Variables,
    IReadOnlyList<PropertyChange> Properties)
{
    /// <summary>Whether the two versions do the same in the same words.</summary>
    public bool IsSame =>
        Added.Count + Removed.Count + Changed.Count + AddedLines.Count + RemovedLines.Count + Variables.Count + Properties.Count == 0;

    /// <summary>Compares two versions.</summary>
    /// <param name="from">The earlier version.</param>
    /// <param name="to">The later version.</param>
    public static DefinitionComparison Compare(WorkflowDefinition from, WorkflowDefinition to)
    {
        var before = ById(from);
        var after = ById(to);
        var kept = after.Keys.Where(id => before.TryGetValue(id, out var old) && old.Type == after[id].Type).ToHashSet(StringComparer.Ordinal);
        var linesBefore = Lines(from);
        var linesAfter = Lines(to);

        return new DefinitionComparison(
            [.. after.Where(a => !kept.Contains(a.Key)).Select(static a => a.Value)],
            [.. before.Where(b => !kept.Contains(b.Key)).Select(static b => b.Value)],
            [.. after.Where(a => kept.Contains(a.Key)).Select(a => StepChange.Between(before[a.Key], a.Value)).OfType<StepChange>()],
            [.. linesAfter.Where(l => !linesBefore.ContainsKey(l.Key)).Select(static l => l.Value)],
            [.. linesBefore.Where(l => !linesAfter.ContainsKey(l.Key)).Select(static l => l.Value)],
            VariableChange.Between(from.Variables, to.Variables),
            PropertyChange.Between(from, to));
    }

    /// <summary>The steps; the container of all of them is none, since imported drawings differ in nothing but its id.</summary>
    private static Dictionary<string, ActivityNode> ById(WorkflowDefinition definition) =>
        definition.Activities.Where(a => a != definition.Root || a.Children.Count == 0).DistinctBy(static a => a.Key).ToDictionary(static a => a.Key, StringComparer.Ordinal);

    private static Dictionary<string, DrawnLine> Lines(WorkflowDefinition definition)
    {
        var lines = new Dictionary<string, DrawnLine>(StringComparer.Ordinal);

        foreach (var container in definition.Activities)
        {
            foreach (var connection in container.Connections)
            {
                if (container.Children.FirstOrDefault(c => c.Id == connection.SourceId) is { } source
                    && container.Children.FirstOrDefault(c => c.Id == connection.TargetId) is { } target)
                {
                    lines.TryAdd($"{source.Key}\n{connection.SourcePort}\n{target.Key}", new DrawnLine(source, connection.SourcePort, target));
                }
            }
        }

        return lines;
    }
}

/// <summary>A connection between two steps.</summary>
/// <param name="Source">Where it leaves.</param>
/// <param name="Outcome">By which outcome.</param>
/// <param name="Target">Where it leads.</param>
public sealed record DrawnLine(ActivityNode Source, string Outcome, ActivityNode Target);
