using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>A colleague who is away today, with what waits meanwhile.</summary>
/// <param name="Absence">When, and who stands in.</param>
/// <param name="OpenTasks">Open tasks that lie with the absent one.</param>
/// <param name="OverdueTasks">Those of them past their legal deadline or due date.</param>
/// <param name="MayChange">Whether the user may change the absence.</param>
internal sealed record AwayNow(AbsenceView Absence, int OpenTasks, int OverdueTasks, bool MayChange)
{
    /// <summary>Whether tasks wait and nobody does them.</summary>
    public bool IsUncovered => OpenTasks > 0 && Absence.Worker is null;
}

/// <summary>Who is away today among those whom the user follows; those whose tasks nobody does come first.</summary>
internal sealed class ListAwayNow(IpDbContext db, ListAbsences absences, CaseBonds bonds, UserDirectory users, Substitutes substitutes)
{
    public async Task<IReadOnlyList<AwayNow>> RunAsync(CurrentUser user, OfficeFilter filter, CancellationToken cancellationToken)
    {
        var away = (await absences.RunAsync(null, cancellationToken)).Where(static a => a.IsNow).ToList();
        if (away.Count == 0)
        {
            return [];
        }

        var colleagues = (filter.Service is { } service ? await users.InServiceAsync(service, cancellationToken) : await users.AllAsync(cancellationToken))
            .Where(c => OfficeBlocks.FollowsAll(user) || OfficeBlocks.CoordinationRoles.Any(c.Has)).ToDictionary(static c => c.UserId, StringComparer.Ordinal);
        var ids = away.Select(static a => a.UserId).Where(colleagues.ContainsKey).ToList();
        var (today, hidden) = (substitutes.Today, bonds.HiddenFrom(user));
        var tasks = await db.HumanTasks.Where(t => t.EndedAt == null && ids.Contains(t.Assignee!) && (t.CaseId == null || !hidden.Contains(t.CaseId.Value)))
            .GroupBy(t => t.Assignee!)
            .Select(g => new { UserId = g.Key, Open = g.Count(), Overdue = g.Count(t => t.LegalDeadlineOn < today || t.DueOn < today) })
            .ToDictionaryAsync(static g => g.UserId, StringComparer.Ordinal, cancellationToken);
        return [.. away.Where(a => colleagues.ContainsKey(a.UserId))
            .Select(a => new AwayNow(
                a, tasks.GetValueOrDefault(a.UserId)?.Open ?? 0, tasks.GetValueOrDefault(a.UserId)?.Overdue ?? 0,
                a.UserId == user.UserId || RegisterAbsence.Leads(user, colleagues[a.UserId])))
            .OrderByDescending(static a => a.IsUncovered).ThenByDescending(static a => a.OpenTasks).ThenBy(static a => a.Absence.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
