using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>How many open cases each tab and each quick choice of the list would show.</summary>
/// <param name="Mine">The user's own.</param>
/// <param name="Unit">The unit's.</param>
/// <param name="All">All that the user may know of.</param>
/// <param name="Overdue">In the scope asked about: with a deadline that the office has not kept.</param>
/// <param name="DueThisWeek">In the scope: with a deadline of the office from today to Sunday.</param>
internal sealed record CaseCounts(int Mine, int Unit, int All, int Overdue, int DueThisWeek);

/// <summary>Counts open cases for the tabs and quick choices of the list.</summary>
internal sealed class CountCases(IpDbContext db, FindCases find, TimeProvider clock)
{
    public async Task<CaseCounts> RunAsync(CurrentUser user, CaseScope scope, CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var hasUnit = CaseFilter.HasUnit(user);
        var all = await OpenAsync(user, CaseScope.All, cancellationToken);
        var mine = hasUnit ? await OpenAsync(user, CaseScope.Mine, cancellationToken) : all;
        var unit = hasUnit ? await OpenAsync(user, CaseScope.Unit, cancellationToken) : all;
        var scoped = scope switch { CaseScope.Mine => mine, CaseScope.Unit => unit, _ => all };
        var overdue = WaitingDeadlines.OfOffice(db, null, today.AddDays(-1)).Select(d => d.CaseId);
        var near = WaitingDeadlines.OfOffice(db, today, CountTasks.SundayOf(today)).Select(d => d.CaseId);

        return new CaseCounts(
            hasUnit ? await mine.CountAsync(cancellationToken) : 0,
            hasUnit ? await unit.CountAsync(cancellationToken) : 0,
            await all.CountAsync(cancellationToken),
            CaseListColumns.ShowsWhole(user) ? await scoped.CountAsync(c => overdue.Contains(c.Id), cancellationToken) : 0,
            CaseListColumns.ShowsWhole(user) ? await scoped.CountAsync(c => near.Contains(c.Id), cancellationToken) : 0);
    }

    private async Task<IQueryable<IpCase>> OpenAsync(CurrentUser user, CaseScope scope, CancellationToken cancellationToken) =>
        (await find.ScopedAsync(user, scope, cancellationToken)).Where(c => c.State != CaseState.Closed);
}
