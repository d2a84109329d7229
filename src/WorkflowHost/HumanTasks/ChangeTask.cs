using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>A change that a user asks for, from our API or from a page.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="User">Who asks.</param>
/// <param name="Reason">Why, in the user's words; null when none were given.</param>
/// <param name="Fits">Whether a version is the one that the user saw; null when that does not matter.</param>
internal sealed record TaskCall(HumanTaskId TaskId, CurrentUser User, string? Reason, Func<long, bool>? Fits = null)
{
    public string ReasonOr(string unless) => string.IsNullOrWhiteSpace(Reason) ? unless : Reason.Trim();
}

/// <summary>What came of it: the task as it is now, or a no in words.</summary>
internal abstract record TaskChange
{
    private TaskChange()
    {
    }

    public sealed record Done(HumanTask Task, TaskView View) : TaskChange;

    public sealed record Refused(Refusal Refusal) : TaskChange;
}

/// <summary>What people do with one task: take it, give it back, hand it on, put it aside, note when to see it again, complete it. Doing the same twice does it once.</summary>
internal sealed class ChangeTask(IpDbContext db, TaskAccess access, TaskRefusals refusals, HandTask hand, CompleteTask completion, UserDirectory users, TimeProvider clock)
{
    private static readonly LocalizedText PastDay = new(
        "Velg en dag som ikke har vært ennå.", "Vel ein dag som ikkje har vore enno.", "Choose a day that is still to come.");

    /// <summary>Takes the task. One that a colleague has is taken over only when that is said, and why; the colleague is told.</summary>
    public async Task<TaskChange> ClaimAsync(TaskCall call, bool takeOver, CancellationToken cancellationToken)
    {
        var (task, refusal) = await FindAsync(call, isOwnAct: true, cancellationToken);
        if (task is null)
        {
            return new TaskChange.Refused(refusal!);
        }

        var isHeld = task.IsOpen && task.Assignee is { } holder && holder != call.User.UserId;
        return takeOver && isHeld && string.IsNullOrWhiteSpace(call.Reason)
            ? Field("reason", Messages.Required)
            : await DoneAsync(call, await hand.ClaimAsync(call.TaskId, takeOver, call.User.Actor, call.ReasonOr("Tok oppgaven."), cancellationToken), cancellationToken);
    }

    /// <summary>Gives the task back to those with the role.</summary>
    public Task<TaskChange> ReleaseAsync(TaskCall call, CancellationToken cancellationToken) =>
        OwnAsync(call, c => hand.ReleaseAsync(c.TaskId, c.User.Actor, c.ReasonOr("La oppgaven tilbake."), cancellationToken), cancellationToken);

    /// <summary>Hands the task to a colleague, for a reason. Those who lead hand on any task, others what they have themselves.</summary>
    public async Task<TaskChange> AssignAsync(TaskCall call, string? assignee, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require(assignee, "assignee");
        errors.AtMost(assignee, TextLimits.UserId, "assignee");
        errors.Require(call.Reason, "reason");
        if (errors.Any)
        {
            return new TaskChange.Refused(errors.ToRefusal());
        }

        var (task, refusal) = await FindAsync(call, isOwnAct: false, cancellationToken);
        if (task is null)
        {
            return new TaskChange.Refused(refusal!);
        }

        return TaskAccess.Assigns(call.User) || task.Assignee == call.User.UserId
            ? await DoneAsync(call, await hand.AssignAsync(call.TaskId, assignee!.Trim(), call.User.Actor, call.ReasonOr(""), cancellationToken), cancellationToken)
            : new TaskChange.Refused(Refusal.Forbidden());
    }

    /// <summary>Puts the task aside until a day, on which it is back by itself.</summary>
    public async Task<TaskChange> HoldAsync(TaskCall call, DateOnly? until, CancellationToken cancellationToken) =>
        until is not { } day ? Field("until", Messages.Required)
        : day <= Today ? Field("until", PastDay)
        : await OwnAsync(call, c => hand.HoldAsync(c.TaskId, day, c.User.Actor, c.ReasonOr("La oppgaven til side."), cancellationToken), cancellationToken);

