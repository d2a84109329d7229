using IndividualPlan.WorkflowHost.Consents;
using IndividualPlan.WorkflowHost.Coordinators;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using static IndividualPlan.WorkflowHost.Cases.History.HistoryDetails;
using static IndividualPlan.WorkflowHost.Cases.History.HistoryTelling;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>Consents, participants and coordinators.</summary>
internal static class PeopleTellings
{
    public static IReadOnlyDictionary<string, HistoryTelling> All { get; } = new Dictionary<string, HistoryTelling>(StringComparer.Ordinal)
    {
        ["consent-asked"] = Consent("Spurt om {0}", "Spurt om {0}", "Asked for {0}"),
        ["consent-given"] = Consent("Ga {0}", "Gav {0}", "Gave {0}"),
        ["consent-refused"] = Consent("Sa nei til {0}", "Sa nei til {0}", "Refused {0}"),
        ["consent-withdrawn"] = Consent("Trakk tilbake {0}", "Trekte tilbake {0}", "Withdrew {0}"),
        ["consent-end-set"] = new(HistoryKind.Consent, static d => Join(
            Say("Satte en siste dag for {0}", "Sette ein siste dag for {0}", "Set a last day for {0}", d.Of<ConsentType>("type") is { } type ? Lower(ConsentWords.Type(type)) : null),
            Also(d.Service("recipientService"), " med {0}", " med {0}", " with {0}"), Also(d.Date("toOn"), ": {0}", ": {0}", ": {0}"))),
        ["consent-replaced"] = Consent("Erstattet av et nytt: {0}", "Erstatta av eit nytt: {0}", "Replaced by another: {0}"),
        ["consent-lapsed"] = Consent("Gikk ut: {0}", "Gjekk ut: {0}", "Lapsed: {0}"),

        ["participant-invited"] = Participant("{0} ble invitert til å delta i planen", "{0} vart invitert til å delta i planen", "{0} was invited to take part in the plan"),
        ["participant-confirmed"] = Participant("{0} deltar i planen", "{0} deltek i planen", "{0} takes part in the plan"),
        ["participant-declined"] = Participant("{0} takket nei til å delta", "{0} takka nei til å delta", "{0} declined to take part"),
        ["participant-removed"] = Participant("{0} deltar ikke lenger i planen", "{0} deltek ikkje lenger i planen", "{0} no longer takes part in the plan"),
        ["participant-contact-changed"] = Participant("{0} har fått ny kontakt", "{0} har fått ny kontakt", "{0} has a new contact"),
        ["confidentiality-acknowledged"] = Participant("{0} bekreftet taushetsplikten", "{0} stadfesta teieplikta", "{0} acknowledged the duty of confidentiality"),
        ["cooperation-agreement-proposed"] = Plainly(HistoryKind.Consent, "Samarbeidsavtalen ble lagt fram", "Samarbeidsavtalen vart lagd fram", "The cooperation agreement was put forward"),
        ["cooperation-agreement-confirmed"] = Plainly(HistoryKind.Consent, "En deltaker bekreftet samarbeidsavtalen", "Ein deltakar stadfesta samarbeidsavtalen", "A participant confirmed the cooperation agreement"),
        ["cooperation-agreement-participant-released"] = Plainly(HistoryKind.Consent, "En deltaker ble løst fra samarbeidsavtalen", "Ein deltakar vart løyst frå samarbeidsavtalen", "A participant was released from the cooperation agreement"),
        ["cooperation-agreement-in-force"] = Plainly(HistoryKind.Consent, "Samarbeidsavtalen gjelder", "Samarbeidsavtalen gjeld", "The cooperation agreement is in force"),
        ["cooperation-agreement-superseded"] = Plainly(HistoryKind.Consent, "Samarbeidsavtalen ble erstattet av en ny", "Samarbeidsavtalen vart erstatta av ein ny", "The cooperation agreement was replaced"),
        ["cooperation-agreement-ended"] = Plainly(HistoryKind.Consent, "Samarbeidsavtalen ble avsluttet", "Samarbeidsavtalen vart avslutta", "The cooperation agreement ended"),

        ["coordinator-proposed"] = Coordinator("{0} ble foreslått som koordinator", "{0} vart foreslått som koordinator", "{0} was proposed as coordinator"),
        ["coordinator-appointed"] = new(HistoryKind.Coordinator, static d => Join(Say("{0} ble oppnevnt som koordinator", "{0} vart nemnd opp som koordinator", "{0} was appointed coordinator", d.User("userId")), Also(d.Date("fromOn"), " fra {0}", " frå {0}", " from {0}"))),
        ["coordinator-declined"] = Coordinator("{0} takket nei til å være koordinator", "{0} takka nei til å vere koordinator", "{0} declined to be coordinator"),
        ["coordinator-handed-over"] = Coordinator("{0} skrev en beskjed til den som tar over", "{0} skreiv ein beskjed til den som tek over", "{0} wrote a note to the successor"),
        ["coordinator-ended"] = new(HistoryKind.Coordinator, static d => Join(
            Say("{0} slutter som koordinator", "{0} sluttar som koordinator", "{0} ends as coordinator", d.User("userId")), Also(d.Date("toOn"), ", siste dag {0}", ", siste dag {0}", ", last day {0}"),
            Also(d.Of<CoordinatorEndReason>("endReason") is { } why ? Lower(CoordinatorWords.Ended(why)) : null, " ({0})", " ({0})", " ({0})"))),
    };

    private static HistoryTelling Consent(string nb, string nn, string en) => new(HistoryKind.Consent, d => Join(
        Say(nb, nn, en, d.Of<ConsentType>("type") is { } type ? Lower(ConsentWords.Type(type)) : null), Also(d.Service("recipientService"), " med {0}", " med {0}", " with {0}")));

    private static HistoryTelling Participant(string nb, string nn, string en) => new(HistoryKind.Consent, d => Say(nb, nn, en, d.Service("service")));

    private static HistoryTelling Coordinator(string nb, string nn, string en) => new(HistoryKind.Coordinator, d => Say(nb, nn, en, d.User("userId")));
}
