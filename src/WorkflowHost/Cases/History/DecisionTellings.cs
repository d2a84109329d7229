using IndividualPlan.WorkflowHost.Appeals;
using IndividualPlan.WorkflowHost.Decisions;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Decisions;
using static IndividualPlan.WorkflowHost.Cases.History.HistoryDetails;
using static IndividualPlan.WorkflowHost.Cases.History.HistoryTelling;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>Decisions and appeals.</summary>
internal static class DecisionTellings
{
    public static IReadOnlyDictionary<string, HistoryTelling> All { get; } = new Dictionary<string, HistoryTelling>(StringComparer.Ordinal)
    {
        ["decision-drafted"] = new(HistoryKind.Decision, static d => Say("Et utkast til vedtak ble skrevet: {0}", "Eit utkast til vedtak vart skrive: {0}", "A decision was drafted: {0}", Outcome(d))),
        ["decision-redrafted"] = new(HistoryKind.Decision, static d => Say("Utkastet til vedtak ble skrevet om: {0}", "Utkastet til vedtak vart skrive om: {0}", "The draft decision was rewritten: {0}", Outcome(d))),
        ["decision-submitted"] = Plainly(HistoryKind.Decision, "Utkastet til vedtak ble sendt til godkjenning", "Utkastet til vedtak vart sendt til godkjenning", "The draft decision was sent for approval"),
        ["decision-returned"] = Plainly(HistoryKind.Decision, "Utkastet til vedtak ble sendt tilbake", "Utkastet til vedtak vart sendt tilbake", "The draft decision was sent back"),
        ["decision-approved"] = Plainly(HistoryKind.Decision, "Vedtaket ble godkjent", "Vedtaket vart godkjent", "The decision was approved"),
        ["decision-discarded"] = Plainly(HistoryKind.Decision, "Utkastet til vedtak ble forkastet", "Utkastet til vedtak vart forkasta", "The draft decision was discarded"),
        ["decision-made"] = new(HistoryKind.Decision, static d => Join(
            Say("Vedtaket ble fattet: {0}", "Vedtaket vart fatta: {0}", "The decision was made: {0}", Outcome(d)),
            Also(d.Of<DecisionSubject>("subject") is { } subject ? Lower(DecisionWords.Subject(subject)) : null, " ({0})", " ({0})", " ({0})"))),
        ["decision-notified"] = new(HistoryKind.Decision, static d => Join(new("Personen ble underrettet om vedtaket", "Personen fekk melding om vedtaket", "The person was notified of the decision"), Also(d.Date("sentOn"), ", sendt {0}", ", sendt {0}", ", sent {0}"))),
        ["notice-arrival-confirmed"] = new(HistoryKind.Decision, static d => Say("Underretningen kom fram {0}", "Meldinga kom fram {0}", "The notice arrived on {0}", d.Date("arrivedOn"))),
        ["decision-changed"] = Plainly(HistoryKind.Decision, "Klageinstansen endret vedtaket", "Klageinstansen endra vedtaket", "The appeal body changed the decision"),
        ["decision-reversed"] = Plainly(HistoryKind.Decision, "Vedtaket ble omgjort", "Vedtaket vart gjort om", "The decision was reversed"),
        ["decision-annulled"] = Plainly(HistoryKind.Decision, "Klageinstansen opphevet vedtaket", "Klageinstansen oppheva vedtaket", "The appeal body annulled the decision"),
        ["decision-upheld"] = Plainly(HistoryKind.Decision, "Klageinstansen stadfestet vedtaket", "Klageinstansen stadfesta vedtaket", "The appeal body upheld the decision"),

        ["appeal-received"] = new(HistoryKind.Decision, static d => Join(
            Say("En klage kom: {0}", "Ei klage kom: {0}", "An appeal came: {0}", d.Of<AppealType>("type") is { } type ? Lower(AppealWords.Type(type)) : null),
            Also(d.Date("receivedOn"), ", mottatt {0}", ", motteken {0}", ", received {0}"))),
        ["appeal-formal-check-recorded"] = Plainly(HistoryKind.Decision, "Klagen ble prøvd formelt", "Klaga vart prøvd formelt", "The formal check of the appeal was recorded"),
        ["appeal-accepted"] = Plainly(HistoryKind.Decision, "Klagen behandles", "Klaga blir handsama", "The appeal is heard"),
        ["appeal-correction-asked"] = Plainly(HistoryKind.Decision, "Klageren ble bedt om å rette mangler", "Klagaren vart beden om å rette manglar", "The appellant was asked to put defects right"),
        ["appeal-corrected"] = Plainly(HistoryKind.Decision, "Klagen ble rettet", "Klaga vart retta", "The appeal was put right"),
        ["appeal-handler-set"] = new(HistoryKind.Decision, static d => Say("{0} behandler klagen", "{0} handsamar klaga", "{0} handles the appeal", d.User("userId"))),
        ["appeal-reversed-by-first-instance"] = Plainly(HistoryKind.Decision, "Vi ga klageren medhold", "Vi gav klagaren medhald", "We found for the appellant"),
        ["appeal-upheld-by-first-instance"] = Plainly(HistoryKind.Decision, "Vi opprettholdt vedtaket", "Vi heldt oppe vedtaket", "We upheld the decision"),
        ["appeal-forwarding-written"] = Plainly(HistoryKind.Decision, "Oversendelsen til klageinstansen ble skrevet", "Oversendinga til klageinstansen vart skriven", "The forwarding to the appeal body was written"),
        ["appeal-forwarded"] = Plainly(HistoryKind.Decision, "Klagen ble sendt til klageinstansen", "Klaga vart send til klageinstansen", "The appeal was sent to the appeal body"),
        ["appeal-file-built"] = Plainly(HistoryKind.Decision, "Klagesaken ble satt sammen, med alle dokumentene", "Klagesaka vart sett saman, med alle dokumenta", "The appeal file was put together, with all documents"),
        ["appeal-receipt-confirmed"] = Plainly(HistoryKind.Decision, "Klageinstansen bekreftet at klagen er mottatt", "Klageinstansen stadfesta at klaga er motteken", "The appeal body confirmed receipt"),
        ["appeal-decided"] = new(HistoryKind.Decision, static d => Say("Klagen ble avgjort: {0}", "Klaga vart avgjord: {0}", "The appeal was decided: {0}", d.Of<AppealOutcome>("outcome") is { } outcome ? Lower(AppealWords.Outcome(outcome)) : null)),
        ["appeal-dismissed"] = Plainly(HistoryKind.Decision, "Klagen ble avvist", "Klaga vart avvist", "The appeal was dismissed"),
        ["appeal-withdrawn"] = Plainly(HistoryKind.Decision, "Klagen ble trukket", "Klaga vart trekt", "The appeal was withdrawn"),
        ["appeal-lapsed"] = Plainly(HistoryKind.Decision, "Klagen falt bort", "Klaga fall bort", "The appeal lapsed"),
        ["appeal-outcome-implemented"] = Plainly(HistoryKind.Decision, "Utfallet av klagen er fulgt opp", "Utfallet av klaga er følgt opp", "The outcome of the appeal was implemented"),
    };

    private static LocalizedText? Outcome(HistoryDetails d) => d.Of<DecisionOutcome>("outcome") is { } outcome ? Lower(DecisionWords.Outcome(outcome)) : null;
}
