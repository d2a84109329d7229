using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.Coordinating;

/// <summary>Ends a reason that no longer holds, with today's date. Ending it again changes nothing. When it was the main one, the oldest of those left takes its place.</summary>
internal sealed class EndNoPlanReason(CoordinatingDoor door, IpDbContext db, ReadCoordinating read, WorkWriter writer, TimeProvider clock)
{
    public async Task<CoordinatingOutcome> RunAsync(CurrentUser user, CaseId caseId, NoPlanReasonId reasonId, CancellationToken cancellationToken)
    {
        if (await door.RefuseAsync(user, caseId, cancellationToken) is { } refusal)
        {
            return new CoordinatingOutcome.Refused(refusal);
        }

        if (!await db.NoPlanReasons.AnyAsync(r => r.Id == reasonId && r.CaseId == caseId, cancellationToken))
        {
            return new CoordinatingOutcome.Refused(Refusal.NotFound());
        }

        await writer.RunAsync(
            new Operation(user.Actor, "Grunnen gjelder ikke lenger.", clock.GetUtcNow()),
            async (work, token) =>
            {
                var standing = await work.Db.NoPlanReasons.Where(r => r.CaseId == caseId && r.EndedOn == null).ToListAsync(token);
                StandingReasons.End(standing, r => r.Id == reasonId, work.Operation);
            },
            cancellationToken);
        return new CoordinatingOutcome.Done(await read.RunAsync(caseId, cancellationToken));
    }
}
