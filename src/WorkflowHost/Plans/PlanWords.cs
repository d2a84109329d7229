using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>What people read for the codes of a plan, in the product's three languages.</summary>
internal static class PlanWords
{
    /// <summary>Who contributes or is responsible, when it is no service.</summary>
    public const string Person = "person";
    public const string Relatives = PlanContribution.Relatives;

    public static readonly LocalizedText Title = new("Individuell plan", "Individuell plan", "Individual plan");
    public static readonly LocalizedText NotRelevant = new("Ikke aktuelt", "Ikkje aktuelt", "Not relevant");
    public static readonly LocalizedText NothingWritten = new("Ikke fylt ut ennå.", "Ikkje fylt ut enno.", "Not filled in yet.");
    public static readonly LocalizedText WithoutGoal = new("Andre tiltak", "Andre tiltak", "Other measures");
    public static readonly LocalizedText OwnWords = new("Med egne ord", "Med eigne ord", "In their own words");
    public static readonly LocalizedText Uncovered = new("Ikke dekket: tjenesten deltar ikke", "Ikkje dekt: tenesta deltek ikkje", "Not covered: the service does not take part");

    private static readonly Dictionary<string, LocalizedText> ByLifeArea = new(StringComparer.Ordinal)
    {
        ["housing"] = new("Bolig", "Bustad", "Housing"),
        ["health"] = new("Helse og behandling", "Helse og behandling", "Health and treatment"),
        ["rehabilitation"] = new("Rehabilitering", "Rehabilitering", "Rehabilitation"),
        ["work"] = new("Arbeid og aktivitet", "Arbeid og aktivitet", "Work and activity"),
        ["education"] = new("Utdanning", "Utdanning", "Education"),
        ["economy"] = new("Økonomi", "Økonomi", "Economy"),
        ["family"] = new("Familie og omsorg", "Familie og omsorg", "Family and care"),
        ["network"] = new("Nettverk og fritid", "Nettverk og fritid", "Network and leisure"),
        ["transport"] = new("Transport og hjelpemidler", "Transport og hjelpemiddel", "Transport and aids"),
        ["children"] = new("Omsorg for barn", "Omsorg for barn", "Children's care"),
        ["safety"] = new("Trygghet", "Tryggleik", "Safety"),
        ["language"] = new("Språk og integrering", "Språk og integrering", "Language and integration"),
    };

    private static readonly Dictionary<string, LocalizedText> ByOffer = new(StringComparer.Ordinal)
    {
        ["coordinator"] = new("Koordinator", "Koordinator", "Coordinator"),
        ["childCoordinator"] = new("Barnekoordinator", "Barnekoordinator", "Child coordinator"),
        ["contactDoctor"] = new("Kontaktlege", "Kontaktlege", "Contact doctor"),
    };

    private static readonly Dictionary<string, LocalizedText> BySubPlan = new(StringComparer.Ordinal)
    {
        ["kvp-programme"] = new("Kvalifiseringsprogrammet", "Kvalifiseringsprogrammet", "Qualification programme"),
        ["aktivitetsplan"] = new("Aktivitetsplan i NAV", "Aktivitetsplan i NAV", "Activity plan in NAV"),
        ["integreringsplan"] = new("Integreringsplan", "Integreringsplan", "Integration plan"),
        ["iop"] = new("Individuell opplæringsplan", "Individuell opplæringsplan", "Individual education plan"),
        ["treatment"] = new("Behandlingsplan", "Behandlingsplan", "Treatment plan"),
        ["stafettlogg"] = new("Stafettlogg", "Stafettlogg", "Follow-up log"),
        ["child-welfare"] = new("Tiltaksplan i barnevernet", "Tiltaksplan i barnevernet", "Child welfare plan"),
    };

    public static IReadOnlyCollection<string> LifeAreas => ByLifeArea.Keys;

    public static IReadOnlyCollection<string> OfferKinds => ByOffer.Keys;

    public static IReadOnlyCollection<string> SubPlanKinds => BySubPlan.Keys;

    public static LocalizedText LifeArea(string code) => ByLifeArea.GetValueOrDefault(code) ?? Same(code);

    public static LocalizedText Offer(string kind) => ByOffer.GetValueOrDefault(kind) ?? ByOffer["coordinator"];

    public static LocalizedText SubPlan(string kind) => BySubPlan.GetValueOrDefault(kind) ?? Same(kind);

    /// <summary>Who contributes or is responsible: a service, the person, or the relatives.</summary>
    public static LocalizedText Who(string code) => code switch
    {
        "" => new("Ikke avklart", "Ikkje avklart", "Not settled"),
        Person => new("Personen selv", "Personen sjølv", "The person"),
        Relatives => new("Pårørende", "Pårørande", "Relatives"),
        _ => RoleNames.Service(code),
    };

