using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Narrows what a user may see to what lies with the user, or with the user's unit.</summary>
internal sealed class TaskScopes(TaskAccess access, UserDirectory users)
{
    /// <summary>Those whose tasks the user has to do: the user.</summary>
    public Task<IReadOnlyList<string>> OwnAsync(CurrentUser user, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([user.UserId]);

    /// <summary>The tasks of the filter's scope, as a query. What has ended counts as the user's own when the user completed it.</summary>
    public async Task<IQueryable<HumanTask>> OfAsync(CurrentUser user, TaskFilter filter, CancellationToken cancellationToken)
    {
        var visible = access.VisibleTo(user);
        if (filter.Scope == TaskScope.All)
        {
            return visible;
        }

        if (filter.Scope == TaskScope.Mine)
        {
            var own = await OwnAsync(user, cancellationToken);
            return filter.Phase switch
            {
                TaskPhase.Done => visible.Where(t => t.CompletedBy == user.UserId),
                null => visible.Where(t => t.CompletedBy == user.UserId || (t.EndedAt == null && own.Contains(t.Assignee!))),
                _ => visible.Where(t => own.Contains(t.Assignee!)),
            };
        }

        var (members, roles) = await WorkUnit.OfAsync(user, users, cancellationToken);
        return visible.Where(t => members.Contains(t.Assignee!) || (t.Assignee == null && roles.Contains(t.Role!)));
    }
}
