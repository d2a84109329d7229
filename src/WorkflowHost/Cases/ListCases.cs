using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Lists and finds cases among those that the user may know of. Search by identity number is a POST of its own, so that no address ever holds one.</summary>
internal sealed class ListCases(IpDbContext db, CaseBonds bonds, CaseAccess access, TimeProvider clock)
{
    /// <summary>Lists by state and by words: a reference, or parts of a name.</summary>
    public async Task<Page<ListedCase>> RunAsync(
        CurrentUser user, IReadOnlyList<CaseState> states, string? words, PageRequest page, HttpRequest request, CallReason reason, CancellationToken cancellationToken)
    {
        var cases = bonds.VisibleTo(user);
        if (states.Count > 0)
        {
            cases = cases.Where(c => states.Contains(c.State));
        }

        cases = CaseWords.Matching(db, cases, words, CaseWords.ShowsNames(user));
        var found = await page.OfAsync(View(user, cases.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Reference)), request, cancellationToken);
        if (words is not null)
        {
            await access.LogSearchAsync(user, "search", reason, found.Total, cancellationToken);
        }

        return found;
    }

    /// <summary>Finds the cases of the person with the number.</summary>
    public async Task<IReadOnlyList<ListedCase>> ByNumberAsync(CurrentUser user, string number, CallReason reason, CancellationToken cancellationToken)
    {
        var cases = bonds.VisibleTo(user).Where(c => db.PersonIdentifiers.Any(i => i.PersonId == c.PersonId && i.Number == number));
        var found = await View(user, cases.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Reference)).ToListAsync(cancellationToken);
        await access.LogSearchAsync(user, "search-by-number", reason, found.Count, cancellationToken);
        return found;
    }

    private IQueryable<ListedCase> View(CurrentUser user, IQueryable<IpCase> cases)
    {
        var showsNames = CaseWords.ShowsNames(user);
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        return cases.Select(c => new ListedCase(
            c.Id, c.Reference, c.State, c.Track,
            showsNames ? db.Persons.Where(p => p.Id == c.PersonId).Select(p => new PersonName(p.GivenName, p.FamilyName)).FirstOrDefault() : null,
            c.CaseManagerId,
            db.CoordinatorPeriods.Where(p => p.CaseId == c.Id && p.FromOn <= today && (p.ToOn == null || p.ToOn >= today)).OrderByDescending(p => p.FromOn).Select(p => p.UserId).FirstOrDefault(),
            c.OpenedAt, c.ClosedAt));
    }
}
