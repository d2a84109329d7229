using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>Letters out of cases, as far as a user sees them: the person those to the person, those who act for the person also their own, those who work with the case all.</summary>
internal sealed class ReadLetters(IpDbContext db)
{
    private static readonly LocalizedText ToSomeoneElse = new("Brevet er til noen andre.", "Brevet er til nokon andre.", "The letter is to someone else.");

    /// <summary>The letters of a case that the user sees, oldest first. The user has been let in to the case.</summary>
    public IQueryable<Letter> Visible(CurrentUser user, CaseId caseId)
    {
        var letters = db.Letters.Where(l => l.CaseId == caseId);
        var seen = SeesAll(user) ? letters : letters.Where(l => l.RecipientKind == LetterRecipientKind.Person || (l.RecipientKind == LetterRecipientKind.Guardian && user.ActsFor != null));
        return seen.OrderBy(l => l.QueuedAt).ThenBy(l => l.Id);
    }

    /// <summary>The letters of a case that the user sees, the latest first.</summary>
    public async Task<IReadOnlyList<LetterView>> OfCaseAsync(CurrentUser user, CaseId caseId, CancellationToken cancellationToken) =>
        [.. (await Visible(user, caseId).ToListAsync(cancellationToken)).AsEnumerable().Reverse().Select(LetterView.Of)];

    /// <summary>A letter by its id; null when there is none.</summary>
    public Task<Letter?> FindAsync(LetterId id, CancellationToken cancellationToken) => db.Letters.FirstOrDefaultAsync(l => l.Id == id, cancellationToken);

    /// <summary>Why the user may not read a letter of a case that is open to the user; null when it may be read.</summary>
    public static Refusal? Refuse(Letter letter, CurrentUser user) =>
        SeesAll(user) || letter.RecipientKind == LetterRecipientKind.Person || (letter.RecipientKind == LetterRecipientKind.Guardian && user.ActsFor is not null)
            ? null
            : new Refusal(ProblemKind.Forbidden, ToSomeoneElse);

    private static bool SeesAll(CurrentUser user) => CaseBonds.WorksInOffice(user) || user.HasAny(Roles.Coordinator, Roles.ChildCoordinator);
}
