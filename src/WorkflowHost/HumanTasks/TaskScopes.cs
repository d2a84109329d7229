using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>The tasks of a scope as a query, and who is away today.</summary>
internal sealed record ScopedTasks(IQueryable<HumanTask> Tasks, Substitution Today);

/// <summary>Narrows what a user may see to what lies with the user, or with the user's unit.</summary>
internal sealed class TaskScopes(TaskAccess access, Substitutes substitutes, UserDirectory users)
{
    /// <summary>The tasks of the filter's scope. The user's own are also those of absent colleagues for whom the user stands in; what has ended counts as own when the user completed it.</summary>
    public async Task<ScopedTasks> OfAsync(CurrentUser user, TaskFilter filter, CancellationToken cancellationToken)
    {
        var visible = access.VisibleTo(user);
        var today = await substitutes.TodayAsync(cancellationToken);
        if (filter.Scope == TaskScope.All)
        {
            return new ScopedTasks(visible, today);
        }

        if (filter.Scope == TaskScope.Mine)
        {
            return new ScopedTasks(
                filter.Phase switch
                {
                    TaskPhase.Done => visible.Where(t => t.CompletedBy == user.UserId),
                    null => Own(visible.Where(t => t.EndedAt == null), user, today).Concat(visible.Where(t => t.CompletedBy == user.UserId)),
                    _ => Own(visible, user, today),
                },
                today);
        }

        var (members, roles) = await WorkUnit.OfAsync(user, users, cancellationToken);
        return new ScopedTasks(visible.Where(t => members.Contains(t.Assignee!) || (t.Assignee == null && roles.Contains(t.Role!))), today);
    }

    private static IQueryable<HumanTask> Own(IQueryable<HumanTask> tasks, CurrentUser user, Substitution today)
    {
        var (roles, covered, excluded) = (user.Roles, today.CoveredBy(user.UserId), HumanTask.MarkOf(user.UserId));
        return covered.Count == 0
            ? tasks.Where(t => t.Assignee == user.UserId)
            : tasks.Where(t => t.Assignee == user.UserId
                || (covered.Contains(t.Assignee!) && (t.Role == null || roles.Contains(t.Role)) && (t.ExcludedUsers == null || !t.ExcludedUsers.Contains(excluded))));
    }
}
