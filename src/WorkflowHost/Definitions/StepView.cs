using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Activities;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>What was typed into one of the forms of a step, when it could not be taken.</summary>
/// <param name="Form">Which form: <see cref="OfStep"/>, <see cref="OfNewStep"/> or <see cref="OfRemoval"/>.</param>
/// <param name="Values">The fields that were sent.</param>
internal sealed record StepTyping(string Form, IFormCollection Values)
{
    public const string OfStep = "step";
    public const string OfNewStep = "new";
    public const string OfRemoval = "remove";
}

/// <summary>A step with its forms, as a page shows it.</summary>
/// <param name="Step">The step as it is stored now.</param>
/// <param name="Session">Tells this reading of the form from others.</param>
internal sealed record StepView(StepToEdit Step, string Session)
{
    public StepTyping? Typed { get; init; }

    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who changed the workflow meanwhile and when, and what to do; null when nobody did.</summary>
    public LocalizedText? Conflict { get; init; }

    /// <summary>The messages for the fields of one of the forms.</summary>
    public IReadOnlyDictionary<string, string>? ErrorsOf(string form) => Typed?.Form == form ? Errors : null;

    /// <summary>What was typed into a field; what stands there when nothing was.</summary>
    public IReadOnlyList<string> Values(string form, string field, IEnumerable<string> stored) =>
        Typed?.Form != form ? [.. stored] : Typed.Values.TryGetValue(field, out var typed) ? [.. typed.Select(static v => v ?? "")] : [];

    /// <summary>The same for a field with one value.</summary>
    public string Value(string form, string field, string stored = "") => Values(form, field, [stored]) is [var first, ..] ? first : "";

    /// <summary>What stands in a field, as it is told to those who only read.</summary>
    public static LocalizedText? Told(StepField field)
    {
        var words = field.Values.Select(value => field.Choices.FirstOrDefault(c => c.Value == value.Nb)?.Label ?? (field.Control == StepControl.YesNo ? YesOrNo(value.Nb) : value)).ToList();
        return words.Count == 0 ? null : new(Join(words, static w => w.Nb), Join(words, static w => w.Nn), Join(words, static w => w.En));
    }

    public static LocalizedText YesOrNo(string value) => value == "true" ? new("Ja", "Ja", "Yes") : new("Nei", "Nei", "No");

    public static LocalizedText WhoWasFirst(Refusal refusal)
    {
        var members = refusal.Members?.Invoke(RequestLanguage.Default);
        return members?.GetValueOrDefault("savedBy") is string who && members.GetValueOrDefault("savedAt") is DateTimeOffset at
            ? new(
                $"{who} endret arbeidsflyten {Components.Dates.ShowWithTime(at, "nb")}. Ingenting av ditt er lagret ennå, og ingenting er tapt: det du skrev, står her. Se om det fortsatt stemmer, og lagre på nytt.",
                $"{who} endra arbeidsflyten {Components.Dates.ShowWithTime(at, "nn")}. Ingenting av ditt er lagra enno, og ingenting er tapt: det du skreiv, står her. Sjå om det framleis stemmer, og lagre på nytt.",
                $"{who} changed the workflow on {Components.Dates.ShowWithTime(at, "en")}. Nothing of yours is saved yet, and nothing is lost: what you typed stands here. See whether it still fits, and save again.")
            : refusal.Detail;
    }

    private static string Join(List<LocalizedText> words, Func<LocalizedText, string> language) => string.Join(", ", words.Select(language));
}
