using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Deadlines;

/// <summary>The deadlines that someone waits for: those that run, and those that have passed and are not answered.</summary>
internal static class WaitingDeadlines
{
    /// <summary>What can be the next deadline of a case. A right that the person did not use in time is nothing that waits for anybody.</summary>
    public static IQueryable<Deadline> In(IpDbContext db, DateOnly today) =>
        db.Deadlines.Where(d => d.MetOn == null && d.State != DeadlineState.Stopped && (d.Owner != DeadlineOwner.Person || d.EffectiveOn >= today));

    /// <summary>What the office has to answer and has not, with the last day from one day to another; null for no bound.</summary>
    public static IQueryable<Deadline> OfOffice(IpDbContext db, DateOnly? from, DateOnly to) =>
        db.Deadlines.Where(d => d.MetOn == null && d.State != DeadlineState.Stopped && (d.Owner == DeadlineOwner.Authority || d.Owner == DeadlineOwner.Coordinator)
            && (from == null || d.EffectiveOn >= from) && d.EffectiveOn <= to);
}
