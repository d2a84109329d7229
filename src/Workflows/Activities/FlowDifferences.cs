using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>What one version of a flow does differently from another, in words for the one who decides which of them runs.</summary>
/// <param name="Added">Steps that only the later version has, as its table tells them.</param>
/// <param name="Removed">Steps that only the earlier version has, as its table told them.</param>
/// <param name="Changed">Steps that both have, with what is filled in or named differently.</param>
/// <param name="Ways">Ways on from steps of both versions that lead elsewhere than before.</param>
/// <param name="Whole">What differs in the flow as a whole: its name, what it is for, its variables.</param>
/// <param name="IsRedrawn">Whether steps stand elsewhere on the drawing, which means nothing for the cases.</param>
public sealed record FlowDifferences(
    IReadOnlyList<FlowTableRow> Added,
    IReadOnlyList<FlowTableRow> Removed,
    IReadOnlyList<ChangedStep> Changed,
    IReadOnlyList<ChangedWay> Ways,
    IReadOnlyList<ChangedField> Whole,
    bool IsRedrawn)
{
    /// <summary>Whether the two versions do the same; steps may still stand elsewhere on the drawing.</summary>
    public bool IsSame => Added.Count + Removed.Count + Changed.Count + Ways.Count + Whole.Count == 0;

    /// <summary>Compares two versions.</summary>
    /// <param name="from">The earlier version.</param>
    /// <param name="to">The later version.</param>
    /// <param name="words">The words for both.</param>
    public static FlowDifferences Between(WorkflowDefinition from, WorkflowDefinition to, FlowWords words)
    {
        var comparison = DefinitionComparison.Compare(from, to);

        return new FlowDifferences(
            RowsOf(to, comparison.Added, words),
            RowsOf(from, comparison.Removed, words),
            [.. comparison.Changed.Select(c => ChangedStep.Of(c, words)).Where(static c => c.Fields.Count > 0)],
            ChangedWay.Of(comparison, from, to, words),
            [.. comparison.Properties.Select(ChangedField.OfFlow), .. comparison.Variables.Select(ChangedField.OfVariable)],
            IsMoved(from, to));
    }

    private static IReadOnlyList<FlowTableRow> RowsOf(WorkflowDefinition definition, IReadOnlyList<ActivityNode> steps, FlowWords words) =>
        steps.Count == 0 ? [] : [.. FlowTable.Of(definition, words, []).Rows.Where(r => steps.Contains(r.Step))];

    private static bool IsMoved(WorkflowDefinition from, WorkflowDefinition to)
    {
        var before = from.Activities.DistinctBy(static a => a.Key).ToDictionary(static a => a.Key, PlaceOf, StringComparer.Ordinal);

        return to.Activities.Any(a => before.TryGetValue(a.Key, out var place) && !JsonNode.DeepEquals(place, PlaceOf(a)));
    }

    private static JsonNode? PlaceOf(ActivityNode step) => ((step.Json["metadata"] as JsonObject)?["designer"] as JsonObject)?["position"];
}

/// <summary>A step that two versions fill in or name differently.</summary>
/// <param name="Step">The step as it is now.</param>
/// <param name="Kind">What kind of step it is.</param>
/// <param name="Fields">What differs.</param>
public sealed record ChangedStep(ActivityNode Step, LocalizedText Kind, IReadOnlyList<ChangedField> Fields)
{
    internal static ChangedStep Of(StepChange change, FlowWords words)
    {
        var fields = new List<ChangedField>();

        if (change.Name is { } name)
        {
            fields.Add(ChangedField.OfText(new("Navn på steget", "Namn på steget", "Name of the step"), name));
        }

        if (change.Description is { } description)
        {
            fields.Add(ChangedField.OfText(new("Beskrivelse", "Skildring", "Description"), description));
        }

        fields.AddRange(change.Inputs.Select(input => new ChangedField(
            words.Label(change.After, input.Input), ValueOf(change.Before, input.Input, input.Before, words), ValueOf(change.After, input.Input, input.After, words))));

        if (change.StartsChanged)
        {
            fields.Add(new(new("Kan starte arbeidsflyten", "Kan starte arbeidsflyten", "May start the workflow"), FlowWords.YesOrNo(change.Before.CanStartWorkflow), FlowWords.YesOrNo(change.After.CanStartWorkflow)));
        }

        if (change.IsMovedInto)
        {
            fields.Add(new(new("Står inne i", "Står inne i", "Stands inside"), HolderOf(change.Before), HolderOf(change.After)));
        }

        return new ChangedStep(change.After, words.Kind(change.After), fields);
    }

