using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>Steps of flows that failed and wait for someone, in cases that count and outside cases; the oldest first.</summary>
internal sealed class ListStoppedFlows(IpDbContext db, OfficeCases cases, OpenIncidents incidents)
{
    public Task<int> CountAsync(CurrentUser user, OfficeFilter filter, CancellationToken cancellationToken)
    {
        var open = db.Incidents.Where(i => i.ResolvedAt == null);
        var counted = cases.Of(user, filter);
        return (filter.IsEmpty
            ? open.Where(i => i.CaseId == null || counted.Any(c => c.Id == i.CaseId))
            : open.Where(i => counted.Any(c => c.Id == i.CaseId))).CountAsync(cancellationToken);
    }

    public async Task<Found<OpenIncident>> RunAsync(CurrentUser user, OfficeFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var all = await incidents.RunAsync(user, cancellationToken);
        var caseIds = all.Select(static i => i.CaseId).OfType<Workflows.Cases.CaseId>().Distinct().ToList();
        var counted = await cases.Of(user, filter).Where(c => caseIds.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken);
        var shown = all.Where(i => i.CaseId is { } id ? counted.Contains(id) : filter.IsEmpty).ToList();
        return new([.. shown.Skip(page.Skip).Take(page.Size)], shown.Count);
    }
}
