using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.Receiving;

/// <summary>A person who is registered already.</summary>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="BornOn">Date of birth.</param>
/// <param name="Language">Language of letters.</param>
/// <param name="Open">The person's open case, which a further request joins (L-28); null when there is none.</param>
internal sealed record KnownPerson(string GivenName, string FamilyName, DateOnly BornOn, string Language, OpenCaseOfPerson? Open);

internal sealed record OpenCaseOfPerson(CaseId CaseId, string Reference, CaseState State);

/// <summary>
/// Finds out whether the person of a request is known, so that nobody types what is there already and a second request is seen to be one. Answers those
/// who may search by number; others only about a person whose case they may know of, so that nobody learns that someone is known here (P-4).
/// </summary>
internal sealed class FindPerson(IpDbContext db, CaseBonds bonds, CaseAccess access)
{
    /// <param name="user">Who asks.</param>
    /// <param name="number">The person's number.</param>
    /// <param name="isAsked">Whether someone pressed the button; a look to complete what is sent is not a search of its own.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<KnownPerson?> RunAsync(CurrentUser user, NationalIdentityNumber number, bool isAsked, CancellationToken cancellationToken)
    {
        var value = number.Value;
        var visible = bonds.VisibleTo(user);
        var maySearch = Policies.Granted[Policies.SearchByNumber].Any(user.Has);
        var found = await db.PersonIdentifiers.Where(i => i.Number == value)
            .Join(db.Persons, i => i.PersonId, p => p.Id, (_, p) => p)
            .Where(p => (maySearch && p.AddressProtection < AddressProtection.StrictlyConfidential) || visible.Any(c => c.PersonId == p.Id))
            .Select(p => new { p.Id, p.GivenName, p.FamilyName, p.BornOn, p.Language }).FirstOrDefaultAsync(cancellationToken);
        if (isAsked && maySearch)
        {
            await access.LogSearchAsync(user, "search-by-number", new CallReason(null), found is null ? 0 : 1, cancellationToken);
        }

        if (found is null)
        {
            return null;
        }

        var open = await visible.Where(c => c.PersonId == found.Id && c.State != CaseState.Closed)
            .Select(c => new { c.Id, c.Reference, c.State }).FirstOrDefaultAsync(cancellationToken);
        return new KnownPerson(
            found.GivenName, found.FamilyName, found.BornOn, found.Language, open is null ? null : new OpenCaseOfPerson(open.Id, open.Reference, open.State));
    }
}
