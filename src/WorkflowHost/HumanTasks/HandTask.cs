using IndividualPlan.WorkflowHost.Execution;
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
    public sealed record Refused(TaskAnswer Answer) : HandTaskOutcome;
}

/// <summary>Changes who has a task, without completing it.</summary>
internal sealed class HandTask(WorkWriter writer, TimeProvider clock)
{
    public Task<HandTaskOutcome> ClaimAsync(HumanTaskId taskId, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, static (task, operation) => task.Claim(operation), cancellationToken);

    public Task<HandTaskOutcome> ReleaseAsync(HumanTaskId taskId, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, static (task, operation) => task.Release(operation), cancellationToken);

    /// <summary>Hands the task to a user; the reason must not be empty.</summary>
    public Task<HandTaskOutcome> AssignAsync(HumanTaskId taskId, string userId, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, (task, operation) => task.Assign(userId, operation), cancellationToken);

    public Task<HandTaskOutcome> HoldAsync(HumanTaskId taskId, DateOnly followUpOn, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, (task, operation) => task.Hold(followUpOn, operation), cancellationToken);

    public Task<HandTaskOutcome> ResumeAsync(HumanTaskId taskId, Actor actor, string reason, CancellationToken cancellationToken) =>
        RunAsync(taskId, actor, reason, static (task, operation) => task.Resume(operation), cancellationToken);

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

                var answer = change(task, work.Operation);
                return answer.IsSuccess ? new HandTaskOutcome.Changed(task) : new HandTaskOutcome.Refused(answer);
            },
            cancellationToken);
}
