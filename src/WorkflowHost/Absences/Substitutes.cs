using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Absences;

/// <summary>Who does whose work today, looked up when it is needed: nothing is moved when someone goes away, and nothing has to be moved back.</summary>
internal sealed class Substitutes(IpDbContext db, TimeProvider clock)
{
    /// <summary>Today in Norway.</summary>
    public DateOnly Today => NorwegianTime.DateOf(clock.GetUtcNow());

    public Task<Substitution> TodayAsync(CancellationToken cancellationToken) => OnAsync(db, Today, cancellationToken);

    public static async Task<Substitution> OnAsync(IpDbContext db, DateOnly day, CancellationToken cancellationToken) =>
        new(await AwayOn(db, day).AsNoTracking().ToListAsync(cancellationToken), day);

    /// <summary>The user as the one who acts: for the absent colleague when the user is today's substitute of the one who has the task.</summary>
    public async Task<Actor> ActorAsync(CurrentUser user, HumanTask task, CancellationToken cancellationToken) =>
        task.Assignee is { } holder && holder != user.UserId && (await TodayAsync(cancellationToken)).WorkerFor(holder) == user.UserId
            ? new Actor(user.UserId, user.Roles, user.Service, holder)
            : user.Actor;

    /// <summary>Those who are away and whose work the user does, as a query: the same chains as <see cref="Substitution.WorkerFor"/> follows.</summary>
    public static IQueryable<string> CoveredBy(IpDbContext db, string userId, DateOnly today)
    {
        var away = AwayOn(db, today);
        var first = away.Where(a => a.SubstituteId == userId).Select(a => a.UserId);
        var second = away.Where(a => first.Contains(a.SubstituteId!)).Select(a => a.UserId);
        var third = away.Where(a => second.Contains(a.SubstituteId!)).Select(a => a.UserId);
        var fourth = away.Where(a => third.Contains(a.SubstituteId!)).Select(a => a.UserId);
        return first.Union(second).Union(third).Union(fourth);
    }

    private static IQueryable<Absence> AwayOn(IpDbContext db, DateOnly day) =>
        db.Absences.Where(a => a.CancelledAt == null && a.ToOn >= day && a.FromOn <= day);
}
