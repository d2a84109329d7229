using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
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
        var isWritten = plan.State != PlanState.Active && plan.State != PlanState.Closed;
        var whole = new PlanView(
            plan.Id, plan.VersionNumber, plan.State, plan.ApprovedOn, plan.NextRevisionOn, plan.Version, false,
            current?.Content, current?.Facts, current?.MissingPoints ?? [], isWritten ? plan.Draft : null,
            [.. versions.Select(v => new PlanVersionView(v.Id, v.Number, v.Approval.On, v.Approval.Form, v.FixedAt, v.RuleSetKey))]);
        return opening.Sight == CaseSight.Whole ? whole : await CutAsync(user, opening.Case.Id, whole, cancellationToken);
    }

    public async Task<IReadOnlyList<ParticipantView>> ParticipantsAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken)
    {
        var caseId = opening.Case.Id;
        var participants = await db.PlanParticipants.Where(p => p.CaseId == caseId).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var consents = await ConsentsAsync(caseId, cancellationToken);
        var now = clock.GetUtcNow();
        return [.. participants.Select(p =>
        {
            var showsContents = opening.Sight == CaseSight.Whole || IsContact(p, user);
            return new ParticipantView(
                p.Id, p.Service, p.Role, p.ContactUserId, p.ContactUserId is null ? null : users.NameOf(p.ContactUserId), p.State, p.HasDutyToTakePart,
                showsContents ? p.Contribution : null, showsContents ? p.DeclineReason : null,
                showsContents ? [.. PlanVisibility.CategoriesFor(p.Service, consents, now).Order(StringComparer.Ordinal)] : []);
        })];
    }

    /// <summary>The services for which the user takes part in the case.</summary>
    public async Task<IReadOnlyList<string>> ServicesOfAsync(CurrentUser user, CaseId caseId, CancellationToken cancellationToken) =>
        await db.PlanParticipants.Where(p => p.CaseId == caseId && (p.ContactUserId == user.UserId || p.SubstituteUserId == user.UserId)).Select(p => p.Service).ToListAsync(cancellationToken);

    private async Task<PlanView> CutAsync(CurrentUser user, CaseId caseId, PlanView whole, CancellationToken cancellationToken)
    {
        var own = (await db.PlanParticipants.Where(p => p.CaseId == caseId).ToListAsync(cancellationToken)).Where(p => IsContact(p, user)).ToList();
        var consents = await ConsentsAsync(caseId, cancellationToken);
        var now = clock.GetUtcNow();
        var service = own.FirstOrDefault(p => PlanVisibility.HasAccess(p, consents, now))?.Service;
        PlanContent? Cut(PlanContent? content) => content is null || service is null ? null : PlanVisibility.For(content, service, consents, now);
        return whole with { IsPartial = true, Content = Cut(whole.Content), Draft = Cut(whole.Draft), Facts = null, MissingPoints = [] };
    }

    private Task<List<ConsentRecord>> ConsentsAsync(CaseId caseId, CancellationToken cancellationToken) =>
        db.Consents.Where(c => c.CaseId == caseId).ToListAsync(cancellationToken);

    private async Task<Plan?> FindAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var plans = await db.Plans.Where(p => p.CaseId == caseId).OrderByDescending(p => p.Id).ToListAsync(cancellationToken);
        return plans.FirstOrDefault(p => p.IsOpen) ?? plans.FirstOrDefault();
    }

    private static bool IsContact(PlanParticipant participant, CurrentUser user) =>
        participant.ContactUserId == user.UserId || participant.SubstituteUserId == user.UserId;
}
