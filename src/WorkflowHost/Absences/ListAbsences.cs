using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Absences;

/// <summary>Which colleagues are away, now or later, so that work is given to someone who is there.</summary>
internal sealed class ListAbsences(IpDbContext db, Substitutes substitutes, UserDirectory users)
{
    private const int Most = 500;

    /// <param name="userId">Only this colleague's; null for everybody's.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Those that are not over, the earliest first.</returns>
    public async Task<IReadOnlyList<AbsenceView>> RunAsync(string? userId, CancellationToken cancellationToken)
    {
        var today = substitutes.Today;
        var now = await substitutes.TodayAsync(cancellationToken);
        var rows = await db.Absences.AsNoTracking().Where(a => a.CancelledAt == null && a.ToOn >= today && (userId == null || a.UserId == userId))
            .OrderBy(a => a.FromOn).ThenBy(a => a.Id).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(a => AbsenceView.Of(a, today, now, users))];
    }
}
