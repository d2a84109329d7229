using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Reminds the one who is to do a task, once for each rung.</summary>
internal sealed class ApplyRemindTask : CommandApplier<RemindTask>
{
    protected override async Task ApplyAsync(RemindTask command, ApplyScope scope, CancellationToken cancellationToken)
    {
        if (await TaskRung.FindAsync(scope, command.WaitId, command.Rung, cancellationToken) is { } task && task.CountReminder(scope.Work.Operation, command.Rung))
        {
            var holder = command.Role is null ? task.Assignee : null;
            TaskRung.Tell(scope, task, NotificationKinds.TaskReminder, command.Rung, command.On, command.Channel, holder is null ? command.Role ?? task.Role : null, holder);
            await TellSubstituteAsync(scope, task, holder, command, cancellationToken);
        }
    }

    /// <summary>A reminder that only someone away gets reminds nobody.</summary>
    private static async Task TellSubstituteAsync(ApplyScope scope, HumanTask task, string? holder, RemindTask command, CancellationToken cancellationToken)
    {
        if (holder is not null && (await Substitutes.OnAsync(scope.Work.Db, scope.Work.Operation.Today, cancellationToken)).WorkerFor(holder) is { } worker && worker != holder)
        {
            TaskRung.Tell(scope, task, NotificationKinds.TaskReminder, command.Rung + ":substitute", command.On, command.Channel, null, worker);
        }
    }
}

/// <summary>Tells someone above that a task is not done, once for each rung.</summary>
internal sealed class ApplyEscalateTask : CommandApplier<EscalateTask>
{
    protected override async Task ApplyAsync(EscalateTask command, ApplyScope scope, CancellationToken cancellationToken)
    {
        if (await TaskRung.FindAsync(scope, command.WaitId, command.Rung, cancellationToken) is { IsOpen: true } task)
        {
            TaskRung.Tell(scope, task, NotificationKinds.TaskEscalated, command.Rung, command.On, command.Channel, command.Role, null);
            scope.Work.Operation.Record(task.CaseId, "task-escalated", ("taskId", task.Id), ("key", task.Key), ("rung", command.Rung), ("role", command.Role), ("dueOn", task.DueOn));
        }
    }
}

/// <summary>One rung of a task's ladder; the notification row is what makes it happen only once.</summary>
internal static class TaskRung
{
    /// <summary>The task, when the rung is still to happen.</summary>
    public static async Task<HumanTask?> FindAsync(ApplyScope scope, int waitId, string rung, CancellationToken cancellationToken)
    {
        var instanceId = scope.Instance.Id;
        var task = await scope.Work.Db.HumanTasks.FirstOrDefaultAsync(t => t.InstanceId == instanceId && t.WaitId == waitId, cancellationToken);
        var subjectId = task?.Id.Value;
        return task is null || await scope.Work.Db.Notifications.AnyAsync(n => n.SubjectId == subjectId && n.Rung == rung, cancellationToken) ? null : task;
    }

    public static void Tell(ApplyScope scope, HumanTask task, string kind, string rung, DateOnly on, RungChannel channel, string? role, string? userId) =>
        scope.Work.Notify(new NotificationRow
        {
            CaseId = task.CaseId,
            SubjectId = task.Id.Value,
            Rung = rung,
            Kind = kind,
            Role = role,
            UserId = userId,
            Text = task.Title,
            Channel = channel,
        }.PlannedFor(on, scope.Work.Operation.Today));
}
