using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.Coordinating;

/// <summary>Whether a user may write down reasons and coordination in a case: someone who may act in it, while it is open.</summary>
internal sealed class CoordinatingDoor(CaseAccess access, IpDbContext db)
{
    public async Task<Refusal?> RefuseAsync(CurrentUser user, CaseId caseId, CancellationToken cancellationToken)
    {
        if (await access.MayActAsync(user, caseId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await db.Cases.AnyAsync(c => c.Id == caseId && c.State != CaseState.Closed, cancellationToken)
            ? null
            : new Refusal(ProblemKind.Conflict, new("Saken er avsluttet og endres ikke.", "Saka er avslutta og blir ikkje endra.", "The case is closed and is not changed."));
    }
}