    /// <summary>What a field says; when it is empty, what that means.</summary>
    private static LocalizedText? ValueOf(ActivityNode step, string input, JsonNode? written, FlowWords words)
    {
        if (written is not null && words.Value(step, input, written) is { } value)
        {
            return value;
        }

        return words.FindInput(step, input)?.Default is { Length: > 0 } unless && words.Value(step, input, JsonValue.Create(unless)) is { } meant
            ? new($"ikke fylt ut, og da gjelder: {meant.Nb}", $"ikkje fylt ut, og då gjeld: {meant.Nn}", $"not filled in, which means: {meant.En}")
            : null;
    }

    private static LocalizedText HolderOf(ActivityNode step)
    {
        var holder = step.Parent;
        while (holder is { Type: "Elsa.Flowchart" or "Elsa.Sequence", Parent.Parent: not null })
        {
            holder = holder.Parent;
        }

        return holder is { Parent.Parent: not null }
            ? new($"«{holder.DisplayName}»", $"«{holder.DisplayName}»", $"“{holder.DisplayName}”")
            : new("ingen andre steg", "ingen andre steg", "no other step");
    }
}

/// <summary>Something that says something else than before.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Before">What it said; null for nothing.</param>
/// <param name="After">What it says; null for nothing.</param>
public sealed record ChangedField(LocalizedText Label, LocalizedText? Before, LocalizedText? After)
{
    internal static ChangedField OfText(LocalizedText label, PropertyChange change) => new(label, Same(change.Before), Same(change.After));

    internal static ChangedField OfFlow(PropertyChange change) => change.Property switch
    {
        "name" => OfText(new("Navn på arbeidsflyten", "Namn på arbeidsflyten", "Name of the workflow"), change),
        "description" => OfText(new("Hva den er for", "Kva han er for", "What it is for"), change),
        "inputs" => OfText(new("Opplysninger den får når den starter", "Opplysningar han får når han startar", "What it is given when it starts"), change),
        "outputs" => OfText(new("Opplysninger den gir fra seg", "Opplysningar han gjev frå seg", "What it gives back"), change),
        "outcomes" => OfText(new("Utganger når den brukes som steg", "Utgangar når han blir brukt som steg", "Ways on when it is used as a step"), change),
        "usableAsActivity" => new(
            new("Kan brukes som steg i andre arbeidsflyter", "Kan brukast som steg i andre arbeidsflytar", "May be used as a step in other workflows"),
            FlowWords.YesOrNo(change.Before is not null),
            FlowWords.YesOrNo(change.After is not null)),
        _ => new(new("Når et steg feiler", "Når eit steg feilar", "When a step fails"), Failing(change.Before), Failing(change.After)),
    };

    internal static ChangedField OfVariable(VariableChange change)
    {
        var name = (change.After ?? change.Before!).Name;
        var isRenamed = change is { Before: not null, After: not null } && change.Before.Name != change.After.Name;

        return new(
            new($"Variabelen «{name}»", $"Variabelen «{name}»", $"The variable “{name}”"),
            change.Before is null ? new("fantes ikke", "fanst ikkje", "was not there") : Variable(change.Before, isRenamed),
            change.After is null ? new("er tatt bort", "er teken bort", "is taken away") : Variable(change.After, isRenamed));
    }

    private static LocalizedText Variable(VariableDefinition variable, bool isRenamed)
    {
        var kind = isRenamed ? new(variable.Name, variable.Name, variable.Name) : VariableWords.KindOf(variable);

        return ExpressionValues.ToText(variable.Value) is { Length: > 0 } value
            ? new($"{kind.Nb}, fra start: {value}", $"{kind.Nn}, frå start: {value}", $"{kind.En}, at the start: {value}")
            : kind;
    }

    private static LocalizedText Failing(string? strategy) => strategy == nameof(IncidentStrategy.ContinueWithIncidents)
        ? new("resten av saken går videre", "resten av saka går vidare", "the rest of the case goes on")
        : new("hele flyten stopper", "heile flyten stoppar", "the whole flow stops");

    private static LocalizedText? Same(string? text) => text is null ? null : new(text, text, text);
}
