using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Activities;

/// <summary>What a person answered in a task, as the flow carries it on: outcome, form values, who and when. Also stands for the payload of an event, which then is the values.</summary>
/// <param name="Outcome">The chosen outcome; empty when the answer did not come from a task.</param>
/// <param name="Values">The form's values by field name.</param>
/// <param name="CompletedBy">User id of the one who completed; null when unknown.</param>
/// <param name="CompletedOn">Norwegian day of completion; null when unknown.</param>
/// <param name="TaskId">The task; null when there was none.</param>
public sealed record TaskResult(string Outcome, JsonObject Values, string? CompletedBy, DateOnly? CompletedOn, string? TaskId)
{
    /// <summary>An answer that says nothing.</summary>
    public static TaskResult Empty => new("", [], null, null, null);

    /// <summary>Reads a task result, or a plain object of values.</summary>
    /// <param name="node">What an expression yielded; an object written as text is understood.</param>
    /// <exception cref="FormatException">It is no object.</exception>
    public static TaskResult From(JsonNode? node)
    {
        var json = node switch
        {
            null => [],
            JsonObject value => value,
            JsonValue value when value.TryGetValue(out string? text) => ParseObject(text),
            _ => throw new FormatException("A task result or an object of values was expected."),
        };

        return json["values"] is JsonObject values
            ? new TaskResult(TextOf(json["outcome"]) ?? "", values, TextOf(json["completedBy"]), DateOf(json["completedOn"]), TextOf(json["taskId"]))
            : new TaskResult("", json, null, null, null);
    }

    /// <summary>A text; null when absent or blank. Numbers and truth values are written out.</summary>
    /// <param name="name">Field name.</param>
    public string? Text(string name) => TextOf(Values[name]);

    /// <summary>A date as <c>yyyy-MM-dd</c>, or the Norwegian day of an instant; null when absent.</summary>
    /// <param name="name">Field name.</param>
    /// <exception cref="FormatException">The value is no date.</exception>
    public DateOnly? Date(string name) => DateOf(Values[name]);

    /// <summary>A whole number; null when absent.</summary>
    /// <param name="name">Field name.</param>
    public int? Number(string name) => Text(name) is { } text ? (int)decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A truth value; false when absent.</summary>
    /// <param name="name">Field name.</param>
    public bool Flag(string name) => Text(name) is { } text && (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "ja");

    /// <summary>A list of texts; a single text is a list of one, an absent field an empty list.</summary>
    /// <param name="name">Field name.</param>
    public IReadOnlyList<string> Texts(string name) => Values[name] switch
    {
        JsonArray list => [.. list.Select(TextOf).OfType<string>()],
        var single => TextOf(single) is { } text ? [text] : [],
    };

    /// <summary>A list of objects; a list written as text is understood, an absent field is an empty list.</summary>
    /// <param name="name">Field name.</param>
    public IReadOnlyList<TaskResult> Items(string name) =>
        (Values[name] is JsonValue value && value.TryGetValue(out string? text) && text.TrimStart().StartsWith('[') ? JsonNode.Parse(text) : Values[name]) is JsonArray list
            ? [.. list.OfType<JsonObject>().Select(item => new TaskResult("", item, CompletedBy, CompletedOn, TaskId))]
            : [];

    /// <summary>An instant as ISO 8601; a bare date is noon in Norway of that day; null when absent.</summary>
    /// <param name="name">Field name.</param>
    /// <exception cref="FormatException">The value is no instant.</exception>
    public DateTimeOffset? Instant(string name) =>
        Text(name) is { Length: 10 } ? Deadlines.NorwegianTime.At(Date(name)!.Value, new TimeOnly(12, 0)) : InstantOf(Values[name]);

    /// <summary>One of an enumeration's names, compared without case; the fallback when absent.</summary>
    /// <param name="name">Field name.</param>
    /// <param name="fallback">What an absent field means.</param>
    /// <exception cref="FormatException">The value is none of the names.</exception>
    public TChoice Choice<TChoice>(string name, TChoice fallback)
        where TChoice : struct, Enum => Choice<TChoice>(name) ?? fallback;

    /// <summary>One of an enumeration's names, compared without case; null when absent.</summary>
    /// <param name="name">Field name.</param>
    /// <exception cref="FormatException">The value is none of the names.</exception>
    public TChoice? Choice<TChoice>(string name)
        where TChoice : struct, Enum =>
        Text(name) is not { } text ? null
        : Enum.TryParse<TChoice>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
        : throw new FormatException($"The field {name} takes {string.Join(", ", Enum.GetNames<TChoice>())}.");

    /// <summary>An id; null when absent.</summary>
    /// <param name="name">Field name.</param>
    /// <exception cref="FormatException">The value is no id.</exception>
    public Guid? Id(string name) => Text(name) is { } text ? Guid.Parse(text) : null;

    internal static string? TextOf(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        JsonValue value when value.TryGetValue(out bool flag) => flag ? "true" : "false",
        JsonValue value => value.ToJsonString(),
        _ => node.ToJsonString(),
    };

    internal static DateOnly? DateOf(JsonNode? node)
    {
        if (TextOf(node) is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? Deadlines.NorwegianTime.DateOf(instant)
            : throw new FormatException("A date is written yyyy-MM-dd.");
    }

    internal static DateTimeOffset? InstantOf(JsonNode? node) =>
        TextOf(node) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    /// <summary>A date as JSON carries it.</summary>
    internal static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject ParseObject(string text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? [] : JsonNode.Parse(text) as JsonObject ?? throw new FormatException("An object of values was expected.");
        }
        catch (JsonException exception)
        {
            throw new FormatException("An object of values was expected.", exception);
        }
    }
}
