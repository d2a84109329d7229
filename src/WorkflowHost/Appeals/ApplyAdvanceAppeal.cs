using IndividualPlan.WorkflowHost.Appeals.Forwarding;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;

namespace IndividualPlan.WorkflowHost.Appeals;

/// <summary>Takes an appeal one step on; the decision under appeal keeps its text and is marked by the outcome (L-99).</summary>
internal sealed class ApplyAdvanceAppeal(BuildAppealFile file) : CommandApplier<AdvanceAppeal>
{
    protected override async Task ApplyAsync(AdvanceAppeal command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var operation = scope.Work.Operation;
        var appeal = await OpenAppeals.RequireAsync(scope, command.AppealId, cancellationToken);
        var decision = await OpenAppeals.DecisionAsync(scope, appeal, cancellationToken);

        switch (command.Stage)
        {
            case AppealStage.FirstInstance:
                Assess(command, appeal, decision, scope);
                break;

            case AppealStage.Forward:
                WriteTexts(command.Result, appeal, scope);
                appeal.Forward(operation);
                await CaseDeadlines.SettleAsync(scope, DeadlineKeys.AppealForwarding, null, DeadlineSettlement.Met, null, cancellationToken);
                await file.RunAsync(scope, appeal, decision, cancellationToken);
                break;

            case AppealStage.AppealBody:
                var (outcome, extent) = BodyOutcome(command.Outcome);
                appeal.Decide(outcome, extent, command.Result.Date("decidedOn") ?? operation.Today, command.Result.Text("instructions") ?? command.Result.Text("reasons"), operation);
                await CaseDeadlines.SettleAsync(scope, DeadlineKeys.AppealBodyTime, null, DeadlineSettlement.Met, null, cancellationToken);
                break;

            case AppealStage.Withdraw:
                appeal.Withdraw(operation);
                break;

            default:
                appeal.Lapse(operation);
                break;
        }

        if (appeal.Outcome is { } reached)
        {
            await FollowAsync(reached, appeal, decision, scope, cancellationToken);
        }
    }

    private static void Assess(AdvanceAppeal command, Appeal appeal, Decision? decision, ApplyScope scope)
    {
        var operation = scope.Work.Operation;

        if (command.Result.CompletedBy is { } handler && command.Outcome != "Dismiss")
        {
            appeal.AssignHandler(handler, decision, operation, command.Result.Text("togetherWith"));
        }

        switch (command.Outcome)
        {
            case "Uphold":
                appeal.Uphold(operation);
                WriteTexts(command.Result, appeal, scope);
                break;

            case "ReverseFully":
                appeal.Reverse(AppealExtent.Full, operation);
                break;

            case "ReversePartly":
                appeal.Reverse(AppealExtent.Partly, operation);
                break;

            case "Dismiss":
                appeal.Dismiss(operation);
                break;

            default:
                throw new FormatException("The first instance ends with Uphold, ReverseFully, ReversePartly or Dismiss.");
        }
    }

    /// <summary>The five texts of the forwarding (L-112); an answer without them leaves what was written before.</summary>
    private static void WriteTexts(TaskResult result, Appeal appeal, ApplyScope scope)
    {
        if (result.Text("questions") is null && result.Text("question") is null && result.Text("assessment") is null)
        {
            return;
        }

        var before = appeal.ForwardingTexts;
        appeal.WriteForwarding(
            new ForwardingTexts(
                result.Text("question") ?? result.Text("questions") ?? before?.Question ?? "",
                result.Text("investigation") ?? before?.Investigation ?? "",
                result.Text("sourcesOfLaw") ?? result.Text("legalSources") ?? before?.SourcesOfLaw ?? "",
                result.Text("appellantsArguments") ?? result.Text("arguments") ?? before?.AppellantsArguments ?? "",
                result.Text("assessment") ?? before?.Assessment ?? "",
                result.Texts("legalReferences") is { Count: > 0 } references ? references : before?.LegalReferences ?? [],
                result.Text("internalNote") ?? before?.InternalNote),
            scope.Work.Operation);
    }

    private static (AppealOutcome Outcome, AppealExtent? Extent) BodyOutcome(string? text) => text switch
    {
        "Upheld" => (AppealOutcome.Upheld, null),
        "Changed" or "ChangedFully" => (AppealOutcome.Changed, AppealExtent.Full),
        "ChangedPartly" => (AppealOutcome.Changed, AppealExtent.Partly),
        "AnnulledAndRemitted" => (AppealOutcome.AnnulledAndRemitted, null),
        "Dismissed" or "DismissedByAppealBody" => (AppealOutcome.DismissedByAppealBody, null),
        _ => throw new FormatException("The appeal body ends with Upheld, ChangedFully, ChangedPartly, AnnulledAndRemitted or Dismissed."),
    };

    private static async Task FollowAsync(AppealOutcome outcome, Appeal appeal, Decision? decision, ApplyScope scope, CancellationToken cancellationToken)
    {
        var operation = scope.Work.Operation;

        if (AppealRules.EffectOn(outcome) is { } mark && decision is { State: DecisionState.Notified or DecisionState.Upheld })
        {
            decision.Mark(mark, appeal.Id.Value, operation);
        }

        if (AppealRules.OffersCosts(outcome))
        {
            var rules = scope.RulesOfToday();
            var computed = DeadlineCalendar.Compute(operation.Today, rules.Deadline(DeadlineKeys.CaseCosts));
            await CaseDeadlines.TrackAsync(scope, computed, rules.Key, "notice-arrived", appeal.Id.Value, cancellationToken);
        }
    }
}
