using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
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
internal sealed class ChangeTask(
    IpDbContext db, TaskAccess access, TaskActors actors, TaskRefusals refusals, HandTask hand, CompleteTask completion, TaskTargets targets, Substitutes substitutes, UserDirectory users,
    WritePlanSections sections, TimeProvider clock)
{
    private static readonly LocalizedText PastDay = new(
        "Velg en dag som ikke har vært ennå.", "Vel ein dag som ikkje har vore enno.", "Choose a day that is still to come.");

    /// <summary>Takes the task. One that a colleague has is taken over only when that is said, and why; the colleague is told.</summary>
    public Task<TaskChange> ClaimAsync(TaskCall call, bool takeOver, CancellationToken cancellationToken) =>
        ActAsync(call, isOwnAct: true, async found =>
        {
            var isHeld = found.Task.IsOpen && found.Task.Assignee is { } holder && holder != call.User.UserId;
            if (takeOver && isHeld && string.IsNullOrWhiteSpace(call.Reason))
            {
                return Field("reason", Messages.Required);
            }

            // A substitute who takes over has the task afterwards in the own name.
            var actor = takeOver ? call.User.Actor : found.Actor;
            return await AnswerAsync(await hand.ClaimAsync(call.TaskId, takeOver, actor, call.ReasonOr("Tok oppgaven."), cancellationToken), actor, cancellationToken);
        }, static (task, operation) => task.Claim(operation), cancellationToken);

    /// <summary>Gives the task back to those with the role.</summary>
    public Task<TaskChange> ReleaseAsync(TaskCall call, CancellationToken cancellationToken) =>
        HandAsync(call, actor => hand.ReleaseAsync(call.TaskId, actor, call.ReasonOr("La oppgaven tilbake."), cancellationToken), static (task, operation) => task.Release(operation), cancellationToken);

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

        return await ActAsync(call, isOwnAct: false, async found =>
        {
            var isOwn = found.Task.Assignee is { } holder && (holder == call.User.UserId || holder == found.Actor.OnBehalfOf);
            if (!isOwn && !TaskAccess.Assigns(call.User))
            {
                return new TaskChange.Refused(Refusal.Forbidden());
            }

            var target = await targets.FindAsync(assignee!.Trim(), [call.TaskId], cancellationToken);
            return target.Problem(found.Task) is { IsField: true } problem
                ? Field("assignee", problem.Text)
                : await AnswerAsync(await hand.AssignAsync(call.TaskId, target.UserId, found.Actor, call.ReasonOr(""), cancellationToken), found.Actor, cancellationToken);
        }, (task, operation) => task.Assign(assignee!.Trim(), operation), cancellationToken);
    }

    /// <summary>Puts the task aside until a day, on which it is back by itself.</summary>
    public async Task<TaskChange> HoldAsync(TaskCall call, DateOnly? until, CancellationToken cancellationToken) =>
        until is not { } day ? Field("until", Messages.Required)
        : day <= substitutes.Today ? Field("until", PastDay)
        : await HandAsync(call, actor => hand.HoldAsync(call.TaskId, day, actor, call.ReasonOr("La oppgaven til side."), cancellationToken), (task, operation) => task.Hold(day, operation), cancellationToken);

    /// <summary>Takes a task up again before the day it was put aside until.</summary>
    public Task<TaskChange> ResumeAsync(TaskCall call, CancellationToken cancellationToken) =>
        HandAsync(call, actor => hand.ResumeAsync(call.TaskId, actor, call.ReasonOr("Tok opp igjen oppgaven."), cancellationToken), static (task, operation) => task.Resume(operation), cancellationToken);

    /// <summary>Notes when the user wants to see the task again; null removes the note. No other date moves.</summary>
    public async Task<TaskChange> FollowUpAsync(TaskCall call, DateOnly? on, CancellationToken cancellationToken) =>
        on < substitutes.Today
            ? Field("followUpOn", PastDay)
            : await HandAsync(
                call, actor => hand.FollowUpAsync(call.TaskId, on, actor, call.ReasonOr(on is null ? "Fjernet egen oppfølgingsdato." : "Satte egen oppfølgingsdato."), cancellationToken),
                (task, operation) => task.FollowUp(on, operation), cancellationToken);

    /// <summary>Completes the task; the same operation id again is success and does nothing.</summary>
    public Task<TaskChange> CompleteAsync(TaskCall call, string operationId, string outcome, JsonObject values, CancellationToken cancellationToken) =>
        ActAsync(call, isOwnAct: true, async found =>
        {
            var together = await sections.PrepareAsync(call.User, found.Task, values, cancellationToken);
            var answer = await completion.RunAsync(call.TaskId, operationId, outcome, values, found.Actor, call.ReasonOr("Fullførte oppgaven."), together, cancellationToken);
            return answer is CompleteTask.Outcome.Completed completed
                ? await ViewAsync(completed.Task, cancellationToken)
                : new TaskChange.Refused(refusals.Of(answer, found.Task, found.Actor));
        }, (task, operation) => task.Complete(operationId, outcome, values, operation), cancellationToken);

    private Task<TaskChange> HandAsync(TaskCall call, Func<Actor, Task<HandTaskOutcome>> handAsync, Func<HumanTask, Operation, TaskAnswer> trial, CancellationToken cancellationToken) =>
        ActAsync(call, isOwnAct: true, async found => await AnswerAsync(await handAsync(found.Actor), found.Actor, cancellationToken), trial, cancellationToken);

    /// <summary>Finds the task, asks whether the user may touch it and has seen its latest version, and in whose name the user acts.</summary>
    /// <param name="call">What is asked for.</param>
    /// <param name="isOwnAct">Whether one must be able to do the task, and not only see it.</param>
    /// <param name="actAsync">Does it.</param>
    /// <param name="trial">The same on a copy, to tell a form that is sent twice, which is harmless, from one that was read before others changed the task.</param>
    /// <param name="cancellationToken">Cancels.</param>
    private async Task<TaskChange> ActAsync(
        TaskCall call, bool isOwnAct, Func<Found, Task<TaskChange>> actAsync, Func<HumanTask, Operation, TaskAnswer> trial, CancellationToken cancellationToken)
    {
        if (await db.HumanTasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == call.TaskId, cancellationToken) is not { } task)
        {
            return new TaskChange.Refused(Refusal.NotFound());
        }

        var mayAct = isOwnAct
            ? await access.MayWorkOnAsync(call.User, task, cancellationToken)
            : await access.VisibleTo(call.User).AnyAsync(t => t.Id == call.TaskId, cancellationToken);
        if (!mayAct)
        {
            return new TaskChange.Refused(TaskRefusals.Foreign());
        }

        var actor = await actors.ActorAsync(call.User, task, cancellationToken);
        var isStale = call.Fits?.Invoke(task.Version) is false;
        return isStale && trial(task, new Operation(actor, call.ReasonOr("Prøver."), clock.GetUtcNow())) is not TaskAnswer.Repeated
            ? new TaskChange.Refused(Refusal.Stale())
            : await actAsync(new Found(task, actor));
    }

    private async Task<TaskChange> AnswerAsync(HandTaskOutcome outcome, Actor actor, CancellationToken cancellationToken) => outcome switch
    {
        HandTaskOutcome.Changed changed => await ViewAsync(changed.Task, cancellationToken),
        HandTaskOutcome.Refused refused => new TaskChange.Refused(refusals.Of(refused.Answer, refused.Task, actor)),
        _ => new TaskChange.Refused(Refusal.NotFound()),
    };

    private async Task<TaskChange> ViewAsync(HumanTask task, CancellationToken cancellationToken) =>
        new TaskChange.Done(task, new TaskView(task, await access.ReferenceAsync(task.CaseId, cancellationToken), substitutes.Today, users));

    private static TaskChange.Refused Field(string field, LocalizedText message) => new(Refusal.OfField(field, message));

    private sealed record Found(HumanTask Task, Actor Actor);
}
