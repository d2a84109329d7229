using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>What a line of history holds, in words: its ids, codes and dates with the names that belong to them.</summary>
/// <param name="details">The details as they are stored.</param>
/// <param name="nameOf">Name of a user by id.</param>
/// <param name="titleOf">Title of a task by id; null when it is not known.</param>
internal sealed class HistoryDetails(JsonObject details, Func<string, string> nameOf, Func<Guid, LocalizedText?> titleOf)
{
    public string? Code(string name) => details[name] is JsonValue value ? value.ToString() : null;

    public bool Has(string name) => details[name] is not null;

    public bool Is(string name) => Code(name) == "true";

    public int Count(string name) => details[name] is JsonValue value && value.TryGetValue<int>(out var count) ? count : 0;

    /// <summary>A code of a closed set; null when it is not there.</summary>
    public T? Of<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(Code(name), out var value) ? value : null;

    /// <summary>A date; null when it is not there.</summary>
    public LocalizedText? Date(string name) =>
        DateOnly.TryParseExact(Code(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new LocalizedText(Dates.Show(date, "nb"), Dates.Show(date, "nn"), Dates.Show(date, "en"))
            : null;

    public LocalizedText? User(string name) => Code(name) is { } id ? Same(nameOf(id)) : null;

    public LocalizedText? Service(string name) => Code(name) is { } code ? RoleNames.Service(code) : null;

    public LocalizedText? Role(string name) => Code(name) is { } code ? Lower(RoleNames.Role(code)) : null;

    /// <summary>The title of the task that the line is about.</summary>
    public LocalizedText Task => Guid.TryParse(Code("taskId"), out var id) && titleOf(id) is { } title ? new($"«{title.Nb}»", $"«{title.Nn}»", $"“{title.En}”") : Same("");

    /// <summary>A sentence with words put in; a place for what is not there is left empty.</summary>
    public static LocalizedText Say(string nb, string nn, string en, params LocalizedText?[] words) => new(
        Fill(nb, words.Select(static w => w?.Nb)), Fill(nn, words.Select(static w => w?.Nn)), Fill(en, words.Select(static w => w?.En)));

    /// <summary>More of a sentence when there is something to say; nothing else.</summary>
    public static LocalizedText Also(LocalizedText? word, string nb, string nn, string en) => word is null ? Same("") : Say(nb, nn, en, word);

    /// <summary>Sentences after each other.</summary>
    public static LocalizedText Join(params LocalizedText[] parts) => new(
        string.Concat(parts.Select(static p => p.Nb)), string.Concat(parts.Select(static p => p.Nn)), string.Concat(parts.Select(static p => p.En)));

    public static LocalizedText Same(string text) => new(text, text, text);

    public static LocalizedText Lower(LocalizedText text) => text.WithinSentence();

    private static string Fill(string text, IEnumerable<string?> words) => string.Format(CultureInfo.InvariantCulture, text, [.. words.Select(static w => (object)(w ?? ""))]).Replace("  ", " ", StringComparison.Ordinal);
}

/// <summary>How one kind of event is told.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Tell">Makes the sentence, without a full stop.</param>
internal sealed record HistoryTelling(HistoryKind Kind, Func<HistoryDetails, LocalizedText> Tell)
{
    public static HistoryTelling Plainly(HistoryKind kind, string nb, string nn, string en)
    {
        var text = new LocalizedText(nb, nn, en);
        return new HistoryTelling(kind, _ => text);
    }
}
