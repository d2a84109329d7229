using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Checks an activity's inputs before a definition is published. Expressions other than literals and written lists can only be checked when they run.</summary>
internal static class InputCheck
{
    public static IEnumerable<LocalizedText> Problems(ActivityNode node, IEnumerable<InputInfo> inputs, Vocabulary vocabulary)
    {
        foreach (var input in inputs)
        {
            if (!IsFilledIn(node, input.Name))
            {
                if (input.IsRequired)
                {
                    yield return MustBeFilledIn(input);
                }

                continue;
            }

            foreach (var problem in LiteralProblems(input, Literals(node, input), vocabulary))
            {
                yield return problem;
            }
        }
    }

    /// <summary>The texts of a list input when the drawing writes them out; empty when absent or an expression.</summary>
    public static IReadOnlyList<string> WrittenTexts(ActivityNode node, string name) => TextsOf(WrittenValue(node, name));

    private static IEnumerable<LocalizedText> LiteralProblems(InputInfo input, IReadOnlyList<string> literals, Vocabulary vocabulary)
    {
        var words = input.Kind == InputKind.Choice ? input.Choices?.Select(choice => choice.Value).ToList() : vocabulary.Words(input.Kind);
        foreach (var literal in literals)
        {
            if (words is not null && !words.Contains(literal))
            {
                yield return NotAWord(input, literal, words);
            }

            if (input.Kind is InputKind.Length or InputKind.Lengths && !StepLength.IsNone(literal) && !StepLength.TryParse(literal, out _))
            {
                yield return NotALength(input, literal);
            }
        }
    }

    private static LocalizedText MustBeFilledIn(InputInfo input)
    {
        var field = Field(input);
        return new($"{field.Nb} må fylles ut.", $"{field.Nn} må fyllast ut.", $"{field.En} must be filled in.");
    }

    private static LocalizedText NotALength(InputInfo input, string literal)
    {
        var field = Field(input);
        return new(
            $"{field.Nb} har verdien «{literal}», som ikke er en lengde. Skriv for eksempel «3 arbeidsdager», «2 uker» eller «1 måned».",
            $"{field.Nn} har verdien «{literal}», som ikkje er ei lengd. Skriv til dømes «3 arbeidsdagar», «2 veker» eller «1 månad».",
            $"{field.En} has the value “{literal}”, which is no length of time. Write for instance “3 working days”, “2 weeks” or “1 month”.");
    }

    /// <summary>The codes to choose from are of use only to those who write JSON, so they stand in the English sentence alone; others choose from the list.</summary>
    private static LocalizedText NotAWord(InputInfo input, string literal, IEnumerable<string> words)
    {
        var field = Field(input);
        var kind = KindOf(input.Kind);
        return new(
            $"{field.Nb} har verdien «{literal}», men {kind.Nb} finnes ikke. Velg på nytt fra lista.",
            $"{field.Nn} har verdien «{literal}», men {kind.Nn} finst ikkje. Vel på nytt frå lista.",
            $"{field.En} has the value “{literal}”, but {kind.En} does not exist. Choose one of {string.Join(", ", words)}.");
    }

    private static LocalizedText Field(InputInfo input) => Sentences.Field(input.Label);

    private static LocalizedText KindOf(InputKind kind) => kind switch
    {
        InputKind.Role => new("den rollen", "den rolla", "that role"),
        InputKind.Form => new("det skjemaet", "det skjemaet", "that form"),
        InputKind.Deadline => new("den fristen", "den fristen", "that deadline"),
        InputKind.Template => new("den brevmalen", "den brevmalen", "that letter template"),
        InputKind.CaseEvent => new("den hendelsen", "den hendinga", "that event"),
        InputKind.CaseState => new("den saksstatusen", "den saksstatusen", "that case state"),
        InputKind.NoPlanReasons => new("den grunnen", "den grunnen", "that reason"),
        InputKind.PlanSections => new("det punktet i planen", "det punktet i planen", "that point of the plan"),
        _ => new("det valget", "det valet", "that choice"),
    };

    private static IReadOnlyList<string> Literals(ActivityNode node, InputInfo input) =>
        input.Kind is InputKind.Lengths or InputKind.Texts or InputKind.Outcomes or InputKind.NoPlanReasons or InputKind.PlanSections or InputKind.Workflows
            ? WrittenTexts(node, input.Name)
            : node.LiteralText(input.Name) is { Length: > 0 } text ? [text] : [];

    private static bool IsFilledIn(ActivityNode node, string name) =>
        node.Json[name] is JsonObject input && input["expression"] is JsonObject expression
        && expression["value"] is { } value && !(value is JsonValue text && text.TryGetValue(out string? written) && string.IsNullOrWhiteSpace(written));

    private static JsonNode? WrittenValue(ActivityNode node, string name) =>
        node.Json[name] is JsonObject input && input["expression"] is JsonObject expression
        && expression["type"]?.GetValue<string>() is "Literal" or "Object"
            ? expression["value"]
            : null;

    /// <summary>The texts of a list, however it is written: JSON, JSON in a text, or parted by commas.</summary>
    public static IReadOnlyList<string> TextsOf(JsonNode? value)
    {
        if (value is JsonValue single && single.TryGetValue(out string? text))
        {
            if (!text.TrimStart().StartsWith('['))
            {
                return string.IsNullOrWhiteSpace(text) ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            }

            try
            {
                value = JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                return [text];
            }
        }

        return value is JsonArray list ? [.. list.Select(TaskResult.TextOf).OfType<string>()] : [];
    }
}
