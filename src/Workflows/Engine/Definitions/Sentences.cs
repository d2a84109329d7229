using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Puts together sentences about a drawing, in the three languages at once.</summary>
internal static class Sentences
{
    /// <summary>A sentence about one step: it begins with the step's name.</summary>
    public static LocalizedText About(ActivityNode node, LocalizedText sentence) => new(
        $"Steget «{node.DisplayName}»: {sentence.Nb}",
        $"Steget «{node.DisplayName}»: {sentence.Nn}",
        $"The step “{node.DisplayName}”: {sentence.En}");

    /// <summary>A name in quotation marks, as each language writes them.</summary>
    public static LocalizedText Quote(string name) => new($"«{name}»", $"«{name}»", $"“{name}”");

    /// <summary>A name in quotation marks, as each language writes them.</summary>
    public static LocalizedText Quote(LocalizedText name) => new($"«{name.Nb}»", $"«{name.Nn}»", $"“{name.En}”");

    /// <summary>The field of a step as a message calls it.</summary>
    public static LocalizedText Field(LocalizedText label) => new($"feltet «{label.Nb}»", $"feltet «{label.Nn}»", $"the field “{label.En}”");

    /// <summary>What people call an outcome of a step, with what kind of thing it is: an answer, a branch.</summary>
    public static LocalizedText Outcome(ActivityNode node, string port, ActivityCatalogue catalogue)
    {
        var activity = catalogue.Find(node.Type);
        var noun = activity?.OutcomeNoun ?? Activity.AnyOutcome;
        var label = activity?.OutcomeLabel(node, port) ?? new(port, port, port);
        return new($"{noun.Nb} «{label.Nb}»", $"{noun.Nn} «{label.Nn}»", $"{noun.En} “{label.En}”");
    }

    /// <summary>Names in quotation marks in a row: a, b and c.</summary>
    public static LocalizedText List(IReadOnlyList<string> names) => new(
        Join([.. names.Select(static n => $"«{n}»")], "og"), Join([.. names.Select(static n => $"«{n}»")], "og"), Join([.. names.Select(static n => $"“{n}”")], "and"));

    private static string Join(IReadOnlyList<string> names, string and) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} {and} {names[^1]}";
}
