using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Checks an activity's inputs before a definition is published. Expressions other than literals and written lists can only be checked when they run.</summary>
internal static class InputCheck
{
    public static IEnumerable<string> Problems(ActivityNode node, IEnumerable<InputInfo> inputs, Vocabulary vocabulary)
    {
        foreach (var input in inputs)
        {
            if (!IsFilledIn(node, input.Name))
            {
                if (input.IsRequired)
                {
                    yield return $"{input.Name} must be filled in.";
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

    private static IEnumerable<string> LiteralProblems(InputInfo input, IReadOnlyList<string> literals, Vocabulary vocabulary)
    {
        var words = input.Kind == InputKind.Choice ? input.Choices : vocabulary.Words(input.Kind);
        foreach (var literal in literals)
        {
            if (words is not null && !words.Contains(literal))
            {
                yield return $"{input.Name} takes {string.Join(", ", words)}, not '{literal}'.";
            }

            if (input.Kind is InputKind.Length or InputKind.Lengths && literal != "none" && !StepLength.TryParse(literal, out _))
            {
                yield return $"{input.Name} takes a length such as P14D or 10 arbeidsdager, not '{literal}'.";
            }
        }
    }

    private static IReadOnlyList<string> Literals(ActivityNode node, InputInfo input) =>
        input.Kind is InputKind.Lengths or InputKind.Texts or InputKind.NoPlanReasons
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

    private static IReadOnlyList<string> TextsOf(JsonNode? value)
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
