using System.Globalization;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>What came of claiming, releasing, assigning or putting aside a task.</summary>
internal abstract record HandTaskOutcome
{
    private HandTaskOutcome()
    {
    }

    /// <summary>Done, or so already.</summary>
    public sealed record Changed(HumanTask Task) : HandTaskOutcome;

    /// <summary>No such task.</summary>
    public sealed record NotFound : HandTaskOutcome;

    /// <summary>The task or its state says no.</summary>
    public sealed record Refused(HumanTask Task, TaskAnswer Answer) : HandTaskOutcome;
}

/// <summary>Changes who has a task, and when that one sees it again, without completing it. Whoever loses or gets a task by another's act is told.</summary>
internal sealed class HandTask(WorkWriter writer, TimeProvider clock)
{
    /// <summary>Takes the task; from a colleague only when it is to be taken over, and then the reason must not be empty.</summary>
    public Task<HandTaskOutcome> ClaimAsync(HumanTaskId taskId, bool takeOver, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, (task, operation) => takeOver ? task.TakeOver(operation) : task.Claim(operation), cancellationToken);

    public Task<HandTaskOutcome> ReleaseAsync(HumanTaskId taskId, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, static (task, operation) => task.Release(operation), cancellationToken);

    /// <summary>Hands the task to a user; the reason must not be empty.</summary>
    public Task<HandTaskOutcome> AssignAsync(HumanTaskId taskId, string userId, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, (task, operation) => task.Assign(userId, operation), cancellationToken);

    public Task<HandTaskOutcome> HoldAsync(HumanTaskId taskId, DateOnly until, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, (task, operation) => task.Hold(until, operation), cancellationToken);

    public Task<HandTaskOutcome> ResumeAsync(HumanTaskId taskId, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, static (task, operation) => task.Resume(operation), cancellationToken);

    public Task<HandTaskOutcome> FollowUpAsync(HumanTaskId taskId, DateOnly? on, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, (task, operation) => task.FollowUp(on, operation), cancellationToken);

    private Task<HandTaskOutcome> RunAsync(
        HumanTaskId taskId, Actor actor, string reason, Func<HumanTask, Operation, TaskAnswer> change, CancellationToken cancellationToken) =>
        writer.RunAsync<HandTaskOutcome>(
            new Operation(actor, reason, clock.GetUtcNow()),
            async (work, token) =>
            {
                if (await work.Db.HumanTasks.FindAsync([taskId], token) is not { } task)
                {
                    return new HandTaskOutcome.NotFound();
                }

                var before = task.Assignee;
                var answer = change(task, work.Operation);
                TellOfChange(work, task, before);
                if (answer.IsSuccess)
                {
                    await CaseTaken.WithAsync(task, work, token);
                }

                return answer.IsSuccess ? new HandTaskOutcome.Changed(task) : new HandTaskOutcome.Refused(task, answer);
            },
            cancellationToken);

    /// <summary>Tells the one who had the task and the one who has it now, unless they did it themselves.</summary>
    public static void TellOfChange(Work work, HumanTask task, string? before)
    {
        if (task.Assignee == before)
        {
            return;
        }

        foreach (var (userId, kind) in new[] { (before, NotificationKinds.TaskTaken), (task.Assignee, NotificationKinds.TaskGiven) })
        {
            if (userId is not null && userId != work.Operation.Actor.UserId)
            {
                work.Notify(new NotificationRow
                {
                    CaseId = task.CaseId,
                    SubjectId = task.Id.Value,
                    Rung = string.Create(CultureInfo.InvariantCulture, $"{kind}:{task.Version}"),
                    Kind = kind,
                    UserId = userId,
                    Text = task.Title,
                });
            }
        }
    }
}
