using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Keeps tasks and the waits that they answer together: for each task wait there is one task, open as long as the wait is.</summary>
internal static class TaskOfWait
{
    private const string DefaultRole = Workflows.Audit.Roles.CaseManager;
    private const string DefaultOutcome = "Done";

    /// <summary>Opens a plain task for a wait that no command opened one for: Elsa's RunTask knows a name and nothing else.</summary>
    public static void OpenUnlessThere(Work work, LiveInstance live, Wait wait)
    {
        if (Tracked(work, live, wait.Id) is not null)
        {
            return;
        }

        var name = string.IsNullOrWhiteSpace(wait.Name) ? wait.ActivityId : wait.Name;
        var description = new TaskDescription(name, name, null, DefaultRole, null, FormCatalogue.GenericDone, [new TaskOutcome(DefaultOutcome, DefaultOutcome)]);
        work.Db.Add(HumanTask.Open(work.Ids.NewHumanTaskId(), live.Row.Id, wait.Id, live.Row.CaseId, description, work.Operation));
    }

    /// <summary>Calls off the task of a wait that is gone. When the task was completed, which is why the wait is gone, nothing happens.</summary>
    public static async Task CancelIfOpenAsync(Work work, LiveInstance live, CloseWait close, CancellationToken cancellationToken)
    {
        var task = Tracked(work, live, close.WaitId)
            ?? await work.Db.HumanTasks.FirstOrDefaultAsync(t => t.InstanceId == live.Row.Id && t.WaitId == close.WaitId, cancellationToken);

        if (task is { IsOpen: true })
        {
            task.Cancel(close.Reason.ToString(), work.Operation);
        }
    }

    private static HumanTask? Tracked(Work work, LiveInstance live, int waitId) =>
        work.Db.ChangeTracker.Entries<HumanTask>().FirstOrDefault(e => e.Entity.InstanceId == live.Row.Id && e.Entity.WaitId == waitId)?.Entity;
}
