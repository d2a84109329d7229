namespace IndividualPlan.Workflows.Plans;

/// <summary>The ten content points of a plan (F1110 § 9; L-77), by letter.</summary>
public static class ContentPoint
{
    private static readonly Dictionary<string, LocalizedText> Names = new(StringComparer.Ordinal)
    {
        ["a"] = new("Mål, ressurser og behov", "Mål, ressursar og behov", "Goals, resources and needs"),
        ["b"] = new("Hvem som deltar", "Kven som deltek", "Who takes part"),
        ["c"] = new("Hvem som har ansvaret", "Kven som har ansvaret", "Who is responsible"),
        ["d"] = new("Hva hver enkelt bidrar med", "Kva kvar enkelt bidreg med", "What each contributes"),
        ["e"] = new("Tiltak", "Tiltak", "Measures"),
        ["f"] = new("Hvordan tiltakene gjennomføres", "Korleis tiltaka blir gjennomførte", "How the measures are carried out"),
        ["g"] = new("Tilbud om koordinator", "Tilbod om koordinator", "Offer of a coordinator"),
        ["h"] = new("Periode og revisjon", "Periode og revisjon", "Period and revision"),
        ["i"] = new("Samtykker", "Samtykke", "Consents"),
        ["j"] = new("Samarbeid med andre", "Samarbeid med andre", "Cooperation with others"),
    };

    /// <summary>The letters in the order of the regulation.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What people call a point; the letter itself when there is no such point.</summary>
    public static LocalizedText Name(string letter) => Names.GetValueOrDefault(letter) ?? new(letter, letter, letter);

    /// <summary>The name after its letter, such as «e) Tiltak».</summary>
    public static LocalizedText Lettered(string letter)
    {
        var name = Name(letter);
        return new($"{letter}) {name.Nb}", $"{letter}) {name.Nn}", $"{letter}) {name.En}");
    }
}
