using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Deadlines;

/// <summary>The deadlines of one case.</summary>
/// <param name="Header">What stands at the top.</param>
/// <param name="Open">Those that run, or that have passed and wait for an answer; the one that ends first comes first.</param>
/// <param name="Ended">The others, the latest first.</param>
internal sealed record DeadlinesOfCase(CaseHeader Header, IReadOnlyList<DeadlineView> Open, IReadOnlyList<DeadlineView> Ended);

/// <summary>Reads the deadlines of one case. The caller has been let in by <see cref="CaseAccess"/>, and sees the whole case.</summary>
internal sealed class ReadCaseDeadlines(IpDbContext db)
{
    public async Task<DeadlinesOfCase> RunAsync(OpenedCase opened, CancellationToken cancellationToken)
    {
        var (id, today) = (opened.Id, opened.Header.Today);
        var all = await db.Deadlines.Where(d => d.CaseId == id).OrderBy(d => d.EffectiveOn).ThenBy(d => d.Key).ToListAsync(cancellationToken);
        var open = all.Where(d => IsOpen(d, today)).ToList();
        return new DeadlinesOfCase(opened.Header, [.. open.Select(DeadlineView.Of)], [.. all.Except(open).Reverse().Select(DeadlineView.Of)]);
    }

    /// <summary>A right that the person did not use in time is nothing that waits for anybody.</summary>
    private static bool IsOpen(Deadline deadline, DateOnly today) =>
        deadline.MetOn is null && deadline.State is DeadlineState.Running or DeadlineState.Missed && (deadline.Owner != DeadlineOwner.Person || deadline.EffectiveOn >= today);
}

/// <summary>The page of a case's deadlines: how each was counted, in words.</summary>
internal static class CaseDeadlinePages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage("/cases/{id:guid}/deadlines", Policies.ReadCase, ShowAsync);

    private static Task<IResult> ShowAsync(Guid id, OpenCasePage page, ReadCaseDeadlines read, HttpContext context) =>
        page.ShowWholeAsync(context, id, "deadlines", async (opened, token) => Page.Showing<CaseDeadlinesPage>(await read.RunAsync(opened, token)));
}
