using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Where a case is to go.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Reason">Why.</param>
internal sealed record MoveCaseBody(string? Unit, string? Reason);

/// <summary>A case and the unit that handles it.</summary>
internal sealed record CaseInUnit(CaseId CaseId, string Reference, string? Unit, long Version);

/// <summary>
/// Hands a case to another unit (P-10). From then on it is seen by those who work there, and no longer by those of the unit before, except by whoever has a part
/// of their own in it. Tasks stay with those who have them, so that nothing is left undone; the new unit hands them on.
/// </summary>
internal sealed class MoveCaseToUnit(CaseAccess access, UserDirectory users, IpDbContext db, WorkWriter writer, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Moved(CaseInUnit Case) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    /// <summary>The units that a case can be with: services in which somebody handles cases.</summary>
    public Task<IReadOnlyList<string>> UnitsAsync(CancellationToken cancellationToken) => users.ServicesWithAsync([Roles.CaseManager], cancellationToken);

    public async Task<Outcome> RunAsync(CaseId caseId, MoveCaseBody body, Func<long, bool> isSeenVersion, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await access.MayActAsync(user, caseId, cancellationToken) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var errors = new FieldErrors();
        var found = await db.Cases.AsNoTracking().FirstAsync(c => c.Id == caseId, cancellationToken);
        var unit = await ReadUnitAsync(body.Unit, found, errors, cancellationToken);
        errors.RequireReason(body.Reason);
        if (unit is null || errors.Any)
        {
            return new Outcome.Refused(errors.ToRefusal());
        }

        if (!isSeenVersion(found.Version))
        {
            return new Outcome.Refused(Refusal.Stale());
        }

        var operation = new Operation(user.Actor, body.Reason!.Trim(), clock.GetUtcNow());
        return new Outcome.Moved(await writer.RunAsync(
            operation,
            async (work, token) =>
            {
                var moved = await work.Db.Cases.FirstAsync(c => c.Id == caseId, token);
                moved.MoveToUnit(unit, work.Operation);
                await work.FlushAsync(token);
                return new CaseInUnit(moved.Id, moved.Reference, moved.Unit, moved.Version);
            },
            cancellationToken));
    }

    private async Task<string?> ReadUnitAsync(string? unit, IpCase found, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (!errors.Require(unit, "unit"))
        {
            return null;
        }

        var units = await UnitsAsync(cancellationToken);
        var chosen = unit.Trim();
        if (!units.Contains(chosen, StringComparer.Ordinal))
        {
            errors.Add("unit", new("Velg en enhet som behandler saker.", "Vel ei eining som behandlar saker.", "Choose a unit that handles cases."));
        }
        else if (chosen == found.Unit)
        {
            errors.Add("unit", new("Saken er alt hos denne enheten. Velg en annen.", "Saka er alt hos denne eininga. Vel ei anna.", "The case is with this unit already. Choose another."));
        }

        return chosen;
    }
}
