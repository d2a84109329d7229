using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>An expected no, as a use case says it: what kind, one sentence for the person who asked, and what is wrong field by field.</summary>
/// <remarks>The sentence may name a colleague by user id; it never holds a service recipient's name or identity number.</remarks>
internal sealed record Refusal(ProblemKind Kind, LocalizedText Detail, IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>>? Errors = null)
{
    /// <summary>Further members of the answer, for scripts, in the language asked for; null for none.</summary>
    public Func<string, IReadOnlyDictionary<string, object?>>? Members { get; init; }

    public static Refusal NotFound() => new(ProblemKind.NotFound, new(
        "Vi finner ikke det du spør etter.", "Vi finn ikkje det du spør etter.", "What you ask for does not exist."));

    public static Refusal Forbidden() => new(ProblemKind.Forbidden, new(
        "Rollen din gir ikke tilgang til dette.", "Rolla di gjev ikkje tilgang til dette.", "Your role does not give access to this."));

    public static Refusal Stale() => new(ProblemKind.Stale, new(
        "Hent siste versjon og prøv igjen.", "Hent siste versjon og prøv igjen.", "Fetch the latest version and try again."));

    /// <summary>What is wrong, by field, in one language: the first message of each, for the fields of a form. Without fields, the sentence itself under the given name.</summary>
    public IReadOnlyDictionary<string, string> FieldMessages(string language, string unless = "form") => Errors is { Count: > 0 }
        ? Errors.ToDictionary(static e => e.Key, e => e.Value[0].In(language), StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal) { [unless] = Detail.In(language) };

    /// <summary>A no about one field.</summary>
    public static Refusal OfField(string field, LocalizedText message) => new FieldErrors().Add(field, message).ToRefusal();
}

/// <summary>Gathers everything that is wrong with a request, so that the caller is told all of it at once.</summary>
internal sealed class FieldErrors
{
    private readonly SortedDictionary<string, List<LocalizedText>> _errors = new(StringComparer.Ordinal);

    public bool Any => _errors.Count > 0;

    public FieldErrors Add(string field, LocalizedText message)
    {
        if (!_errors.TryGetValue(field, out var messages))
        {
            _errors[field] = messages = [];
        }

        messages.Add(message);
        return this;
    }

    /// <summary>Adds "must be filled in" when the value is missing or blank; tells whether it is there.</summary>
    public bool Require([NotNullWhen(true)] string? value, string field)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            return true;
        }

        Add(field, Messages.Required);
        return false;
    }

    /// <summary>A reason must be given, and fit where reasons are stored.</summary>
    public void RequireReason(string? reason, string field = "reason")
    {
        Require(reason, field);
        AtMost(reason, CallReason.MaxLength, field);
    }

    /// <summary>Adds "must be filled in" when the value is missing; tells whether it is there.</summary>
    public bool Require<T>([NotNullWhen(true)] T? value, string field)
        where T : struct
    {
        if (value is not null)
        {
            return true;
        }

        Add(field, Messages.Required);
        return false;
    }

    /// <summary>Adds a message when the text is longer than what is stored.</summary>
    public void AtMost(string? value, int length, string field)
    {
        if (value?.Trim().Length > length)
        {
            Add(field, Messages.Format(Messages.TooLong, length));
        }
    }

    /// <summary>Reads one of a closed set of codes, ignoring case; adds a message that lists them when it is none of them.</summary>
    public T? Choice<T>(string? value, string field)
        where T : struct, Enum
    {
        if (value is null)
        {
            return null;
        }

        if (Enum.TryParse<T>(value, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) && !char.IsAsciiDigit(value[0]))
        {
            return parsed;
        }

        Add(field, Messages.Format(Messages.OneOf, string.Join(", ", Enum.GetNames<T>())));
        return null;
    }

    public Refusal ToRefusal() => new(ProblemKind.InvalidValues, Messages.SeeErrors,
        _errors.ToDictionary(e => e.Key, e => (IReadOnlyList<LocalizedText>)e.Value, StringComparer.Ordinal));
}

/// <summary>Sentences about single fields that several requests share.</summary>
internal static class Messages
{
    public static readonly LocalizedText SeeErrors = new(
        "Rett feltene som er nevnt, og send på nytt.", "Rett felta som er nemnde, og send på nytt.", "Correct the fields named, and send again.");

    public static readonly LocalizedText Required = new("Må fylles ut.", "Må fyllast ut.", "Must be filled in.");

    public static readonly LocalizedText WrongType = new("Verdien har feil type.", "Verdien har feil type.", "The value has the wrong type.");

    public static readonly LocalizedText NotADate = new(
        "Må være en dato, for eksempel 2027-01-31.", "Må vere ein dato, til dømes 2027-01-31.", "Must be a date, for example 2027-01-31.");

    public static readonly LocalizedText InFuture = new(
        "Kan ikke være fram i tid.", "Kan ikkje vere fram i tid.", "Cannot be in the future.");

    public static readonly LocalizedText TooLong = new(
        "Kan ha høyst {0} tegn.", "Kan ha høgst {0} teikn.", "Can have at most {0} characters.");

    public static readonly LocalizedText OneOf = new(
        "Må være en av: {0}.", "Må vere ein av: {0}.", "Must be one of: {0}.");

    public static LocalizedText Format(LocalizedText text, params object?[] args) => new(
        string.Format(CultureInfo.InvariantCulture, text.Nb, args),
        string.Format(CultureInfo.InvariantCulture, text.Nn, args),
        string.Format(CultureInfo.InvariantCulture, text.En, args));
}
