using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>What lies with one colleague.</summary>
/// <param name="UserId">The colleague.</param>
/// <param name="Name">The colleague's name.</param>
/// <param name="Roles">Role codes.</param>
/// <param name="Service">Code of the service worked for; null when none is known.</param>
/// <param name="OpenTasks">Tasks that are not ended, those put aside included.</param>
/// <param name="OverdueTasks">Those of them past their legal deadline or due date.</param>
/// <param name="TasksOnHold">Those of them put aside until a day to come.</param>
internal sealed record ColleagueLoad(string UserId, string Name, IReadOnlyList<string> Roles, string? Service, int OpenTasks, int OverdueTasks, int TasksOnHold);

/// <summary>Open tasks by colleague, so that work can be shared fairly; the one with most first. Colleagues who could take tasks and have none are there too.</summary>
internal sealed class ListWorkload(IpDbContext db, OfficeCases cases, CaseBonds bonds, UserDirectory users, TimeProvider clock)
{
    /// <summary>Roles whose holders work with cases; others are listed only when something lies with them.</summary>
    private static readonly string[] Working = [Roles.CaseManager, Roles.Coordinator, Roles.ChildCoordinator, Roles.CoordinatingUnit, Roles.Approver];

    public async Task<IReadOnlyList<ColleagueLoad>> RunAsync(CurrentUser user, OfficeFilter filter, CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var colleagues = filter.Service is { } service ? await users.InServiceAsync(service, cancellationToken) : await users.AllAsync(cancellationToken);
        if (!OfficeBlocks.FollowsAll(user))
        {
            colleagues = [.. colleagues.Where(c => OfficeBlocks.CoordinationRoles.Any(c.Has))];
        }

        var ids = colleagues.Select(static c => c.UserId).ToList();
        var ofTrack = filter with { Service = null };
        var counted = cases.Of(user, ofTrack);
        var hidden = bonds.HiddenFrom(user);
        var tasks = db.HumanTasks.Where(t => t.EndedAt == null && ids.Contains(t.Assignee!));
        tasks = ofTrack.IsEmpty
            ? tasks.Where(t => t.CaseId == null || !hidden.Contains(t.CaseId.Value))
            : tasks.Where(t => counted.Any(c => c.Id == t.CaseId));
        var loads = await tasks.GroupBy(t => t.Assignee!)
            .Select(g => new
            {
                UserId = g.Key,
                Open = g.Count(),
                Overdue = g.Count(t => t.LegalDeadlineOn < today || t.DueOn < today),
                OnHold = g.Count(t => t.HoldUntil > today),
            })
            .ToDictionaryAsync(static l => l.UserId, StringComparer.Ordinal, cancellationToken);

        return [.. colleagues.Where(c => loads.ContainsKey(c.UserId) || Working.Any(c.Has))
            .Select(c => loads.GetValueOrDefault(c.UserId) is { } load
                ? new ColleagueLoad(c.UserId, c.Name, c.Roles, c.Service, load.Open, load.Overdue, load.OnHold)
                : new ColleagueLoad(c.UserId, c.Name, c.Roles, c.Service, 0, 0, 0))
            .OrderByDescending(static l => l.OpenTasks).ThenBy(static l => l.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
