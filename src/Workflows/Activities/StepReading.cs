using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>What someone typed into a field of a step, read against what stands there.</summary>
public abstract record StepReading
{
    private static readonly LocalizedText Required = new("Må fylles ut.", "Må fyllast ut.", "Must be filled in.");

    private static readonly LocalizedText NotAChoice = new("Velg på nytt fra lista.", "Vel på nytt frå lista.", "Choose again from the list.");

    private static readonly LocalizedText NotANumber = new("Skriv et helt tall.", "Skriv eit heilt tal.", "Write a whole number.");

    private static readonly LocalizedText Twice = new("To av navnene er like. Gi det ene et annet navn.", "To av namna er like. Gje det eine eit anna namn.", "Two of the names are the same. Rename one of them.");

    private StepReading()
    {
    }

    /// <summary>It says what the drawing says already, which therefore stays as it is written.</summary>
    public sealed record Unchanged : StepReading;

    /// <summary>It says something else.</summary>
    /// <param name="ExpressionType">How the drawing is to write it.</param>
    /// <param name="Value">The value; null when the field was emptied.</param>
    public sealed record Changed(string ExpressionType, JsonNode? Value) : StepReading
    {
        /// <summary>Names that were changed or taken away, where the field holds such: as it was called, and as it is called now or null.</summary>
        public IReadOnlyList<(string Before, string? After)> Renamed { get; init; } = [];
    }

    /// <summary>It cannot be taken.</summary>
    /// <param name="Message">Why, and what to do.</param>
    public sealed record Wrong(LocalizedText Message) : StepReading;

    /// <summary>Reads a field.</summary>
    /// <param name="field">The field as the form showed it.</param>
    /// <param name="typed">What came back, in order; for names one for each that was shown and more for new ones.</param>
    public static StepReading Of(StepField field, IReadOnlyList<string> typed)
    {
        var reading = field.Control switch
        {
            StepControl.Shown => new Unchanged(),
            StepControl.Names => Names(field, typed),
            StepControl.Lengths => Lengths(field, typed),
            StepControl.Many => Many(field, typed),
            _ => One(field, typed.Count == 0 ? "" : typed[0].ReplaceLineEndings("\n").Trim()),
        };
        var isEmpty = reading is Changed { Value: null } || (reading is Unchanged && field.Values.Count == 0);

        return field.Input.IsRequired && isEmpty && field.Control != StepControl.Shown ? new Wrong(Required) : reading;
    }

    private static StepReading One(StepField field, string typed)
    {
        var before = field.Values.Count == 0 ? null : field.Values[0];

        if (before is null ? typed.Length == 0 : new[] { before.Nb, before.Nn, before.En }.Any(t => t.Trim() == typed))
        {
            return new Unchanged();
        }

        if (field.Control == StepControl.YesNo)
        {
            return !bool.TryParse(typed, out var truth) ? before is null ? new Unchanged() : new Wrong(NotAChoice)
                : before is null && string.Equals(field.Input.Default, typed, StringComparison.OrdinalIgnoreCase) ? new Unchanged()
                : new Changed("Literal", JsonValue.Create(truth));
        }

        if (typed.Length == 0)
        {
            return new Changed("Literal", null);
        }

        return field.Control switch
        {
            StepControl.Number => int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new Changed("Literal", JsonValue.Create(number)) : new Wrong(NotANumber),
            StepControl.Length when field.Input.Kind == InputKind.Span => SpanText.Read(typed) is { } span ? Text(field, before, span.ToString("c", CultureInfo.InvariantCulture), SpanText.InWords(span)) : new Wrong(NotASpan(typed)),
            StepControl.Length => StepLength.IsNone(typed) ? Text(field, before, "none", new("ingen", "ingen", "none"))
                : StepLength.TryParse(typed, out var length) ? Text(field, before, length!.ToString(), length.InWords())
                : new Wrong(NotALength(typed)),
            StepControl.One when field.Choices.All(c => c.Value != typed) => new Wrong(NotAChoice),
            StepControl.One when field.Variables.FirstOrDefault(v => v.Id == typed) is { } variable =>
                new Changed("Variable", new JsonObject { ["id"] = variable.Id, ["name"] = variable.Name, ["typeName"] = variable.TypeName }),
            _ => new Changed("Literal", JsonValue.Create(typed)),
        };
    }

