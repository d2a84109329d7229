using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>An invented case to fill letters in with, for previews and for checking what a template says.</summary>
/// <param name="Data">What the template fills in.</param>
/// <param name="Language">Language of the letter.</param>
internal sealed record LetterSample(JsonObject Data, string Language)
{
    private static readonly string[] Essential = ["reference", "name", "right", "isPlan", "isIndividualDecision", "legalBasis", "appealBody", "appealWeeks", "dismissalLaw", "receivedOn"];

    /// <summary>The case where everything is known.</summary>
    public static LetterSample Full(RuleSet rules, TrackRules track, string language)
    {
        var data = new JsonObject();
        foreach (var field in LetterFields.All)
        {
            Set(data, field.Name, field.Kind == LetterFieldKind.Flag ? JsonValue.Create(true) : JsonValue.Create(field.Sample!.In(language)));
        }

        LetterLaw.Add(data, rules, track, language);
        return new LetterSample(data, language);
    }

    /// <summary>The case where only that is known which every case has.</summary>
    public static LetterSample Sparse(RuleSet rules, TrackRules track, string language)
    {
        var full = Full(rules, track, language);
        return full with { Data = new JsonObject(full.Data.Where(pair => Essential.Contains(pair.Key, StringComparer.Ordinal)).Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))) };
    }

    /// <summary>How a field stands in the letter; null when it is not known in this case.</summary>
    public string? Shown(string field)
    {
        JsonNode? node = Data;
        foreach (var part in field.Split('.'))
        {
            node = (node as JsonObject)?[part];
        }

        return node is JsonValue value && value.TryGetValue<string>(out var text) ? LetterFields.Find(field)?.Kind == LetterFieldKind.Date ? LetterDates.Write(text, Language) : text : null;
    }

    /// <summary>Puts a value where its name says, through the dots.</summary>
    public static void Set(JsonObject data, string name, JsonNode? value)
    {
        if (name.Split('.', 2) is [var outer, var inner])
        {
            if (data[outer] is not JsonObject holder)
            {
                data[outer] = holder = [];
            }

            holder[inner] = value;
            return;
        }

        data[name] = value;
    }
}
