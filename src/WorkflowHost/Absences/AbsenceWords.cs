using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Absences;

namespace IndividualPlan.WorkflowHost.Absences;

/// <summary>Sentences about absences that cannot be registered.</summary>
internal static class AbsenceWords
{
    public static readonly LocalizedText Over = new(
        "Dagen har vært. Velg i dag eller en senere dag.", "Dagen har vore. Vel i dag eller ein seinare dag.", "The day is over. Choose today or a later day.");

    public static readonly LocalizedText UnknownColleague = new(
        "Vi kjenner ingen kollega med denne brukeren.", "Vi kjenner ingen kollega med denne brukaren.", "We know no colleague with this user.");

    public static readonly LocalizedText OtherRoles = new(
        "{0} har ingen av rollene som trengs. Velg noen med samme rolle.", "{0} har ingen av rollene som trengst. Vel nokon med same rolle.", "{0} has none of the roles needed. Choose someone with the same role.");

    public static readonly LocalizedText NoDay = new("Velg en dag.", "Vel ein dag.", "Choose a day.");

    public static readonly LocalizedText NotADay = new(
        "Skriv dagen som en dato, for eksempel 28.01.2027.", "Skriv dagen som ein dato, til dømes 28.01.2027.", "Write the day as a date, for example 28.01.2027.");

    public static readonly LocalizedText NoReason = new(
        "Skriv hvorfor du gjør dette for kollegaen.", "Skriv kvifor du gjer dette for kollegaen.", "Write why you do this for the colleague.");

    public static Refusal Explain(AbsenceProblem problem) => problem switch
    {
        AbsenceProblem.EndsBeforeItBegins => Refusal.OfField("toOn", new(
            "Siste dag kan ikke være før første dag.", "Siste dag kan ikkje vere før første dag.", "The last day cannot be before the first day.")),
        AbsenceProblem.Overlaps => Refusal.OfField("fromOn", new(
            "Det er alt registrert fravær på noen av disse dagene. Endre det i stedet.",
            "Det er alt registrert fråvær på nokre av desse dagane. Endre det i staden.",
            "An absence is registered on some of these days already. Change that one instead.")),
        AbsenceProblem.OwnSubstitute => Refusal.OfField("substitute", new(
            "Ingen kan være sin egen stedfortreder.", "Ingen kan vere sin eigen stadfortredar.", "Nobody can be their own substitute.")),
        AbsenceProblem.Circle => Refusal.OfField("substitute", new(
            "Stedfortrederen er selv borte noen av dagene, og stedfortrederne viser til hverandre i ring. Velg en annen.",
            "Stadfortredaren er sjølv borte nokre av dagane, og stadfortredarane viser til kvarandre i ring. Vel ein annan.",
            "The substitute is away on some of the days, and the substitutes point at each other in a circle. Choose another.")),
        AbsenceProblem.ChainTooLong => Refusal.OfField("substitute", new(
            "For mange stedfortredere etter hverandre er borte samtidig. Velg noen som er til stede.",
            "For mange stadfortredarar etter kvarandre er borte samtidig. Vel nokon som er til stades.",
            "Too many substitutes in a row are away at once. Choose someone who is there.")),
        AbsenceProblem.NobodyThere => Refusal.OfField("substitute", new(
            "Stedfortrederen er selv borte noen av dagene, uten at noen tar over. Velg en annen.",
            "Stadfortredaren er sjølv borte nokre av dagane, utan at nokon tek over. Vel ein annan.",
            "The substitute is away on some of the days, and nobody takes over. Choose another.")),
        _ => throw new InvalidOperationException(problem.ToString()),
    };
}
