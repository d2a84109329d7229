using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.Coordinating;

/// <summary>The last day of something that coordinates.</summary>
internal sealed record EndCoordinationBody(string? ToOn);

/// <summary>Ends something that coordinates services for the person, with its last day. It is kept, so that what was in place before can be counted.</summary>
internal sealed class EndCoordination(CoordinatingDoor door, IpDbContext db, ReadCoordinating read, WorkWriter writer, TimeProvider clock)
{
    public async Task<CoordinatingOutcome> RunAsync(CurrentUser user, CaseId caseId, CoordinationId id, EndCoordinationBody body, CancellationToken cancellationToken)
    {
        if (await door.RefuseAsync(user, caseId, cancellationToken) is { } refusal)
        {
            return new CoordinatingOutcome.Refused(refusal);
        }

        var person = await db.Cases.Where(c => c.Id == caseId).Select(static c => c.PersonId).FirstAsync(cancellationToken);
        if (await db.Coordinations.FirstOrDefaultAsync(c => c.Id == id && c.PersonId == person, cancellationToken) is not { } found)
        {
            return new CoordinatingOutcome.Refused(Refusal.NotFound());
        }

        var errors = new FieldErrors();
        var toOn = CoordinationDays.Read(body.ToOn, "toOn", isRequired: true, errors);
        if (toOn < found.FromOn)
        {
            errors.Add("toOn", CoordinationDays.EndsBeforeItBegins);
        }

        if (errors.Any || toOn is not { } last)
        {
            return new CoordinatingOutcome.Refused(errors.ToRefusal());
        }

        await writer.RunAsync(
            new Operation(user.Actor, "Samordningen er avsluttet.", clock.GetUtcNow()),
            async (work, token) => (await work.Db.Coordinations.FirstAsync(c => c.Id == id, token)).End(caseId, last, work.Operation),
            cancellationToken);
        return new CoordinatingOutcome.Done(await read.RunAsync(caseId, cancellationToken));
    }
}
