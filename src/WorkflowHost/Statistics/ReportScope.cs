using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>What is counted: which cases, and from when to when.</summary>
/// <param name="Db">The database.</param>
/// <param name="Cases">Cases that may be counted; none of a strictly protected person (P-20).</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day.</param>
/// <param name="IsNow">Whether the last day is the one on which one counts, so that what stands can be read from how it is.</param>
internal sealed record ReportScope(IpDbContext Db, IQueryable<IpCase> Cases, DateOnly FromOn, DateOnly ToOn, bool IsNow)
{
    public DateTimeOffset BeginsAt { get; } = NorwegianTime.StartOf(FromOn);

    /// <summary>Plans that were approved and are not closed.</summary>
    public IQueryable<Plan> PlansInUse => Db.Plans.Where(static p => p.VersionNumber > 0 && p.State != PlanState.Closed);

    /// <summary>The instant after the last day.</summary>
    public DateTimeOffset EndsAt { get; } = NorwegianTime.EndOf(ToOn);

    public DateTimeOffset SecondQuarterAt { get; } = NorwegianTime.StartOf(new(FromOn.Year, 4, 1));

    public DateTimeOffset ThirdQuarterAt { get; } = NorwegianTime.StartOf(new(FromOn.Year, 7, 1));

    public DateTimeOffset FourthQuarterAt { get; } = NorwegianTime.StartOf(new(FromOn.Year, 10, 1));
}
