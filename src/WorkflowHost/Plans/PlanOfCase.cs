using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The open plan of the case at hand, and the facts from outside it that are part of its content (points b, c, i).</summary>
internal static class PlanOfCase
{
    public static async Task<Plan?> FindAsync(ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        return await scope.Work.Db.Set<Plan>().FirstOrDefaultAsync(p => p.CaseId == caseId && p.State != PlanState.Closed, cancellationToken);
    }

    public static async Task<Plan> RequireAsync(ApplyScope scope, CancellationToken cancellationToken) =>
        await FindAsync(scope, cancellationToken) ?? throw new InvalidOperationException("The case has no open plan.");

    public static async Task<PlanFacts> FactsAsync(ApplyScope scope, CancellationToken cancellationToken)
    {
        var ipCase = await scope.CaseAsync(cancellationToken);
        var db = scope.Work.Db;
        var participants = await db.Set<PlanParticipant>().Where(p => p.CaseId == ipCase.Id).ToListAsync(cancellationToken);
        var periods = await db.Set<CoordinatorPeriod>().Where(p => p.CaseId == ipCase.Id).ToListAsync(cancellationToken);
        var consents = await db.Set<ConsentRecord>().Where(c => c.CaseId == ipCase.Id).ToListAsync(cancellationToken);
        var operation = scope.Work.Operation;

        return PlanFacts.Gather(participants, ipCase.MainResponsibleService, CoordinatorCoverage.InPlaceOn(periods, operation.Today), consents, operation.Now);
    }

    /// <summary>Fixes a version with the facts of the day.</summary>
    public static async Task<PlanVersion?> ApproveAsync(
        ApplyScope scope, Func<Plan, PlanVersionId, PlanFacts, RuleSet, int, PlanVersion?> approve, CancellationToken cancellationToken)
    {
        var plan = await RequireAsync(scope, cancellationToken);
        var facts = await FactsAsync(scope, cancellationToken);
        var age = await scope.AgeAsync(plan.PersonId, cancellationToken);

        return approve(plan, scope.Work.Ids.NewPlanVersionId(), facts, scope.RulesOfToday(), age);
    }
}
