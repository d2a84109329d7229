using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.Workflows.Cases;
using static IndividualPlan.WorkflowHost.Cases.History.HistoryDetails;
using static IndividualPlan.WorkflowHost.Cases.History.HistoryTelling;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>The case itself, what came in, and the information given.</summary>
internal static class CaseTellings
{
    public static IReadOnlyDictionary<string, HistoryTelling> All { get; } = new Dictionary<string, HistoryTelling>(StringComparer.Ordinal)
    {
        ["case-opened"] = new(HistoryKind.Case, static d => Say("Saken ble åpnet som {0}", "Saka vart opna som {0}", "The case was opened as {0}", Same(d.Code("reference") ?? ""))),
        ["case-state-changed"] = new(HistoryKind.Case, static d => d.Of<CaseState>("to") is { } to
            ? Say("Saken står nå som «{0}»", "Saka står no som «{0}»", "The case now stands as “{0}”", CaseNames.State(to))
            : new("Saken gikk videre", "Saka gjekk vidare", "The case went on")),
        ["case-suspended"] = new(HistoryKind.Case, static d => Say(
            "Saken ble satt på pause: {0}", "Saka vart sett på pause: {0}", "The case was paused: {0}", d.Of<SuspensionReason>("reason") is { } why ? Lower(CaseNames.Paused(why)) : null)),
        ["case-closed"] = new(HistoryKind.Case, static d => Say(
            "Saken ble avsluttet: {0}", "Saka vart avslutta: {0}", "The case was closed: {0}", d.Of<CloseReason>("reason") is { } why ? Lower(CaseNames.Closed(why)) : null)),
        ["case-manager-assigned"] = new(HistoryKind.Case, static d => d.User("userId") is { } who
            ? Say("{0} ble saksbehandler", "{0} vart saksbehandlar", "{0} became case manager", who)
            : new("Saken har ingen saksbehandler lenger", "Saka har ingen saksbehandlar lenger", "The case has no case manager any more")),
        ["case-unit-changed"] = new(HistoryKind.Case, static d => Say("{0} behandler saken", "{0} behandlar saka", "{0} handles the case", d.Service("unit"))),
        ["address-protection-changed"] = new(HistoryKind.Case, static d => d.Of<AddressProtection>("grade") switch
        {
            AddressProtection.None => new("Vernet av adressen ble opphevet", "Vernet av adressa vart oppheva", "The protection of the address was lifted"),
            AddressProtection.Confidential => new("Adressen ble fortrolig", "Adressa vart fortruleg", "The address became confidential"),
            _ => new("Adressen ble strengt fortrolig", "Adressa vart strengt fortruleg", "The address became strictly confidential"),
        }),
        ["main-responsible-service-set"] = new(HistoryKind.Case, static d => Say("{0} har hovedansvaret", "{0} har hovudansvaret", "{0} has the main responsibility", d.Service("service"))),
        ["entitlement-basis-set"] = new(HistoryKind.Case, static d => d.Of<EntitlementBasis>("basis") switch
        {
            EntitlementBasis.QualificationProgramme => new("Retten til plan følger av kvalifiseringsprogrammet", "Retten til plan følgjer av kvalifiseringsprogrammet", "The right to a plan follows from the qualification programme"),
            EntitlementBasis.AppealBody => new("Retten til plan følger av klageinstansens avgjørelse", "Retten til plan følgjer av avgjerda frå klageinstansen", "The right to a plan follows from the appeal body's decision"),
            _ => new("Retten til plan bygger på en vurdering av behovet", "Retten til plan byggjer på ei vurdering av behovet", "The right to a plan rests on an assessment of need"),
        }),
        ["track-changed"] = new(HistoryKind.Case, static d => d.Code("track") is { } track && d.Code("ruleSet") is { } rules
            ? Say("Saken følger nå reglene for {0}", "Saka følgjer no reglane for {0}", "The case now follows the rules for {0}", Lower(CaseNames.Track(track, rules)))
            : new("Saken følger nå andre regler", "Saka følgjer no andre reglar", "The case now follows other rules")),
        ["no-plan-reason-recorded"] = new(HistoryKind.Case, static d => Reason(
            d, "Grunn til at det ikke er noen plan: {0}", "Grunn til at det ikkje er nokon plan: {0}", "Reason why there is no plan: {0}")),
        ["no-plan-reason-ended"] = new(HistoryKind.Case, static d => Reason(
            d, "Grunnen til at det ikke var noen plan, gjelder ikke lenger: {0}", "Grunnen til at det ikkje var nokon plan, gjeld ikkje lenger: {0}", "The reason why there was no plan no longer holds: {0}")),
        ["no-plan-reason-ranked"] = new(HistoryKind.Case, static d => d.Is("primary")
            ? Reason(d, "Hovedgrunnen til at det ikke er noen plan, er nå: {0}", "Hovudgrunnen til at det ikkje er nokon plan, er no: {0}", "The main reason why there is no plan is now: {0}")
            : Reason(d, "Ikke lenger hovedgrunnen til at det ikke er noen plan: {0}", "Ikkje lenger hovudgrunnen til at det ikkje er nokon plan: {0}", "No longer the main reason why there is no plan: {0}")),
        ["coordination-recorded"] = new(HistoryKind.Case, static d => Join(
            Say("Annen samordning: {0}", "Anna samordning: {0}", "Other coordination: {0}", Instrument(d)), Also(d.Date("fromOn"), ", fra {0}", ", frå {0}", ", from {0}"), Also(d.Date("toOn"), " til {0}", " til {0}", " to {0}"))),
        ["coordination-ended"] = new(HistoryKind.Case, static d => Join(
            Say("Annen samordning tok slutt: {0}", "Anna samordning tok slutt: {0}", "Other coordination ended: {0}", Instrument(d)), Also(d.Date("toOn"), ", siste dag {0}", ", siste dag {0}", ", last day {0}"))),
        ["responsibility-settled"] = new(HistoryKind.Case, static d => Say("Det ble avklart at {0} har hovedansvaret", "Det vart avklart at {0} har hovudansvaret", "It was settled that {0} has the main responsibility", d.Service("service"))),
        ["alert-raised"] = new(HistoryKind.Case, static d => Say("Et varsel gikk til {0}", "Eit varsel gjekk til {0}", "An alert went to {0}", d.Role("role"))),
        ["transfer-begun"] = new(HistoryKind.Case, static d => Join(new("Overføring til en annen kommune begynte", "Overføring til ein annan kommune tok til", "Handing over to another municipality began"), Also(d.Date("movesOn"), ", personen flytter {0}", ", personen flyttar {0}", "; the person moves on {0}"))),
        ["transfer-consented"] = Plainly(HistoryKind.Case, "Personen samtykket til overføringen", "Personen samtykte til overføringa", "The person consented to the handover"),
        ["transfer-consent-refused"] = Plainly(HistoryKind.Case, "Personen samtykket ikke til overføringen", "Personen samtykte ikkje til overføringa", "The person did not consent to the handover"),
        ["transfer-exported"] = Plainly(HistoryKind.Case, "Overføringsfila ble laget", "Overføringsfila vart laga", "The transfer file was made"),
        ["transfer-received"] = Plainly(HistoryKind.Case, "Saken kom fra en annen kommune", "Saka kom frå ein annan kommune", "The case came from another municipality"),
        ["transfer-sent"] = Plainly(HistoryKind.Case, "Saken ble sendt til den nye kommunen", "Saka vart send til den nye kommunen", "The file was sent to the new municipality"),
        ["transfer-acknowledged"] = Plainly(HistoryKind.Case, "Den nye kommunen bekreftet at den tar over", "Den nye kommunen stadfesta at han tek over", "The new municipality confirmed that it takes over"),
        ["transfer-cancelled"] = Plainly(HistoryKind.Case, "Overføringen ble avlyst", "Overføringa vart avlyst", "The handover was called off"),

        ["request-received"] = new(HistoryKind.Request, Request),
        ["request-joined"] = new(HistoryKind.Request, static d => Join(Request(d), new(", og lagt til den åpne saken", ", og lagd til den opne saka", " and joined the open case"))),
        ["request-confirmed-by-person"] = Plainly(HistoryKind.Request, "Personen bekreftet henvendelsen", "Personen stadfesta førespurnaden", "The person confirmed the request"),
        ["authorization-shown"] = Plainly(HistoryKind.Request, "Fullmakten ble vist og godtatt", "Fullmakta vart vist og godteken", "The authorization was shown and accepted"),
        ["authorization-rejected"] = Plainly(HistoryKind.Request, "Fullmakten ble ikke godtatt", "Fullmakta vart ikkje godteken", "The authorization was not accepted"),
        ["information-given"] = new(HistoryKind.Request, static d => Join(
            Say("Personen ble informert om individuell plan {0}", "Personen vart informert om individuell plan {0}", "The person was informed about individual plan {0}", d.Of<InformationChannel>("channel") is { } channel ? InformationWords.Channel(channel) : null),
            Also(d.Of<InformationResponse>("response") is { } answer ? InformationWords.Response(answer) : null, ": {0}", ": {0}", ": {0}"))),
        ["event-reported"] = new(HistoryKind.Request, static d => d.Code("event") is { } name && CaseEvents.Find(name) is { } known
            ? Say("Meldt fra: {0}", "Meldt frå: {0}", "Reported: {0}", Lower(known.Label))
            : new("Noe ble meldt fra om", "Noko vart meldt frå om", "Something was reported")),

        ["deadline-started"] = Deadline("Fristen «{0}» begynte å løpe, siste dag {1}", "Fristen «{0}» tok til å gå, siste dag {1}", "The deadline “{0}” began to run, last day {1}"),
        ["deadline-met"] = Deadline("Fristen «{0}» ble holdt", "Fristen «{0}» vart halden", "The deadline “{0}” was met"),
        ["deadline-missed"] = Deadline("Fristen «{0}» ble ikke holdt, siste dag var {1}", "Fristen «{0}» vart ikkje halden, siste dag var {1}", "The deadline “{0}” was missed; its last day was {1}"),
        ["missed-deadline-answered"] = Deadline("Det fristen «{0}» krevde, ble gjort, etter fristen", "Det fristen «{0}» kravde, vart gjort, etter fristen", "What the deadline “{0}” demanded was done, after its last day"),
        ["deadline-stopped"] = Deadline("Fristen «{0}» gjelder ikke lenger", "Fristen «{0}» gjeld ikkje lenger", "The deadline “{0}” no longer applies"),
        ["deadline-warning-sent"] = Deadline("Varsel om fristen «{0}», siste dag {1}", "Varsel om fristen «{0}», siste dag {1}", "Warning of the deadline “{0}”, last day {1}"),
    };

    private static LocalizedText Reason(HistoryDetails d, string nb, string nn, string en) =>
        Say(nb, nn, en, d.Of<NoPlanReasonCode>("code") is { } code ? Lower(NoPlanReasonNames.Of(code)) : null);

    private static LocalizedText? Instrument(HistoryDetails d) => d.Of<CoordinationKind>("kind") is { } kind ? Lower(CoordinationNames.Of(kind)) : null;

    private static HistoryTelling Deadline(string nb, string nn, string en) =>
        new(HistoryKind.Deadline, d => Say(nb, nn, en, d.Code("key") is { } key ? DeadlineWords.NameOf(key, d.Code("ruleSet")) : null, d.Date("effectiveOn")));

    private static LocalizedText Request(HistoryDetails d) => Say(
        "En henvendelse fra {0} ble registrert, mottatt {1} {2}", "Ein førespurnad frå {0} vart registrert, motteken {1} {2}", "A request from {0} was registered, received {1} {2}",
        d.Of<RequesterRole>("requesterRole") is { } role ? RequestWords.Requester(role) : null, d.Date("receivedOn"), d.Of<RequestChannel>("channel") is { } channel ? RequestWords.Channel(channel) : null);
}