    /// <summary>A length that was only worded otherwise is the same length.</summary>
    private static StepReading Text(StepField field, LocalizedText? before, string written, LocalizedText words) =>
        before is not null && before.En == words.En && field.Control == StepControl.Length ? new Unchanged() : new Changed("Literal", JsonValue.Create(written));

    private static StepReading Lengths(StepField field, IReadOnlyList<string> typed)
    {
        var written = new List<string>();
        var words = new List<string>();

        foreach (var line in typed.SelectMany(static t => t.Split(['\n', '\r', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (StepLength.IsNone(line))
            {
                written.Add("none");
                words.Add("none");
            }
            else if (StepLength.TryParse(line, out var length))
            {
                written.Add(length!.ToString());
                words.Add(length.InWords().En);
            }
            else if (field.Values.Any(v => v.Nb == line))
            {
                written.Add(line);
                words.Add(line);
            }
            else
            {
                return new Wrong(NotALength(line));
            }
        }

        return words.SequenceEqual(field.Values.Select(static v => v.En)) ? new Unchanged() : new Changed("Object", List(written));
    }

    private static StepReading Many(StepField field, IReadOnlyList<string> typed)
    {
        var chosen = field.Choices.Select(static c => c.Value).Where(typed.Contains).ToList();

        return typed.Any(t => field.Choices.All(c => c.Value != t)) ? new Wrong(NotAChoice)
            : chosen.Order(StringComparer.Ordinal).SequenceEqual(field.Values.Select(static v => v.Nb).Order(StringComparer.Ordinal)) ? new Unchanged()
            : new Changed("Object", List(chosen));
    }

    private static StepReading Names(StepField field, IReadOnlyList<string> typed)
    {
        var before = field.Values.Select(static v => v.Nb).ToList();
        var now = typed.Select(static t => t.Trim()).ToList();
        var names = now.Where(static n => n.Length > 0).ToList();

        if (names.SequenceEqual(before))
        {
            return new Unchanged();
        }

        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count)
        {
            return new Wrong(Twice);
        }

        return new Changed("Object", List(names))
        {
            Renamed = [.. before.Select((name, at) => (Before: name, After: at < now.Count && now[at].Length > 0 ? now[at] : null)).Where(static r => r.Before != r.After)],
        };
    }

    /// <summary>A list as drawings write it: JSON in a text, so that Studio's editors can show it.</summary>
    private static JsonValue? List(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : JsonValue.Create(new JsonArray([.. texts.Select(static t => (JsonNode)t)]).ToJsonString(ExpressionValues.Readable));

    private static LocalizedText NotALength(string typed) => new(
        $"«{typed}» er ikke en lengde. Skriv for eksempel «3 arbeidsdager», «2 uker» eller «1 måned».",
        $"«{typed}» er ikkje ei lengd. Skriv til dømes «3 arbeidsdagar», «2 veker» eller «1 månad».",
        $"“{typed}” is no length of time. Write for instance “3 working days”, “2 weeks” or “1 month”.");

    private static LocalizedText NotASpan(string typed) => new(
        $"«{typed}» er ikke en lengde. Skriv for eksempel «14 dager» eller «2 timer og 30 minutter».",
        $"«{typed}» er ikkje ei lengd. Skriv til dømes «14 dagar» eller «2 timar og 30 minutt».",
        $"“{typed}” is no length of time. Write for instance “14 days” or “2 hours and 30 minutes”.");
}
