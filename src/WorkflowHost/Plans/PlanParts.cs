using System.Globalization;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The headings of a plan, and the short sentences that its pages, its comparison and its PDF share.</summary>
internal static class PlanParts
{
    public static LocalizedText Name(PlanPart part) => part switch
    {
        PlanPart.Goals => new("Mål og tiltak", "Mål og tiltak", "Goals and measures"),
        PlanPart.Measures => new("Tiltak", "Tiltak", "Measures"),
        PlanPart.Resources => new("Ressurser", "Ressursar", "Resources"),
        PlanPart.Needs => new("Behov", "Behov", "Needs"),
        PlanPart.Participants => new("Hvem som er med", "Kven som er med", "Who takes part"),
        PlanPart.Responsibility => new("Hovedansvar", "Hovudansvar", "Main responsibility"),
        PlanPart.Contributions => new("Hva hver enkelt bidrar med", "Kva kvar enkelt bidreg med", "What each contributes"),
        PlanPart.CoordinatorOffers => new("Tilbud om koordinator", "Tilbod om koordinator", "Offer of a coordinator"),
        PlanPart.Period => new("Planperiode og revisjon", "Planperiode og revisjon", "Plan period and revision"),
        PlanPart.Consents => new("Samtykke", "Samtykke", "Consent"),
        PlanPart.CooperationNeeds => new("Samarbeid med andre", "Samarbeid med andre", "Cooperation with others"),
        PlanPart.ChildParticipation => new("Hvordan barnet har medvirket", "Korleis barnet har medverka", "How the child took part"),
        PlanPart.SubPlans => new("Andre planer", "Andre planar", "Other plans"),
        _ => new("Punkter som ikke er aktuelle", "Punkt som ikkje er aktuelle", "Points that are not relevant"),
    };

    /// <summary>The heading of goals alone, where measures stand for themselves.</summary>
    public static LocalizedText Goals { get; } = new("Mål", "Mål", "Goals");

    public static LocalizedText Name(PlanField field) => field switch
    {
        PlanField.IsPersonsOwn => PlanWords.OwnWords,
        PlanField.LifeArea => new("Livsområde", "Livsområde", "Life area"),
        PlanField.Service => new("Ansvarlig", "Ansvarleg", "Responsible"),
        PlanField.Extent => new("Hvor mye", "Kor mykje", "How much"),
        PlanField.Implementation => new("Hvordan", "Korleis", "How"),
        PlanField.FromOn => new("Fra", "Frå", "From"),
        PlanField.ToOn => new("Til", "Til", "Until"),
        PlanField.Goal => new("Mål", "Mål", "Goal"),
        PlanField.IsUncovered => new("Tjenesten deltar ikke", "Tenesta deltek ikkje", "The service does not take part"),
        PlanField.Status => new("Hva som ble av det", "Kva som vart av det", "What came of it"),
        PlanField.RevisionMonths => new("Måneder mellom revisjoner", "Månader mellom revisjonar", "Months between revisions"),
        PlanField.ExtraRevisionsOn => new("Datoer for revisjon", "Datoar for revisjon", "Dates of revision"),
        PlanField.Role => new("Rolle", "Rolle", "Role"),
        PlanField.ConsentType => new("Samtykke", "Samtykke", "Consent"),
        _ => new("Tekst", "Tekst", "Text"),
    };

    /// <summary>The name of a content point by its letter, as it is called where it is marked not relevant or complained about (L-77).</summary>
    public static LocalizedText Point(string letter) => ContentPoint.Name(letter);

    /// <summary>«5. mars 2027 til 5. mars 2028», «fra 5. mars 2027», «til 5. mars 2028».</summary>
    public static LocalizedText Period(DateOnly? from, DateOnly? to, Func<DateOnly, string> show) => (from, to) switch
    {
        ({ } first, { } last) => new($"{show(first)} til {show(last)}", $"{show(first)} til {show(last)}", $"{show(first)} to {show(last)}"),
        ({ } first, null) => new($"fra {show(first)}", $"frå {show(first)}", $"from {show(first)}"),
        (null, { } last) => new($"til {show(last)}", $"til {show(last)}", $"until {show(last)}"),
        _ => new("", "", ""),
    };

    public static LocalizedText Every(int months) => months == 1
        ? new("hver måned", "kvar månad", "every month")
        : new(Number("hver {0}. måned", months), Number("kvar {0}. månad", months), Number("every {0} months", months));

    public static LocalizedText Consent(PlanConsent consent, Func<DateOnly, string> show)
    {
        var (what, whom) = (PlanWords.Consent(consent.Type), consent.RecipientService is { } service ? PlanWords.Who(service) : null);
        var period = Period(consent.FromOn, consent.ToOn, show);
        return new(
            Join(what.Nb, whom?.Nb, Categories(consent).Nb, period.Nb), Join(what.Nn, whom?.Nn, Categories(consent).Nn, period.Nn), Join(what.En, whom?.En, Categories(consent).En, period.En));
    }

    private static LocalizedText Categories(PlanConsent consent)
    {
        var words = consent.Categories.Select(Category).ToList();
        return new(string.Join(", ", words.Select(w => w.Nb)), string.Join(", ", words.Select(w => w.Nn)), string.Join(", ", words.Select(w => w.En)));
    }

    private static LocalizedText Category(string code) => code switch
    {
        InformationCategories.Goals => new("mål", "mål", "goals"),
        InformationCategories.Needs => new("ressurser og behov", "ressursar og behov", "resources and needs"),
        InformationCategories.Contributions => new("andres bidrag", "bidrag frå andre", "others' contributions"),
        InformationCategories.Measures => new("andres tiltak", "tiltak hos andre", "others' measures"),
        InformationCategories.Cooperation => new("samarbeid", "samarbeid", "cooperation"),
        _ => new("hele planen", "heile planen", "the whole plan"),
    };

    private static string Join(string what, string? whom, string which, string period) =>
        what + (whom is null ? "" : $": {whom}") + (which.Length == 0 ? "" : $" ({which})") + (period.Length == 0 ? "" : $", {period}");

    private static string Number(string format, int number) => string.Format(CultureInfo.InvariantCulture, format, number);
}
