using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>The first page of a case: a <see cref="CaseOverview"/>.</summary>
public sealed partial class CaseOverviewPage : PageComponent
{
    private CaseOverview View => The<CaseOverview>();

    /// <summary>Whether the case is on its way to another municipality, or came from one.</summary>
    private bool ShowsTransfer => May(Policies.TransferCases) && (View.Header.State == CaseState.TransferPending || View.Case.Requests.Any(static r => r.RequesterRole == RequesterRole.CoordinatingUnit));

    private string Heading => T("Oversikt", "Oversikt", "Overview");

    private bool IsWhole => View.Header.Sight == CaseSight.Whole;

    private IEnumerable<WorkflowView> Stopped => View.Case.Workflows.Where(w => w.OpenIncidents > 0 && w.FinishedAt is null);

    /// <summary>What the flows wait for besides tasks; a flow that waits for another one says nothing that the other does not say.</summary>
    private IReadOnlyList<WaitingStep> Waiting =>
        [.. View.Case.Workflows.SelectMany(w => w.WaitingAt).Where(s => s.Kind is WaitKind.Timer or WaitKind.Event).DistinctBy(s => (s.Name, s.DueAt))];

    private LocalizedText NoTasks => View.Header.State switch
    {
        CaseState.Closed => new("Saken er avsluttet. Ingenting gjenstår.", "Saka er avslutta. Ingenting står att.", "The case is closed. Nothing remains."),
        _ when !IsWhole => new("Du har ingen oppgaver i saken nå. Du får beskjed når noen ber deg om noe.", "Du har ingen oppgåver i saka no. Du får beskjed når nokon ber deg om noko.", "You have no tasks in the case now. You are told when someone asks you for something."),
        CaseState.Active or CaseState.CoordinatorOnly => new(
            "Ingen oppgaver er åpne. Neste oppgave kommer når det er tid for oppfølging eller revisjon, eller når noen melder fra om noe.",
            "Ingen oppgåver er opne. Neste oppgåve kjem når det er tid for oppfølging eller revisjon, eller når nokon melder frå om noko.",
            "No tasks are open. The next one comes when it is time for follow-up or revision, or when somebody reports something."),
        _ => new(
            "Ingen oppgaver er åpne. Se under «Arbeidsflyt» hva saken venter på, eller meld fra om det som har skjedd.",
            "Ingen oppgåver er opne. Sjå under «Arbeidsflyt» kva saka ventar på, eller meld frå om det som har skjedd.",
            "No tasks are open. See under “Workflow” what the case waits for, or report what has happened."),
    };

    private string WhoHas(ListedTask task) => task.AssigneeName is { } name ? name
        : task.Role is { } role ? T("Ledig for", "Ledig for", "Free for") + " " + T(RoleNames.Role(role)).ToLowerInvariant()
        : T("Ledig", "Ledig", "Free");

    private static DateOnly? DueOf(ListedTask task) => (task.LegalDeadlineOn, task.DueOn) switch
    {
        ({ } legal, { } due) => legal < due ? legal : due,
        var (legal, due) => legal ?? due,
    };
}
