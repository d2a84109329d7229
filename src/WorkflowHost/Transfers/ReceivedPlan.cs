using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Transfers;

/// <summary>The plan that came with a case from another municipality.</summary>
internal static class ReceivedPlan
{
    /// <summary>What is written in it; null when the case came from nowhere else, or without a plan.</summary>
    public static async Task<PlanContent?> OfAsync(IpDbContext db, CaseId caseId, CancellationToken cancellationToken)
    {
        var newest = await db.ReceivedTransfers.Where(t => t.CaseId == caseId).OrderByDescending(t => t.ReceivedAt).Select(t => t.Content).FirstOrDefaultAsync(cancellationToken);
        return newest is null ? null : (await TransferArchive.ReadAsync(newest, cancellationToken))?.Plan?.Content;
    }
}
