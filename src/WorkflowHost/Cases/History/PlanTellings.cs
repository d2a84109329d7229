using static IndividualPlan.WorkflowHost.Cases.History.HistoryDetails;
using static IndividualPlan.WorkflowHost.Cases.History.HistoryTelling;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>The plan and its revisions.</summary>
internal static class PlanTellings
{
    public static IReadOnlyDictionary<string, HistoryTelling> All { get; } = new Dictionary<string, HistoryTelling>(StringComparer.Ordinal)
    {
        ["plan-opened"] = Plainly(HistoryKind.Plan, "Arbeidet med planen begynte", "Arbeidet med planen tok til", "Work on the plan began"),
        ["plan-drafted"] = Plainly(HistoryKind.Plan, "Utkastet til plan ble skrevet", "Utkastet til plan vart skrive", "The draft plan was written"),
        ["plan-adjusted"] = Plainly(HistoryKind.Plan, "Planen ble justert", "Planen vart justert", "The plan was adjusted"),
        ["plan-submitted"] = Plainly(HistoryKind.Plan, "Planen ble lagt fram for personen", "Planen vart lagd fram for personen", "The plan was put to the person"),
        ["plan-returned"] = Plainly(HistoryKind.Plan, "Personen ønsket endringer i planen", "Personen ønskte endringar i planen", "The person wanted changes to the plan"),
        ["plan-approved"] = new(HistoryKind.Plan, static d => d.Count("version") > 0 || d.Count("number") > 0
            ? Say("Versjon {0} av planen ble godkjent", "Versjon {0} av planen vart godkjend", "Version {0} of the plan was approved", Same(d.Code("version") ?? d.Code("number") ?? ""))
            : new("Planen ble godkjent", "Planen vart godkjend", "The plan was approved")),
        ["plan-closed"] = Plainly(HistoryKind.Plan, "Planen ble avsluttet og låst", "Planen vart avslutta og låst", "The plan was closed and locked"),
        ["plan-work-stopped"] = Plainly(HistoryKind.Plan, "Arbeidet med planen ble stoppet", "Arbeidet med planen vart stoppa", "Work on the plan was stopped"),
        ["plan-revision-begun"] = Plainly(HistoryKind.Plan, "Revisjon av planen begynte", "Revisjon av planen tok til", "Revision of the plan began"),
        ["plan-revision-ended"] = Plainly(HistoryKind.Plan, "Revisjonen ble avsluttet", "Revisjonen vart avslutta", "The revision ended"),
        ["plan-revision-scheduled"] = new(HistoryKind.Plan, static d => Say("Neste revisjon er {0}", "Neste revisjon er {0}", "The next revision is on {0}", d.Date("nextRevisionOn"))),
        ["measure-progress-reported"] = Plainly(HistoryKind.Plan, "Det ble meldt fra om hvordan det går med et tiltak", "Det vart meldt frå om korleis det går med eit tiltak", "Progress of a measure was reported"),
        ["revision-planned"] = new(HistoryKind.Plan, static d => Say("Revisjon ble planlagt til {0}", "Revisjon vart planlagd til {0}", "Revision was planned for {0}", d.Date("dueOn"))),
        ["revision-started"] = Plainly(HistoryKind.Plan, "Revisjonen begynte", "Revisjonen tok til", "The revision began"),
        ["revision-deferred"] = new(HistoryKind.Plan, static d => Say("Revisjonen ble utsatt til {0}", "Revisjonen vart utsett til {0}", "The revision was put off until {0}", d.Date("dueOn"))),
        ["revision-cancelled"] = Plainly(HistoryKind.Plan, "Revisjonen ble avlyst", "Revisjonen vart avlyst", "The revision was called off"),
        ["revision-completed"] = new(HistoryKind.Plan, static d => Join(new("Revisjonen ble gjennomført", "Revisjonen vart gjennomført", "The revision was completed"), Also(d.Date("nextOn"), ", neste {0}", ", neste {0}", ", next {0}"))),
    };
}
