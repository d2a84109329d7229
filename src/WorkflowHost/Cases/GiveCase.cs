using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Who is to have a case.</summary>
/// <param name="CaseManager">User id of a case manager of the unit that handles the case.</param>
/// <param name="Reason">Why; may be left out for a case that nobody has.</param>
internal sealed record AssignCaseBody(string? CaseManager, string? Reason);

/// <summary>A case and who has it.</summary>
internal sealed record CaseOfManager(CaseId CaseId, string Reference, string? CaseManager, string? Unit, long Version);

/// <summary>
/// Gives a case to a case manager. Leaders and the coordinating unit choose freely among those of the unit; a case manager takes a case that nobody has, and hands on
/// the own. New tasks that the flows give to the case manager go to the new one; tasks that are open stay where they are. A case that no unit has taken goes to the unit of the
/// case manager.
/// </summary>
internal sealed class GiveCase(CaseAccess access, UserDirectory users, IpDbContext db, WorkWriter writer, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Assigned(CaseOfManager Case) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    /// <summary>Whom the case can be given to, by name; not the one who has it.</summary>
    public async Task<IReadOnlyList<Colleague>> CandidatesAsync(IpCase found, CancellationToken cancellationToken) =>
        [.. (await users.ByRoleAsync(Roles.CaseManager, found.Unit, cancellationToken)).Where(c => c.UserId != found.CaseManagerId)];

    public async Task<Outcome> RunAsync(CaseId caseId, AssignCaseBody body, Func<long, bool> isSeenVersion, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await access.MayActAsync(user, caseId, cancellationToken) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var found = await db.Cases.AsNoTracking().FirstAsync(c => c.Id == caseId, cancellationToken);
        if (!found.IsOpen)
        {
            return new Outcome.Refused(new Refusal(ProblemKind.Conflict, new(
                "Saken er avsluttet og får ingen ny saksbehandler.", "Saka er avslutta og får ingen ny saksbehandlar.", "The case is closed and gets no new case manager.")));
        }

        var errors = new FieldErrors();
        var chosen = await ReadAsync(body, found, user, errors, cancellationToken);
        if (chosen is null || errors.Any)
        {
            return new Outcome.Refused(errors.ToRefusal());
        }

        if (!isSeenVersion(found.Version))
        {
            return new Outcome.Refused(Refusal.Stale());
        }

        var reason = string.IsNullOrWhiteSpace(body.Reason) ? "Saken fikk en saksbehandler." : body.Reason.Trim();
        return new Outcome.Assigned(await writer.RunAsync(
            new Operation(user.Actor, reason, clock.GetUtcNow()),
            async (work, token) =>
            {
                var given = await work.Db.Cases.FirstAsync(c => c.Id == caseId, token);
                given.AssignCaseManager(chosen.UserId, work.Operation, chosen.Service);
                await work.FlushAsync(token);
                return new CaseOfManager(given.Id, given.Reference, given.CaseManagerId, given.Unit, given.Version);
            },
            cancellationToken));
    }

    private async Task<Colleague?> ReadAsync(AssignCaseBody body, IpCase found, CurrentUser user, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (found.CaseManagerId is not null)
        {
            errors.Require(body.Reason, "reason");
        }

        errors.AtMost(body.Reason, CallReason.MaxLength, "reason");
        if (!errors.Require(body.CaseManager, "caseManager"))
        {
            return null;
        }

        var chosen = (await CandidatesAsync(found, cancellationToken)).FirstOrDefault(c => c.UserId == body.CaseManager.Trim());
        if (chosen is null)
        {
            errors.Add("caseManager", new(
                "Velg en annen saksbehandler i enheten som har saken.", "Vel ein annan saksbehandlar i eininga som har saka.", "Choose another case manager of the unit that has the case."));
        }
        else if (!user.HasAny(Roles.OfficeLeader, Roles.CoordinatingUnit) && found.CaseManagerId is { } holder && holder != user.UserId)
        {
            errors.Add("caseManager", Messages.Format(
                new("{0} har saken. Be {0} eller en leder om å gi den videre.", "{0} har saka. Be {0} eller ein leiar om å gi henne vidare.", "{0} has the case. Ask {0} or a leader to hand it on."),
                users.NameOf(holder)));
        }

        return chosen;
    }
}
