using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Consents;

/// <summary>What follows at once, in the same transaction, when a consent ends (L-55). What people must then do, the flows that hear <c>consent-withdrawn</c> say.</summary>
internal static class EndOfConsent
{
    public static async Task EnterAsync(Work work, ConsentRecord consent, ConsentEnding ending, CancellationToken cancellationToken)
    {
        switch (ending)
        {
            case ConsentEnding.Lapsed:
                consent.LapseIfPast(work.Operation);
                break;
            case ConsentEnding.Replaced:
                consent.Replace(work.Operation);
                break;
            default:
                consent.Withdraw(work.Operation);
                break;
        }

        if (consent.IsInForceAt(work.Operation.Now))
        {
            return;
        }

        await StopWarningsAsync(work, consent, cancellationToken);
        if (ending == ConsentEnding.Replaced)
        {
            // Another consent holds what this one held.
            return;
        }

        // Without a sharing consent the service still takes part, and sees its own measures and nothing else: what it sees is asked of the consents each time.
        if (consent.Type == ConsentType.Plan)
        {
            await EndAccessAsync(work, consent.CaseId, cancellationToken);
            await StopPlanWorkAsync(work, consent.CaseId, cancellationToken);
        }
    }

    /// <summary>Nobody is warned of the end of a consent that has ended (D-18).</summary>
    private static async Task StopWarningsAsync(Work work, ConsentRecord consent, CancellationToken cancellationToken)
    {
        var subject = consent.Id.Value;
        var running = await work.Db.Deadlines.AsTracking()
            .Where(d => d.CaseId == consent.CaseId && d.Key == DeadlineKeys.ConsentEnd && d.SubjectId == subject && d.State == DeadlineState.Running).ToListAsync(cancellationToken);
        running.ForEach(d => d.Stop(work.Operation));
    }

    /// <summary>Removes the participants and calls off what they were asked to do.</summary>
    private static async Task EndAccessAsync(Work work, CaseId caseId, CancellationToken cancellationToken)
    {
        var participants = await work.Db.Set<PlanParticipant>().Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);

        foreach (var participant in participants.Where(p => p.State != ParticipantState.Removed))
        {
            participant.Remove(work.Operation);
        }

        await ParticipantTasks.CancelAsync(work, caseId, participants, cancellationToken);
    }

    /// <summary>Editing stops: a plan before the person goes back, a draft stays as it was. Closing the plan is a step of the closing flow.</summary>
    private static async Task StopPlanWorkAsync(Work work, CaseId caseId, CancellationToken cancellationToken)
    {
        var plan = await work.Db.Set<Plan>().FirstOrDefaultAsync(p => p.CaseId == caseId && p.State == PlanState.AwaitingApproval, cancellationToken);
        plan?.Return(work.Operation);
        work.Operation.Record(caseId, "plan-work-stopped", ("planId", plan?.Id));
    }
}
