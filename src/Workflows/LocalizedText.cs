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
}