    /// <summary>Takes a task up again before the day it was put aside until.</summary>
    public Task<TaskChange> ResumeAsync(TaskCall call, CancellationToken cancellationToken) =>
        OwnAsync(call, c => hand.ResumeAsync(c.TaskId, c.User.Actor, c.ReasonOr("Tok opp igjen oppgaven."), cancellationToken), cancellationToken);

    /// <summary>Notes when the user wants to see the task again; null removes the note. No other date moves.</summary>
    public async Task<TaskChange> FollowUpAsync(TaskCall call, DateOnly? on, CancellationToken cancellationToken) =>
        on < Today ? Field("followUpOn", PastDay)
        : await OwnAsync(call, c => hand.FollowUpAsync(c.TaskId, on, c.User.Actor, c.ReasonOr(on is null ? "Fjernet egen oppfølgingsdato." : "Satte egen oppfølgingsdato."), cancellationToken), cancellationToken);

    /// <summary>Completes the task; the same operation id again is success and does nothing.</summary>
    public async Task<TaskChange> CompleteAsync(TaskCall call, string operationId, string outcome, JsonObject values, CancellationToken cancellationToken)
    {
        var (task, refusal) = await FindAsync(call, isOwnAct: true, cancellationToken);
        if (task is null)
        {
            return new TaskChange.Refused(refusal!);
        }

        var answer = await completion.RunAsync(call.TaskId, operationId, outcome, values, call.User.Actor, call.ReasonOr("Fullførte oppgaven."), cancellationToken);
        return answer is CompleteTask.Outcome.Completed completed
            ? await ViewAsync(completed.Task, cancellationToken)
            : new TaskChange.Refused(refusals.Of(answer, task, call.User.Actor));
    }

    private DateOnly Today => NorwegianTime.DateOf(clock.GetUtcNow());

    private async Task<TaskChange> OwnAsync(TaskCall call, Func<TaskCall, Task<HandTaskOutcome>> actAsync, CancellationToken cancellationToken) =>
        await FindAsync(call, isOwnAct: true, cancellationToken) is (_, { } refusal)
            ? new TaskChange.Refused(refusal)
            : await DoneAsync(call, await actAsync(call), cancellationToken);

    private async Task<TaskChange> DoneAsync(TaskCall call, HandTaskOutcome outcome, CancellationToken cancellationToken) => outcome switch
    {
        HandTaskOutcome.Changed changed => await ViewAsync(changed.Task, cancellationToken),
        HandTaskOutcome.Refused refused => new TaskChange.Refused(refusals.Of(refused.Answer, refused.Task, call.User.Actor)),
        _ => new TaskChange.Refused(Refusal.NotFound()),
    };

    private async Task<(HumanTask? Task, Refusal? Refusal)> FindAsync(TaskCall call, bool isOwnAct, CancellationToken cancellationToken)
    {
        if (await db.HumanTasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == call.TaskId, cancellationToken) is not { } task)
        {
            return (null, Refusal.NotFound());
        }

        var mayAct = isOwnAct
            ? await access.MayWorkOnAsync(call.User, task, cancellationToken)
            : await access.VisibleTo(call.User).AnyAsync(t => t.Id == call.TaskId, cancellationToken);
        return !mayAct ? (null, TaskRefusals.Foreign())
            : call.Fits?.Invoke(task.Version) is false ? (null, Refusal.Stale())
            : (task, null);
    }

    private async Task<TaskChange> ViewAsync(HumanTask task, CancellationToken cancellationToken) =>
        new TaskChange.Done(task, new TaskView(task, await access.ReferenceAsync(task.CaseId, cancellationToken), Today, users));

    private static TaskChange.Refused Field(string field, LocalizedText message) => new(Refusal.OfField(field, message));
}
