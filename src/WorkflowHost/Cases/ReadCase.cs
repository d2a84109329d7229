using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Puts one case together, whole or as a participant may see it. The caller has been let in by <see cref="CaseAccess"/>.</summary>
internal sealed class ReadCase(IpDbContext db, UserDirectory users, ReadPlan plans, WhereItWaits waits, DefinitionCatalogue catalogue, TimeProvider clock)
{
    public async Task<CaseView> RunAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken)
    {
        return opening.Sight == CaseSight.Whole
            ? await WholeAsync(user, opening, cancellationToken)
            : await PartsAsync(user, opening, cancellationToken);
    }

    /// <summary>The consents of the case in the order in which they were asked for; a participant sees those that concern the own service.</summary>
    public async Task<IReadOnlyList<ConsentView>> ConsentsAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken)
    {
        var id = opening.Case.Id;
        var consents = db.Consents.Where(c => c.CaseId == id);
        if (opening.Sight == CaseSight.OwnParts)
        {
            var services = await plans.ServicesOfAsync(user, id, cancellationToken);
            consents = consents.Where(c => c.RecipientService != null && services.Contains(c.RecipientService));
        }

        return [.. (await consents.OrderBy(c => c.AskedAt).ToListAsync(cancellationToken)).Select(ConsentView.Of)];
    }

    private async Task<CaseView> WholeAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken)
    {
        var (found, id) = (opening.Case, opening.Case.Id);
        var person = await db.Persons.FirstAsync(p => p.Id == found.PersonId, cancellationToken);
        var requests = await db.Requests.Where(r => r.CaseId == id).OrderBy(r => r.ReceivedAt).ToListAsync(cancellationToken);
        var deadlines = await db.Deadlines.Where(d => d.CaseId == id).OrderBy(d => d.EffectiveOn).ThenBy(d => d.Key).ToListAsync(cancellationToken);
        var decisions = await db.Decisions.Where(d => d.CaseId == id).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        var appeals = await db.Appeals.Where(a => a.CaseId == id).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var reasons = await db.NoPlanReasons.Where(r => r.CaseId == id).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        return View(found) with
        {
            Person = PersonView.Of(person),
            Coordinator = await CoordinatorAsync(id, cancellationToken),
            Requests = [.. requests.Select(RequestView.Of)],
            Consents = await ConsentsAsync(user, opening, cancellationToken),
            Deadlines = [.. deadlines.Select(DeadlineView.Of)],
            Decisions = [.. decisions.Select(DecisionView.Of)],
            Appeals = [.. appeals.Select(AppealView.Of)],
            Plan = await plans.SummaryAsync(id, cancellationToken),
            NoPlanReasons = [.. reasons.Select(r => new NoPlanReasonView(r.Code, r.IsPrimary, r.FromOn, r.EndedOn))],
            Workflows = await WorkflowsAsync(id, cancellationToken),
            Responsibility = await ResponsibilityAsync(found.Id, cancellationToken),
        };
    }

    /// <summary>The latest agreement or ruling; an earlier one is history.</summary>
    private async Task<ResponsibilityView?> ResponsibilityAsync(CaseId id, CancellationToken cancellationToken) =>
        await db.ResponsibilityAgreements.Where(r => r.CaseId == id).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken) is { } settled ? ResponsibilityView.Of(settled) : null;

    private async Task<IReadOnlyList<WorkflowView>> WorkflowsAsync(CaseId id, CancellationToken cancellationToken)
    {
        var waiting = await waits.OfCaseAsync(id, cancellationToken);
        var rows = await db.WorkflowInstances.Where(i => i.CaseId == id).OrderBy(i => i.Id)
            .Select(i => new { i.Id, i.DefinitionId, i.DefinitionVersion, i.Status, i.SubStatus, i.OpenIncidents, i.CreatedAt, i.FinishedAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(i => new WorkflowView(
            i.Id, i.DefinitionId, catalogue.Require(i.DefinitionId, i.DefinitionVersion).Name, i.DefinitionVersion, i.Status, i.SubStatus, i.OpenIncidents, i.CreatedAt, i.FinishedAt,
            waiting.GetValueOrDefault(i.Id) ?? []))];
    }

    /// <summary>A participant knows the case and its coordinator, and which consent concerns the own service; nothing of decisions, appeals or others' consents.</summary>
    private async Task<CaseView> PartsAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken)
    {
        var found = opening.Case;
        return View(found) with
        {
            CaseManager = null,
            EntitlementBasis = null,
            CloseReason = null,
            SuspensionReason = null,
            Coordinator = await CoordinatorAsync(found.Id, cancellationToken),
            Consents = await ConsentsAsync(user, opening, cancellationToken),
            Plan = await plans.SummaryAsync(found.Id, cancellationToken),
        };
    }

    private async Task<CoordinatorView?> CoordinatorAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var periods = await db.CoordinatorPeriods.Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        return CoordinatorCoverage.InPlaceOn(periods, NorwegianTime.DateOf(clock.GetUtcNow())) is { } period
            ? CoordinatorView.Of(period, users)
            : null;
    }

    private static CaseView View(IpCase found) => new(
        found.Id, found.Reference, found.State, found.Track, found.RuleSetKey, found.Version, null, found.CaseManagerId, found.MainResponsibleService, found.EntitlementBasis,
        found.OpenedAt, found.ClosedAt, found.CloseReason, found.SuspensionReason, null, [], [], [], [], [], null, [], []);
}
