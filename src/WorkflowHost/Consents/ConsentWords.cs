using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Consents;

/// <summary>What people call consents, and what each means.</summary>
internal static class ConsentWords
{
    public static LocalizedText State(ConsentState state) => state switch
    {
        ConsentState.Asked => new("Venter på svar", "Ventar på svar", "Awaiting an answer"),
        ConsentState.Given => new("Gitt", "Gjeve", "Given"),
        ConsentState.Refused => new("Sa nei", "Sa nei", "Refused"),
        ConsentState.Withdrawn => new("Trukket tilbake", "Trekt tilbake", "Withdrawn"),
        ConsentState.Replaced => new("Erstattet av et nytt", "Erstatta av eit nytt", "Replaced by another"),
        _ => new("Gått ut", "Gått ut", "Lapsed"),
    };

    public static string Color(ConsentState state) => state switch
    {
        ConsentState.Given => "success",
        ConsentState.Asked => "info",
        ConsentState.Refused or ConsentState.Withdrawn => "warning",
        _ => "neutral",
    };

    public static LocalizedText Type(ConsentType type) => type switch
    {
        ConsentType.Plan => new("Samtykke til planen", "Samtykke til planen", "Consent to the plan"),
        ConsentType.Sharing => new("Samtykke til å dele opplysninger", "Samtykke til å dele opplysningar", "Consent to share information"),
        _ => new("Samtykke til å overføre saken", "Samtykke til å overføre saka", "Consent to hand over the case"),
    };

    /// <summary>What the consent opens (L-49, L-53, L-109).</summary>
    public static LocalizedText Meaning(ConsentType type) => type switch
    {
        ConsentType.Plan => new("Uten dette lages det ingen plan.", "Utan dette blir det ikkje laga nokon plan.", "Without it no plan is made."),
        ConsentType.Sharing => new(
            "Tjenesten ser bare det samtykket dekker, og bare så lenge det gjelder.", "Tenesta ser berre det samtykket dekkjer, og berre så lenge det gjeld.",
            "The service sees only what the consent covers, and only while it is in force."),
        _ => new("Uten dette sendes ingenting til den nye kommunen.", "Utan dette blir ingenting sendt til den nye kommunen.", "Without it nothing is sent to the new municipality."),
    };

    public static LocalizedText GivenBy(ConsenterKind kind) => kind switch
    {
        ConsenterKind.Person => new("Personen", "Personen", "The person"),
        ConsenterKind.Parent => new("Forelder", "Forelder", "A parent"),
        ConsenterKind.Guardian => new("Verge", "Verje", "A guardian"),
        ConsenterKind.LastingPowerOfAttorney => new("Fremtidsfullmektig", "Framtidsfullmektig", "Under a lasting power of attorney"),
        _ => new("Barnevernet", "Barnevernet", "The child welfare service"),
    };

    public static LocalizedText Channel(ConsentChannel channel) => channel switch
    {
        ConsentChannel.Digital => new("digitalt", "digitalt", "digitally"),
        ConsentChannel.Paper => new("på papir", "på papir", "on paper"),
        _ => new("muntlig, skrevet ned", "munnleg, skrive ned", "orally, written down"),
    };

    /// <summary>A kind of information that a consent covers, as the form that asks calls it.</summary>
    public static LocalizedText Category(string category) =>
        FormCatalogue.Embedded.Find("consent-sharing")?.Fields.FirstOrDefault(static f => f.Name == "informationCategories")?.Choices?.FirstOrDefault(c => c.Value == category)?.Label
        ?? new(category, category, category);
}
