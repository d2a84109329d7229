using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>What participants were asked to do, when their access ends.</summary>
internal static class ParticipantTasks
{
    private const string Declined = "Declined";

    /// <summary>Calls off what they were asked to confirm, and lets the flow that waited go on without them; what else they had goes back to its role.</summary>
    public static async Task CancelAsync(Work work, CaseId caseId, IReadOnlyCollection<PlanParticipant> participants, CancellationToken cancellationToken)
    {
        var open = await work.Db.HumanTasks
            .Where(t => t.CaseId == caseId && t.State != HumanTaskState.Completed && t.State != HumanTaskState.Cancelled).ToListAsync(cancellationToken);

        foreach (var task in open)
        {
            if (participants.Any(p => p.Id.Value == task.SubjectId) && task.Outcomes.Any(o => o.Value == Declined))
            {
                task.Cancel("AccessEnded", work.Operation);
                await work.Flows.ResumeAsync(task.InstanceId, task.WaitId, new JsonObject { ["outcome"] = Declined, ["values"] = new JsonObject() }, cancellationToken);
            }
            else if (task.Assignee is not null && participants.Any(p => p.ContactUserId == task.Assignee))
            {
                task.Release(work.Operation);
            }
        }
    }
}
