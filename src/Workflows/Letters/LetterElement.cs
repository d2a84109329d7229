namespace IndividualPlan.Workflows.Letters;

/// <summary>Something that a letter must say, and how it is found in the text of a letter.</summary>
/// <param name="Name">What is to be said, as it is told to whoever left it out: «hvordan du klager».</param>
/// <param name="Law">The statute behind it.</param>
public sealed record LetterElement(LocalizedText Name, LocalizedText Law)
{
    /// <summary>Turns of phrase that say it, parted by a bar; any one of them will do. Null when a field says it.</summary>
    public LocalizedText? Phrases { get; init; }

    /// <summary>The field whose value says it, as templates name it; null when phrases say it.</summary>
    public string? Field { get; init; }

    /// <summary>Whether a text says it.</summary>
    /// <param name="text">The letter, filled in.</param>
    /// <param name="language">Its language.</param>
    /// <param name="shown">How the value of a field stands in a letter; null when the letter was filled in without that field, which is then not asked for.</param>
    public bool IsIn(string text, string language, Func<string, string?> shown) => Field is { } field
        ? shown(field) is not { } value || text.Contains(value, StringComparison.Ordinal)
        : Phrases!.In(language).Split('|').Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
