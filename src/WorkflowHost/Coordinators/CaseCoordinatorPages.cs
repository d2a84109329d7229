using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Coordinators;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Coordinators;

/// <summary>The coordinators of a case over time.</summary>
/// <param name="Header">What stands at the top.</param>
/// <param name="Periods">Each one's time, the latest first.</param>
/// <param name="Gap">Where nobody coordinates, now or next; null when nobody has yet, or no gap is known (L-70).</param>
internal sealed record CoordinatorsOfCase(CaseHeader Header, IReadOnlyList<NamedPeriod> Periods, CoordinatorGap? Gap);

/// <summary>A period with the names of the people in it.</summary>
internal sealed record NamedPeriod(CoordinatorPeriod Period, string Name, string AppointedBy);

/// <summary>Reads who has coordinated and when. The caller has been let in by <see cref="CaseAccess"/>.</summary>
internal sealed class ReadCoordinators(IpDbContext db, UserDirectory users)
{
    public async Task<CoordinatorsOfCase> RunAsync(OpenedCase opened, CancellationToken cancellationToken)
    {
        var id = opened.Id;
        var periods = await db.CoordinatorPeriods.Where(p => p.CaseId == id).ToListAsync(cancellationToken);
        var gap = periods.Exists(static p => p.State is CoordinatorState.Appointed or CoordinatorState.Ended) && opened.Header.State != Workflows.Cases.CaseState.Closed
            ? CoordinatorCoverage.NextGap(periods, opened.Header.Today)
            : null;
        return new CoordinatorsOfCase(
            opened.Header, [.. periods.OrderByDescending(static p => p.FromOn).ThenByDescending(static p => p.Id.Value).Select(p => new NamedPeriod(p, users.NameOf(p.UserId), users.NameOf(p.AppointedBy)))], gap);
    }
}

/// <summary>The page of a case's coordinators.</summary>
internal static class CaseCoordinatorPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage("/cases/{id:guid}/coordinators", Policies.ReadCase, ShowAsync);

    private static Task<IResult> ShowAsync(Guid id, OpenCasePage page, ReadCoordinators read, HttpContext context) =>
        page.ShowWholeAsync(context, id, "coordinators", async (opened, token) => Page.Showing<CaseCoordinatorsPage>(await read.RunAsync(opened, token)));
}
