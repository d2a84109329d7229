using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Decisions;

/// <summary>What has been decided in a case, and what has been appealed.</summary>
internal sealed record DecisionsOfCase(CaseHeader Header, IReadOnlyList<DecisionInCase> Decisions, IReadOnlyList<AppealInCase> Appeals);

/// <summary>A decision with its people, its clocks and its letters.</summary>
internal sealed record DecisionInCase(Decision Decision, string DraftedBy, string? ApprovedBy, IReadOnlyList<LocalizedText> Law, IReadOnlyList<DeadlineView> Deadlines, IReadOnlyList<LetterView> Letters);

/// <summary>An appeal with who handles it, whether its file has gone to the appeal body, its clocks and its letters.</summary>
internal sealed record AppealInCase(Appeal Appeal, string? HandledBy, bool HasFile, IReadOnlyList<DeadlineView> Deadlines, IReadOnlyList<LetterView> Letters);

/// <summary>Reads decisions and appeals with what belongs to them. The caller has been let in by <see cref="CaseAccess"/>, and sees the whole case.</summary>
internal sealed class ReadDecisions(IpDbContext db, ReadLetters letters, UserDirectory users)
{
    public async Task<DecisionsOfCase> RunAsync(OpenedCase opened, CancellationToken cancellationToken)
    {
        var id = opened.Id;
        var decisions = await db.Decisions.Where(d => d.CaseId == id).OrderByDescending(d => d.Id).ToListAsync(cancellationToken);
        var appeals = await db.Appeals.Where(a => a.CaseId == id).OrderByDescending(a => a.Id).ToListAsync(cancellationToken);
        var deadlines = (await db.Deadlines.Where(d => d.CaseId == id && d.SubjectId != null).OrderBy(d => d.EffectiveOn).ToListAsync(cancellationToken)).ToLookup(d => d.SubjectId!.Value, DeadlineView.Of);
        var files = await db.AppealFiles.Where(f => f.CaseId == id).Select(f => f.AppealId).ToListAsync(cancellationToken);
        var sent = await letters.OfCaseAsync(opened.User, id, cancellationToken);

        return new DecisionsOfCase(
            opened.Header,
            [.. decisions.Select(d => new DecisionInCase(d, users.NameOf(d.DraftedBy), d.ApprovedBy is { } by ? users.NameOf(by) : null, DecisionLaw.Of(d), [.. deadlines[d.Id.Value]], [.. sent.Where(l => l.SubjectId == d.Id.Value && IsNotice(l))]))],
            [.. appeals.Select(a => new AppealInCase(a, a.HandledBy is { } by ? users.NameOf(by) : null, files.Contains(a.Id), [.. deadlines[a.Id.Value]], [.. sent.Where(l => IsOfAppeal(l) && (l.SubjectId == a.Id.Value || a == appeals.Find(other => other.ReceivedAt <= l.QueuedAt)))]))]);
    }

    /// <summary>What else is sent may name the decision that it follows from; it is not the decision.</summary>
    private static bool IsNotice(LetterView letter) => letter.Template is LetterTemplateKey.DecisionGranted or LetterTemplateKey.DecisionRefused or LetterTemplateKey.DecisionDismissed or LetterTemplateKey.NotPursued
        or LetterTemplateKey.RequestForwarded or LetterTemplateKey.CoordinatorChangeRefused or LetterTemplateKey.AppealDismissed or LetterTemplateKey.AppealReversed;

    private static bool IsOfAppeal(LetterView letter) => letter.Template.StartsWith("appeal-", StringComparison.Ordinal) || letter.Template == LetterTemplateKey.CaseCosts;
}

/// <summary>The law behind a decision, in words.</summary>
internal static class DecisionLaw
{
    public static IReadOnlyList<LocalizedText> Of(Decision decision)
    {
        var set = Workflows.Deadlines.RuleBook.Embedded.Get(decision.RuleSetKey);
        return [.. decision.LegalBasis.Select(key => set.LegalReferences.GetValueOrDefault(key) ?? new LocalizedText(key, key, key))];
    }
}

/// <summary>The page of a case's decisions and appeals.</summary>
internal static class CaseDecisionPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage("/cases/{id:guid}/decisions", Policies.ReadCase, ShowAsync);

    private static Task<IResult> ShowAsync(Guid id, OpenCasePage page, ReadDecisions read, HttpContext context) =>
        page.ShowWholeAsync(context, id, "decisions", async (opened, token) => Page.Showing<CaseDecisionsPage>(await read.RunAsync(opened, token)));
}
