using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Shows a plan whole, or to a participant what the person has allowed the participant's service to see (L-53, P-10).</summary>
internal sealed class ReadPlan(IpDbContext db, UserDirectory users, TimeProvider clock)
{
    /// <summary>The case's plan in short; an open one before a closed one. Null when there is none.</summary>
    public async Task<PlanSummary?> SummaryAsync(CaseId caseId, CancellationToken cancellationToken) =>
        await FindAsync(caseId, cancellationToken) is { } plan
            ? new PlanSummary(plan.Id, plan.VersionNumber, plan.State, plan.ApprovedOn, plan.NextRevisionOn)
            : null;

    public async Task<PlanView?> RunAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken)
    {
        if (await FindAsync(opening.Case.Id, cancellationToken) is not { } plan)
        {
            return null;
        }

        var versions = await db.PlanVersions.Where(v => v.PlanId == plan.Id).OrderBy(v => v.Number).ToListAsync(cancellationToken);
        var current = versions.LastOrDefault();
        var sight = await PlanSight.OfAsync(db, user, opening, clock.GetUtcNow(), cancellationToken);
        var content = sight.Cut(current?.Content);
        var isWritten = plan.State != PlanState.Active && plan.State != PlanState.Closed;
        return new PlanView(
            plan.Id, plan.VersionNumber, plan.State, plan.ApprovedOn, plan.NextRevisionOn, plan.Version, !sight.IsWhole,
            content, sight.IsWhole ? current?.Facts : null, sight.IsWhole ? current?.MissingPoints ?? [] : [], isWritten ? sight.Cut(plan.Draft) : null,
            [.. versions.Select(PlanVersionView.Of)],
            [.. (await ProgressAsync(plan.Id, cancellationToken)).Values.Where(report => content?.Measures.Any(measure => measure.Key == report.MeasureKey) is true).OrderBy(report => report.MeasureKey, StringComparer.Ordinal)]);
    }

    /// <summary>The latest report on each measure, by key.</summary>
    public async Task<IReadOnlyDictionary<string, ProgressView>> ProgressAsync(PlanId planId, CancellationToken cancellationToken) =>
        MeasureProgress.Latest(await db.MeasureProgress.Where(p => p.PlanId == planId).ToListAsync(cancellationToken)).Values.ToDictionary(report => report.MeasureKey, View, StringComparer.Ordinal);

    /// <summary>All that was told about a measure, newest first.</summary>
    public async Task<IReadOnlyList<ProgressView>> ProgressOfAsync(PlanId planId, string measureKey, CancellationToken cancellationToken) =>
        [.. (await db.MeasureProgress.Where(p => p.PlanId == planId && p.MeasureKey == measureKey).OrderByDescending(p => p.Id).ToListAsync(cancellationToken)).Select(View)];

    public async Task<IReadOnlyList<ParticipantView>> ParticipantsAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken)
    {
        var caseId = opening.Case.Id;
        var participants = await db.PlanParticipants.Where(p => p.CaseId == caseId).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var consents = await db.Consents.Where(c => c.CaseId == caseId).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return [.. participants.Select(p =>
        {
            var showsContents = opening.Sight == CaseSight.Whole || PlanSight.IsContact(p, user);
            return new ParticipantView(
                p.Id, p.Service, p.Role, p.ContactUserId, p.ContactUserId is null ? null : users.NameOf(p.ContactUserId), p.State, p.HasDutyToTakePart,
                showsContents ? p.Contribution : null, showsContents ? p.DeclineReason : null,
                showsContents ? [.. PlanVisibility.CategoriesFor(p.Service, consents, now).Order(StringComparer.Ordinal)] : []);
        })];
    }

    /// <summary>The services for which the user takes part in the case.</summary>
    public async Task<IReadOnlyList<string>> ServicesOfAsync(CurrentUser user, CaseId caseId, CancellationToken cancellationToken) =>
        await db.PlanParticipants.Where(p => p.CaseId == caseId && (p.ContactUserId == user.UserId || p.SubstituteUserId == user.UserId)).Select(p => p.Service).ToListAsync(cancellationToken);

    /// <summary>The case's plan; an open one before a closed one. Null when there is none.</summary>
    public async Task<Plan?> FindAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var plans = await db.Plans.Where(p => p.CaseId == caseId).OrderByDescending(p => p.Id).ToListAsync(cancellationToken);
        return plans.FirstOrDefault(p => p.IsOpen) ?? plans.FirstOrDefault();
    }

    private ProgressView View(MeasureProgress report) => new(
        report.MeasureKey, report.Status, report.Note, report.ReportedBy, users.NameOf(report.ReportedBy), report.Service, report.ReportedAt);
}
