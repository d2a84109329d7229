using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>The page at <c>/cases</c>: the cases that the user may know of.</summary>
public sealed partial class CaseListPage : PageComponent
{
    private CaseListView View => The<CaseListView>();

    private string Heading => T("Saker", "Saker", "Cases");

    private IReadOnlyList<PageLink> Scopes =>
    [
        new(OfScope(CaseScope.Mine), T("Mine", "Mine", "Mine"), View.Counts.Mine),
        new(OfScope(CaseScope.Unit), T("Enhetens", "Eininga sine", "My unit's"), View.Counts.Unit),
        new(OfScope(CaseScope.All), T("Alle", "Alle", "All"), View.Counts.All),
    ];

    private string OfScope(CaseScope scope) =>
        CaseListAddress.OfKept(null).With(CaseListAddress.Scope, scope == CaseFilter.Usual(Who!) ? null : CaseFilter.Slug(scope)).ToString();
}
