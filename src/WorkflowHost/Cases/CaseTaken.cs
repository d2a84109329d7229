using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>A case that nobody has goes to the case manager who begins to work on it, where the flow says so. Whoever stands in for another takes no case.</summary>
internal static class CaseTaken
{
    /// <summary>Gives the case to whoever acts, when that is a case manager and the case has none.</summary>
    public static void By(Operation operation, IpCase ipCase)
    {
        if (ipCase is { IsOpen: true, CaseManagerId: null } && operation.Actor.HasRole(Roles.CaseManager) && operation.Actor.OnBehalfOf is null)
        {
            ipCase.AssignCaseManager(operation.Actor.UserId, operation, operation.Actor.Service);
        }
    }

    /// <summary>The same with a task that whoever acts has taken or completed, when it is one that the case goes with.</summary>
    public static async Task WithAsync(HumanTask task, Work work, CancellationToken cancellationToken)
    {
        if (task is { GivesCase: true, CaseId: { } caseId } && task.Assignee == work.Operation.Actor.UserId)
        {
            By(work.Operation, await work.Db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken));
        }
    }
}
