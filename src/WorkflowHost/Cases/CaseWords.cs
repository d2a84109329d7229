using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Search among cases by words: parts of a reference, or of the person's name for those who may see names.</summary>
internal static class CaseWords
{
    private const int MaxWords = 5;

    public static readonly LocalizedText NumberRefused = new(
        "Søk på fødselsnummer med POST /api/cases/search.", "Søk på fødselsnummer med POST /api/cases/search.", "Search by identity number with POST /api/cases/search.");

    /// <summary>Leaders, auditors and participants see that a case is there, not whose it is (P-4).</summary>
    public static bool ShowsNames(CurrentUser user) =>
        user.HasAny(Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.Approver, Roles.Person, Roles.Guardian, Roles.Archivist);

    /// <summary>Whether the words are an identity number, which no address may hold.</summary>
    public static bool IsIdentityNumber(string? words) =>
        words is not null && words.Count(char.IsAsciiDigit) >= 11 && words.Where(c => !char.IsWhiteSpace(c)).All(char.IsAsciiDigit);

    /// <summary>The cases in which every word is found.</summary>
    public static IQueryable<IpCase> Matching(IpDbContext db, IQueryable<IpCase> cases, string? words, bool byName)
    {
        foreach (var word in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MaxWords))
        {
            var part = TextSearch.Part(word);
            var named = db.Persons.Where(p => TextSearch.Matches(p.GivenName, part) || TextSearch.Matches(p.FamilyName, part)).Select(p => p.Id);
            cases = byName
                ? cases.Where(c => TextSearch.Matches(c.Reference, part) || named.Contains(c.PersonId))
                : cases.Where(c => TextSearch.Matches(c.Reference, part));
        }

        return cases;
    }
}