    public static LocalizedText OfferStatus(CoordinatorOfferStatus status) => status switch
    {
        CoordinatorOfferStatus.Appointed => new("Oppnevnt", "Nemnd opp", "Appointed"),
        CoordinatorOfferStatus.Declined => new("Takket nei", "Takka nei", "Declined"),
        CoordinatorOfferStatus.NotRelevant => NotRelevant,
        _ => new("Tilbudt", "Tilbode", "Offered"),
    };

    public static LocalizedText State(PlanState state) => state switch
    {
        PlanState.Draft => new("Skrives", "Blir skriven", "Being written"),
        PlanState.AwaitingApproval => new("Venter på godkjenning", "Ventar på godkjenning", "Awaiting approval"),
        PlanState.Active => new("I bruk", "I bruk", "In use"),
        PlanState.UnderRevision => new("Revideres", "Blir revidert", "Being revised"),
        _ => new("Avsluttet", "Avslutta", "Ended"),
    };

    public static LocalizedText Progress(MeasureStatus status) => status switch
    {
        MeasureStatus.UnderWay => new("I gang", "I gang", "Under way"),
        MeasureStatus.Done => new("Ferdig", "Ferdig", "Done"),
        MeasureStatus.Stopped => new("Stanset", "Stansa", "Stopped"),
        _ => new("Ikke startet", "Ikkje starta", "Not started"),
    };

    /// <summary>The colour that goes with the word.</summary>
    public static string Color(MeasureStatus status) => status switch
    {
        MeasureStatus.UnderWay => "info",
        MeasureStatus.Done => "success",
        MeasureStatus.Stopped => "warning",
        _ => "neutral",
    };

    public static string Color(PlanState state) => state switch
    {
        PlanState.Active => "success",
        PlanState.AwaitingApproval => "warning",
        PlanState.Closed => "neutral",
        _ => "info",
    };

    public static LocalizedText Approval(ApprovalForm form) => form switch
    {
        ApprovalForm.Digital => new("Digitalt", "Digitalt", "Digitally"),
        ApprovalForm.SignedPaper => new("Underskrift på papir", "Underskrift på papir", "Signed on paper"),
        ApprovalForm.OralWitnessed => new("Muntlig, med vitne", "Munnleg, med vitne", "Orally, with a witness"),
        ApprovalForm.Guardian => new("Av verge eller forelder", "Av verje eller forelder", "By guardian or parent"),
        _ => new("Liten justering uten ny godkjenning", "Lita justering utan ny godkjenning", "Small adjustment without renewed approval"),
    };

    public static LocalizedText Consent(ConsentType type) => type switch
    {
        ConsentType.Plan => new("Samtykke til planen", "Samtykke til planen", "Consent to the plan"),
        ConsentType.Sharing => new("Samtykke til å dele opplysninger", "Samtykke til å dele opplysningar", "Consent to share information"),
        _ => new("Samtykke til å overføre saken", "Samtykke til å overføre saka", "Consent to the handover"),
    };

    public static LocalizedText Trigger(RevisionTrigger trigger) => trigger switch
    {
        RevisionTrigger.Planned => new("Planlagt tidspunkt", "Planlagt tidspunkt", "The planned time"),
        RevisionTrigger.LifeChange => new("Endring i livet eller helsen", "Endring i livet eller helsa", "Change in life or health"),
        RevisionTrigger.ServiceChange => new("En tjeneste er ny, endret eller slutt", "Ei teneste er ny, endra eller slutt", "A service is new, changed or ended"),
        RevisionTrigger.CoordinatorChange => new("Ny koordinator eller hovedansvarlig tjeneste", "Ny koordinator eller hovudansvarleg teneste", "New coordinator or main responsible service"),
        RevisionTrigger.ProgrammeChange => new("Endring i kvalifiseringsprogrammet", "Endring i kvalifiseringsprogrammet", "Change in the qualification programme"),
        RevisionTrigger.Hospital => new("Innleggelse eller utskrivning", "Innlegging eller utskriving", "Admission or discharge"),
        RevisionTrigger.AgeChange => new("Fylt 16 eller 18 år", "Fylt 16 eller 18 år", "Turned 16 or 18"),
        RevisionTrigger.Transition => new("Overgang i skole eller arbeid", "Overgang i skule eller arbeid", "Change of school or work"),
        RevisionTrigger.Move => new("Flytting", "Flytting", "Move"),
        RevisionTrigger.ConsentChange => new("Endret samtykke", "Endra samtykke", "Changed consent"),
        RevisionTrigger.Appeal => new("Klage som førte fram", "Klage som førte fram", "An appeal that succeeded"),
        RevisionTrigger.MeasureOverdue => new("Tiltak eller mål er ikke nådd i tide", "Tiltak eller mål er ikkje nådde i tide", "A measure or goal was not reached in time"),
        _ => new("Noen i planen ber om det", "Nokon i planen ber om det", "Someone in the plan asks for it"),
    };

    private static LocalizedText Same(string text) => new(text, text, text);
}
