namespace IndividualPlan.Workflows;

/// <summary>A text in the product's three languages (P-24).</summary>
/// <param name="Nb">Bokmål, the language of fallback.</param>
/// <param name="Nn">Nynorsk.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Nb, string Nn, string En)
{
    /// <summary>The text in a language code (<c>nb</c>, <c>nn</c>, <c>en</c>); bokmål for anything else.</summary>
    public string In(string? language) => language switch
    {
        "nn" => Nn,
        "en" => En,
        _ => Nb,
    };

    /// <summary>The text inside a sentence: without the capital of a common word, and with that of an abbreviation.</summary>
    public LocalizedText WithinSentence() => new(Within(Nb), Within(Nn), Within(En));

    private static string Within(string text) => text.Length < 2 || char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
