using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.HumanTasks.WorkList;

/// <summary>The page at <c>/tasks</c>: what there is to do, the most urgent first.</summary>
public sealed partial class WorkListPage : PageComponent
{
    private WorkListView View => The<WorkListView>();

    private string Heading => View.HasUnit ? T(TaskWords.Tasks) : T("Mine oppgaver", "Mine oppgåver", "My tasks");

    private IReadOnlyList<PageLink> Scopes =>
    [
        new(OfScope(TaskScope.Mine), T("Mine", "Mine", "Mine"), View.Counts.Mine),
        new(OfScope(TaskScope.Unit), T("Enhetens", "Eininga sine", "My unit's"), View.Counts.Unit),
        new(OfScope(TaskScope.All), T("Alle", "Alle", "All"), View.Counts.All),
    ];

    private string CurrentScope => OfScope(View.Scope);

    private static string OfScope(TaskScope scope) =>
        WorkListAddress.OfKept(null).With(WorkListAddress.Scope, scope == TaskScope.Mine ? null : scope.ToString().ToLowerInvariant()).ToString();
}
