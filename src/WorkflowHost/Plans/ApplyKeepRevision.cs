using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Keeps a revision that took place. Small adjustments become a version without renewed approval (L-86); a new version is written and approved after this.</summary>
internal sealed class ApplyKeepRevision : CommandApplier<KeepRevision>
{
    protected override async Task ApplyAsync(KeepRevision command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var result = command.Result;
        var plan = await PlanOfCase.RequireAsync(scope, cancellationToken);
        var outcome = Enum.Parse<RevisionOutcome>(command.Outcome);
        var today = work.Operation.Today;
        var rules = work.Law.For(today);
        var nextOn = outcome == RevisionOutcome.Close ? null : result.Date("nextRevisionOn") ?? RevisionSchedule.Next(rules, today, plan.Draft.Period).EffectiveOn as DateOnly?;
        var revision = Revision.Plan(
            work.Ids.NewRevisionId(), plan.CaseId, plan.Id, result.Choice("trigger", RevisionTrigger.Planned), plan.NextRevisionOn ?? today, work.Operation);
        work.Db.Add(revision);
        revision.Complete(outcome, Findings(result), nextOn, work.Operation);
        await CaseDeadlines.SettleAsync(scope, DeadlineKeys.PlanRevision, null, DeadlineSettlement.Met, null, cancellationToken);

        switch (outcome)
        {
            case RevisionOutcome.NoChange when plan.State == PlanState.UnderRevision:
                plan.EndRevision(work.Operation);
                break;

            case RevisionOutcome.Adjusted:
                if (plan.State == PlanState.Active)
                {
                    plan.BeginRevision(work.Operation);
                }

                work.Db.Add((await PlanOfCase.ApproveAsync(scope, (p, id, facts, set, age) => p.Adjust(id, facts, set, age, work.Operation), cancellationToken))!);
                break;

            case RevisionOutcome.NewVersion when plan.State == PlanState.Active:
                plan.BeginRevision(work.Operation);
                break;
        }
    }

    private static RevisionFindings Findings(TaskResult result) => new(
        result.Texts("attended"),
        [
            .. result.Items("goals").Select(goal => new GoalEvaluation(
                goal.Text("goalKey") ?? "", goal.Choice("result", GoalResult.Progressing), goal.Text("note"))),
        ],
        result.Text("personsAssessment"),
        string.Join("\n\n", new[] { result.Text("evaluation"), result.Text("decisions") }.OfType<string>()));
}
