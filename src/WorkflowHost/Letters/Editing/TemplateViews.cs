using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Letters.Editing;

/// <summary>One text of a letter as it stands now.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Number">Number of the newest version; 0 when the shipped text was never changed.</param>
/// <param name="IsOwn">Whether the office's own text is in use.</param>
/// <param name="By">Name of whoever changed it last, or null.</param>
/// <param name="At">When, or null.</param>
internal sealed record TemplateState(string Language, int Number, bool IsOwn, string? By, DateTimeOffset? At);

/// <summary>One letter in the list.</summary>
internal sealed record TemplateRow(string Key, LocalizedText Name, IReadOnlyList<TemplateState> Languages);

/// <summary>The list of letters.</summary>
internal sealed record TemplateList(IReadOnlyList<TemplateRow> Letters);

/// <summary>The text of one letter, to be read and written.</summary>
internal sealed record TemplatePageView
{
    public required string Key { get; init; }

    public required TemplateState State { get; init; }

    /// <summary>The text in the field: what is in use, or what was typed.</summary>
    public required string Text { get; init; }

    /// <summary>The tracks that a preview can be made for.</summary>
    public required IReadOnlyList<Choice> Tracks { get; init; }

    public string Track { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>Number of the version that the writer started from; who saves over a newer one is told.</summary>
    public int Seen { get; init; }

    /// <summary>The letter in an invented case; null until it is asked for.</summary>
    public RenderedLetter? Preview { get; init; }

    /// <summary>All that stands in the way of using the text.</summary>
    public IReadOnlyList<LocalizedText> Problems { get; init; } = [];

    public IReadOnlyDictionary<string, string>? Errors { get; init; }
}

/// <summary>One version in the history of a text; number 0 is the shipped one.</summary>
internal sealed record TemplateVersionRow(int Number, bool IsShipped, string? By, DateTimeOffset? At, string? Reason);

/// <summary>The versions of a text, and what differs between two of them.</summary>
internal sealed record TemplateVersionsView(
    string Key, TemplateState State, IReadOnlyList<TemplateVersionRow> Versions, int From, int To, IReadOnlyList<TextPiece> Pieces, IReadOnlyDictionary<string, string>? Errors = null, string Reason = "");
