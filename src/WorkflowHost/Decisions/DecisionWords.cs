using IndividualPlan.Workflows.Decisions;

namespace IndividualPlan.WorkflowHost.Decisions;

/// <summary>What people call decisions, their outcomes and where they stand.</summary>
internal static class DecisionWords
{
    public static LocalizedText Subject(DecisionSubject subject) => subject switch
    {
        DecisionSubject.Entitlement => new("Rett til individuell plan", "Rett til individuell plan", "Right to an individual plan"),
        DecisionSubject.Coordinator => new("Koordinator", "Koordinator", "Coordinator"),
        DecisionSubject.PlanEnding => new("Avslutning av planen", "Avslutning av planen", "Ending the plan"),
        DecisionSubject.AppealDismissal => new("Avvisning av klage", "Avvising av klage", "Dismissal of an appeal"),
        _ => new("Omgjøring av eget vedtak", "Omgjering av eige vedtak", "Reversal of an own decision"),
    };

    public static LocalizedText Outcome(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Granted => new("Innvilget", "Innvilga", "Granted"),
        DecisionOutcome.Refused => new("Avslag", "Avslag", "Refused"),
        DecisionOutcome.Dismissed => new("Avvist", "Avvist", "Dismissed"),
        DecisionOutcome.NotPursued => new("Ikke ønsket", "Ikkje ønskt", "Not wanted"),
        _ => new("Sendt til rett sted", "Sendt til rett stad", "Sent to the right place"),
    };

    public static LocalizedText State(DecisionState state) => state switch
    {
        DecisionState.Draft => new("Utkast", "Utkast", "Draft"),
        DecisionState.AwaitingApproval => new("Venter på godkjenning", "Ventar på godkjenning", "Awaiting approval"),
        DecisionState.Made => new("Fattet, ikke sendt", "Fatta, ikkje sendt", "Made, not sent"),
        DecisionState.Notified => new("Personen er underrettet", "Personen har fått melding", "The person is notified"),
        DecisionState.Changed => new("Endret av klageinstansen", "Endra av klageinstansen", "Changed by the appeal body"),
        DecisionState.Reversed => new("Omgjort av oss", "Gjort om av oss", "Reversed by us"),
        DecisionState.Annulled => new("Opphevet av klageinstansen", "Oppheva av klageinstansen", "Annulled by the appeal body"),
        DecisionState.Upheld => new("Stadfestet av klageinstansen", "Stadfesta av klageinstansen", "Upheld by the appeal body"),
        _ => new("Forkastet utkast", "Forkasta utkast", "Discarded draft"),
    };

    public static string Color(DecisionState state) => state switch
    {
        DecisionState.Notified or DecisionState.Upheld => "success",
        DecisionState.Draft or DecisionState.AwaitingApproval or DecisionState.Made => "info",
        DecisionState.Changed or DecisionState.Reversed or DecisionState.Annulled => "warning",
        _ => "neutral",
    };
}
