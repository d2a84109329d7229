using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The draft is ready: completes the flow's task of writing the plan with the draft as it stands, so that the plan goes on to approval.</summary>
internal sealed class FinishPlanDraft(IpDbContext db, CaseAccess access, FindPlanRights rights, ReadPlanDocument documents, CompleteTask completion, TaskRefusals refusals)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>The plan has been put forward.</summary>
        public sealed record Finished : Outcome;

        /// <summary>Points without which the plan cannot be approved are missing (L-79); nothing was done.</summary>
        public sealed record Incomplete(IReadOnlyList<ContentGap> Gaps, PlanContent Content, PlanFacts Facts) : Outcome;

        /// <summary>Not this user, or not now.</summary>
        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    public async Task<Outcome> RunAsync(CurrentUser user, CaseId caseId, string operationId, CallReason reason, CancellationToken cancellationToken)
    {
        if (await access.MayActAsync(user, caseId, cancellationToken) is { } stranger)
        {
            return new Outcome.Refused(stranger);
        }

        var ipCase = await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken);
        var right = await rights.RunAsync(user, ipCase, cancellationToken);
        if (!right.IsWriter || right.WhyNotNow is not null)
        {
            return new Outcome.Refused(right.IsWriter ? right.WhyNotNow! : WritePlanDraft.NotYours);
        }

        if (right.DraftTask is not { } task)
        {
            return new Outcome.Refused(new Refusal(ProblemKind.Conflict, new(
                "Arbeidsflyten venter ikke på planen nå. Utkastet er lagret.", "Arbeidsflyten ventar ikkje på planen no. Utkastet er lagra.", "The workflow is not waiting for the plan now. The draft is saved.")));
        }

        var draft = (await documents.DraftAsync(user, new CaseOpening.Opened(ipCase, CaseSight.Whole), cancellationToken))!;
        if (draft.Gaps.Any(gap => gap.IsHard))
        {
            return new Outcome.Incomplete(draft.Gaps, draft.Content, draft.Facts);
        }

        return await completion.RunAsync(task.Id, operationId, task.Outcomes[0].Value, [], user.Actor, reason.Or("Planen er klar for godkjenning."), together: null, cancellationToken) switch
        {
            CompleteTask.Outcome.Completed => new Outcome.Finished(),
            var refused => new Outcome.Refused(refusals.Of(refused, task, user.Actor)),
        };
    }
}
