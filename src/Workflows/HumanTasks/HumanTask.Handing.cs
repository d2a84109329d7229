using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.HumanTasks;

/// <content>Who has the task, and when that one wants to see it again.</content>
public sealed partial class HumanTask
{
    /// <summary>Takes the task; records <c>task-claimed</c>. What a colleague has is taken with <see cref="TakeOver"/> only.</summary>
    public TaskAnswer Claim(Operation operation)
    {
        if (Refusal(operation.Actor) is { } refusal)
        {
            return refusal;
        }

        if (State == HumanTaskState.OnHold)
        {
            return Resume(operation);
        }

        return Move(HumanTaskOperation.Claim, "task-claimed", operation, () => Assignee = operation.Actor.UserId);
    }

    /// <summary>Takes the task from the colleague who has it, for the reason in the operation; records <c>task-taken-over</c>. When nobody else has it, it is claimed.</summary>
    /// <exception cref="ArgumentException">A colleague has it, and the operation gives no reason.</exception>
    public TaskAnswer TakeOver(Operation operation)
    {
        var actor = operation.Actor;
        if (ClaimedByOther(actor) is null)
        {
            return Claim(operation);
        }

        if (Ended() is { } ended)
        {
            return ended;
        }

        if (IsExcluded(actor))
        {
            return new TaskAnswer.ExcludedUser();
        }

        // A task without a role was put on one user by name; only those who assign may move it.
        if (Role is null || !actor.HasRole(Role))
        {
            return new TaskAnswer.RoleDemanded(Role ?? "");
        }

        TextLimits.Require(operation.Reason, TextLimits.Text, nameof(operation));
        HandTo(actor.UserId, "task-taken-over", operation);
        return new TaskAnswer.Done();
    }

    /// <summary>Gives the task back to those with the role; records <c>task-released</c>. A task without a role stays with its assignee: the answer is <see cref="TaskAnswer.Repeated"/>.</summary>
    public TaskAnswer Release(Operation operation) =>
        Ended() ?? ClaimedByOther(operation.Actor)
        ?? (Role is null ? new TaskAnswer.Repeated() : Move(HumanTaskOperation.Release, "task-released", operation, () => (Assignee, FollowUpOn, HoldUntil) = (null, null, null)));

    /// <summary>Hands the task to a user for the reason in the operation, also away from another; records <c>task-assigned</c>.</summary>
    /// <param name="userId">The new assignee.</param>
    /// <param name="operation">Who, why, when; the reason is required.</param>
    /// <exception cref="ArgumentException">The operation gives no reason.</exception>
    public TaskAnswer Assign(string userId, Operation operation)
    {
        var assignee = TextLimits.Require(userId, TextLimits.UserId, nameof(userId));
        if (Ended() is { } ended)
        {
            return ended;
        }

        TextLimits.Require(operation.Reason, TextLimits.Text, nameof(operation));
        if (IsExcluded(assignee))
        {
            return new TaskAnswer.ExcludedUser();
        }

        if (State == HumanTaskState.Claimed && assignee == Assignee)
        {
            return new TaskAnswer.Repeated();
        }

        HandTo(assignee, "task-assigned", operation);
        return new TaskAnswer.Done();
    }

    /// <summary>Puts the task aside until a date, on which it is back by itself; the user has it meanwhile. Records <c>task-put-on-hold</c>. Deadlines run on (L-111).</summary>
    /// <param name="until">The first day on which it is back; after today.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is not after today.</exception>
    public TaskAnswer Hold(DateOnly until, Operation operation)
    {
        if (until <= operation.Today)
        {
            throw new ArgumentOutOfRangeException(nameof(until), "A task is put aside until a day that is still to come.");
        }

        return Refusal(operation.Actor)
            ?? (State == HumanTaskState.OnHold && HoldUntil == until
                ? new TaskAnswer.Repeated()
                : MoveOrStay(HumanTaskOperation.Hold, "task-put-on-hold", operation, () => (Assignee, HoldUntil) = (Assignee ?? operation.Actor.UserId, until)));
    }

    /// <summary>Takes the task up again before its date; records <c>task-resumed</c>.</summary>
    public TaskAnswer Resume(Operation operation) =>
        Refusal(operation.Actor)
        ?? (State == HumanTaskState.Open
            ? new TaskAnswer.Repeated()
            : Move(HumanTaskOperation.Resume, "task-resumed", operation, () => HoldUntil = null));

    /// <summary>Notes when to look at it again, or removes the note; records <c>task-follow-up-changed</c>. Neither the due date nor the legal deadline moves.</summary>
    public TaskAnswer FollowUp(DateOnly? on, Operation operation)
    {
        if (Refusal(operation.Actor) is { } refusal)
        {
            return refusal;
        }

        if (on == FollowUpOn)
        {
            return new TaskAnswer.Repeated();
        }

        var before = FollowUpOn;
        FollowUpOn = on;
        Record("task-follow-up-changed", operation, ("followUpOn", on), ("before", before));
        return new TaskAnswer.Done();
    }

    private void HandTo(string userId, string @event, Operation operation)
    {
        var before = Assignee;
        State = Next(HumanTaskOperation.Assign);
        (Assignee, FollowUpOn, HoldUntil) = (userId, null, null);
        Record(@event, operation, ("assignee", userId), ("before", before));
    }
}
