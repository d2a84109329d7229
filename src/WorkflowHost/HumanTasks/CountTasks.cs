using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>How many tasks that are not ended each tab and each quick choice of a work list would show.</summary>
/// <param name="Mine">With the user.</param>
/// <param name="Unit">With the user's unit.</param>
/// <param name="All">All that the user may see.</param>
/// <param name="Overdue">In the scope asked about: past the legal deadline or the due date.</param>
/// <param name="DueThisWeek">In the scope: with a legal deadline or a due date from today to Sunday.</param>
/// <param name="OnHold">In the scope: put aside.</param>
/// <param name="Unassigned">In the scope: with nobody.</param>
internal sealed record TaskCounts(int Mine, int Unit, int All, int Overdue, int DueThisWeek, int OnHold, int Unassigned);

/// <summary>Counts the tasks of a work list, in one statement.</summary>
internal sealed class CountTasks(TaskAccess access, Substitutes substitutes, UserDirectory users)
{
    public async Task<TaskCounts> RunAsync(CurrentUser user, TaskScope scope, CancellationToken cancellationToken)
    {
        var today = substitutes.Today;
        var sunday = SundayOf(today);
        var (members, roles) = await WorkUnit.OfAsync(user, users, cancellationToken);
        var ownRoles = user.Roles;
        var covered = (await substitutes.TodayAsync(cancellationToken)).CoveredBy(user.UserId);
        var excluded = HumanTask.MarkOf(user.UserId);
        var (isMine, isUnit) = (scope == TaskScope.Mine, scope == TaskScope.Unit);

        return await access.VisibleTo(user).Where(t => t.EndedAt == null)
            .Select(t => new
            {
                IsMine = t.Assignee == user.UserId
                    || (covered.Contains(t.Assignee!) && (t.Role == null || ownRoles.Contains(t.Role)) && (t.ExcludedUsers == null || !t.ExcludedUsers.Contains(excluded))),
                IsUnit = members.Contains(t.Assignee!) || (t.Assignee == null && roles.Contains(t.Role!)),
                IsOverdue = t.LegalDeadlineOn < today || t.DueOn < today,
                IsDueThisWeek = (t.LegalDeadlineOn >= today && t.LegalDeadlineOn <= sunday) || (t.DueOn >= today && t.DueOn <= sunday),
                IsOnHold = t.HoldUntil > today,
                IsUnassigned = t.Assignee == null,
            })
            .Select(t => new { t.IsMine, t.IsUnit, t.IsOverdue, t.IsDueThisWeek, t.IsOnHold, t.IsUnassigned, IsInScope = isMine ? t.IsMine : !isUnit || t.IsUnit })
            .GroupBy(_ => 1)
            .Select(g => new TaskCounts(
                g.Count(t => t.IsMine), g.Count(t => t.IsUnit), g.Count(),
                g.Count(t => t.IsInScope && t.IsOverdue), g.Count(t => t.IsInScope && t.IsDueThisWeek), g.Count(t => t.IsInScope && t.IsOnHold), g.Count(t => t.IsInScope && t.IsUnassigned)))
            .FirstOrDefaultAsync(cancellationToken) ?? new TaskCounts(0, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>The last day of the week that a day is in.</summary>
    public static DateOnly SundayOf(DateOnly today) => today.AddDays(((int)DayOfWeek.Sunday - (int)today.DayOfWeek + 7) % 7);
}
