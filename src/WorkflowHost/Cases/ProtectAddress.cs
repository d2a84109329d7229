using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>How an address is to be protected.</summary>
/// <param name="Grade">None, Confidential, StrictlyConfidential or StrictlyConfidentialAbroad.</param>
/// <param name="Reason">What it rests on; required.</param>
internal sealed record ProtectAddressBody(string? Grade, string? Reason);

/// <summary>How the address of a case's person is protected now.</summary>
internal sealed record ProtectedAddress(CaseId CaseId, AddressProtection Grade);

/// <summary>
/// Sets or lifts the grade of address protection as the national register has it (P-19); it takes effect at once (P-20). From strictly confidential on nobody but
/// the case manager may know of the case, so it is the case manager who sets it, and no one else.
/// </summary>
internal sealed class ProtectAddress(CaseAccess access, IpDbContext db, WorkWriter writer, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Set(AddressProtection Grade) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    /// <summary>Whether the user is the one who may.</summary>
    public static bool May(CurrentUser user, IpCase found) => user.Has(Roles.CaseManager) && found.CaseManagerId == user.UserId;

    public async Task<Outcome> RunAsync(CaseId caseId, ProtectAddressBody body, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await access.MayActAsync(user, caseId, cancellationToken) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var found = await db.Cases.AsNoTracking().FirstAsync(c => c.Id == caseId, cancellationToken);
        if (!May(user, found))
        {
            return new Outcome.Refused(Refusal.Forbidden());
        }

        var errors = new FieldErrors();
        errors.RequireReason(body.Reason);
        if (!Enum.TryParse<AddressProtection>(body.Grade, out var chosen) || !Enum.IsDefined(chosen))
        {
            errors.Add("grade", new("Velg hvordan adressen er beskyttet.", "Vel korleis adressa er verna.", "Choose how the address is protected."));
        }

        if (errors.Any)
        {
            return new Outcome.Refused(errors.ToRefusal());
        }

        await writer.RunAsync(
            new Operation(user.Actor, body.Reason!.Trim(), clock.GetUtcNow()),
            async (work, token) => (await work.Db.Persons.FirstAsync(p => p.Id == found.PersonId, token)).Protect(chosen, work.Operation, caseId),
            cancellationToken);
        return new Outcome.Set(chosen);
    }
}
