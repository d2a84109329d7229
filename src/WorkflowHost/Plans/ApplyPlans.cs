using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Opens the person's plan. Only with the consent in force (L-49); an open plan of the case is taken up again.</summary>
internal sealed class ApplyBeginPlan : CommandApplier<BeginPlan>
{
    protected override async Task ApplyAsync(BeginPlan command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var ipCase = await scope.CaseAsync(cancellationToken);
        var facts = await PlanOfCase.FactsAsync(scope, cancellationToken);

        if (!facts.Consents.Any(c => c.Type == Workflows.Consents.ConsentType.Plan))
        {
            throw new InvalidOperationException("There is no consent to the plan, so no plan can be opened (L-49).");
        }

        if (await PlanOfCase.FindAsync(scope, cancellationToken) is null)
        {
            // Who moves here with a plan begins from it, and not from an empty page (L-109).
            var received = await Transfers.ReceivedPlan.OfAsync(scope.Work.Db, ipCase.Id, cancellationToken);
            scope.Work.Db.Add(Plan.Open(scope.Work.Ids.NewPlanId(), ipCase.Id, ipCase.PersonId, scope.Work.Operation, received));
        }
    }
}

/// <summary>Keeps the draft.</summary>
internal sealed class ApplyReplacePlanContent : CommandApplier<ReplacePlanContent>
{
    protected override async Task ApplyAsync(ReplacePlanContent command, ApplyScope scope, CancellationToken cancellationToken) =>
        (await PlanOfCase.RequireAsync(scope, cancellationToken)).Write(command.Content, scope.Work.Operation);
}

/// <summary>Puts the plan before the person.</summary>
internal sealed class ApplySubmitPlan : CommandApplier<SubmitPlan>
{
    protected override async Task ApplyAsync(SubmitPlan command, ApplyScope scope, CancellationToken cancellationToken) =>
        (await PlanOfCase.RequireAsync(scope, cancellationToken)).Submit(scope.Work.Operation);
}

/// <summary>Fixes the approved plan as a version that is never changed.</summary>
internal sealed class ApplyFixPlanVersion : CommandApplier<FixPlanVersion>
{
    protected override async Task ApplyAsync(FixPlanVersion command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var result = command.Result;
        var approval = new PlanApproval(
            scope.Work.Operation.Actor.HasRole(Roles.Guardian) ? ApprovalForm.Guardian : result.Choice("approvalForm", ApprovalForm.Digital),
            result.Date("approvedOn") ?? scope.Work.Operation.Today,
            result.Text("evidence") ?? result.Text("witness"),
            scope.Work.Operation.Actor.UserId);
        var version = await PlanOfCase.ApproveAsync(
            scope, (plan, id, facts, rules, age) => plan.Approve(id, approval, facts, rules, age, scope.Work.Operation), cancellationToken);

        if (version is not null)
        {
            scope.Work.Db.Add(version);
        }
    }
}

/// <summary>Sends the plan back to drafting.</summary>
internal sealed class ApplyReturnPlan : CommandApplier<ReturnPlan>
{
    protected override async Task ApplyAsync(ReturnPlan command, ApplyScope scope, CancellationToken cancellationToken) =>
        (await PlanOfCase.RequireAsync(scope, cancellationToken)).Return(scope.Work.Operation);
}

/// <summary>Sets the next revision; one that was set before no longer runs.</summary>
internal sealed class ApplySetNextRevision : CommandApplier<SetNextRevision>
{
    protected override async Task ApplyAsync(SetNextRevision command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var plan = await PlanOfCase.RequireAsync(scope, cancellationToken);
        await CaseDeadlines.SettleAsync(scope, DeadlineKeys.PlanRevision, null, DeadlineSettlement.Stopped, null, cancellationToken);
        var deadline = await CaseDeadlines.TrackAsync(scope, command.Computed, command.RuleSet, "plan-revision-scheduled", plan.Id.Value, cancellationToken);
        plan.ScheduleRevision(command.Computed, deadline.Id, scope.Work.Operation);
    }
}
