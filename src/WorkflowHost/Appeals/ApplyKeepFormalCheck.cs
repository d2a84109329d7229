using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Appeals;

/// <summary>Keeps the formal check, and what follows from it: the appeal is heard, or the appellant is asked to correct it (D-8).</summary>
internal sealed class ApplyKeepFormalCheck : CommandApplier<KeepFormalCheck>
{
    protected override async Task ApplyAsync(KeepFormalCheck command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var operation = scope.Work.Operation;
        var appeal = await OpenAppeals.RequireAsync(scope, command.AppealId, cancellationToken);
        var decision = await OpenAppeals.DecisionAsync(scope, appeal, cancellationToken);
        var rules = scope.RulesOfToday();
        var verdict = appeal.RecordFormalCheck(command.Check, decision?.MadeOn, rules, operation);

        if (verdict == FormalVerdict.Hear)
        {
            appeal.Accept(operation);
        }
        else if (command.NeedsCorrection && verdict == FormalVerdict.AskForCorrection)
        {
            appeal.AskForCorrection(DeadlineCalendar.Compute(operation.Today, rules.Deadline(DeadlineKeys.AppealCorrection)).EffectiveOn, operation);
        }
    }
}
