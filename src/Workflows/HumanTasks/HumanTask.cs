using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>Work for a person (oppgave) that a workflow waits for. Completing it lets the workflow go on.</summary>
public sealed partial class HumanTask
{
    /// <summary>Parts the ids of excluded users; no user id holds it.</summary>
    private const char Mark = '\n';

    private HumanTask()
    {
    }

    /// <summary>Id.</summary>
    public HumanTaskId Id { get; private set; }

    /// <summary>The workflow that waits for it.</summary>
    public WorkflowInstanceId InstanceId { get; private set; }

    /// <summary>Which of the instance's waits it answers.</summary>
    public int WaitId { get; private set; }

    /// <summary>The case, or null for work outside cases.</summary>
    public CaseId? CaseId { get; private set; }

    /// <summary>Key of the step.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What is to be done.</summary>
    public string Title { get; private set; } = "";

    /// <summary>How and why, or null.</summary>
    public string? Guidance { get; private set; }

    /// <summary>Role of those who may do it, or null.</summary>
    public string? Role { get; private set; }

    /// <summary>User id of the one who has it, or null.</summary>
    public string? Assignee { get; private set; }

    /// <summary>Those who may not do it (four eyes), each between marks, so that a query can ask for one: <see cref="MarkOf"/>. Null for nobody.</summary>
    public string? ExcludedUsers { get; private set; }

    /// <summary>User ids of those who may not do it.</summary>
    public IReadOnlyList<string> ExcludedUserIds => ExcludedUsers?.Split(Mark, StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Where it stands.</summary>
    public HumanTaskState State { get; private set; }

    /// <summary>When it should be done, or null.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The last day the law allows, or null.</summary>
    public DateOnly? LegalDeadlineOn { get; private set; }

    /// <summary>How urgent it is, for sorting; see <see cref="TaskUrgency"/>.</summary>
    public string Urgency { get; private set; } = "";

    /// <summary>When the one who has it wants to look at it again, or null. A note of one's own: it changes neither the due date nor the legal deadline.</summary>
    public DateOnly? FollowUpOn { get; private set; }

    /// <summary>The first day on which it is back after having been put aside; null when it is not put aside.</summary>
    public DateOnly? HoldUntil { get; private set; }

    /// <summary>Key of its form.</summary>
    public string FormKey { get; private set; } = "";

    /// <summary>Whether a case that nobody has goes to the case manager who takes or completes the task.</summary>
    public bool GivesCase { get; private set; }

    /// <summary>Letters of the plan's content points that are worked on in it (L-77); empty for none.</summary>
    public IReadOnlyList<string> PlanSections { get; private set; } = [];

    /// <summary>The ways to complete it.</summary>
    public IReadOnlyList<TaskOutcome> Outcomes { get; private set; } = [];

    /// <summary>Id of what it is about inside the case, or null.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>Number of reminders sent so far.</summary>
    public int RemindersSent { get; private set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>User id of the one who completed it, or null.</summary>
    public string? CompletedBy { get; private set; }

    /// <summary>When it was completed or cancelled, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The client's id of the completion; the same id again is the same completion.</summary>
    public string? CompletionOperationId { get; private set; }

    /// <summary>The outcome chosen, or null.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The form values given, or null.</summary>
    public JsonObject? Values { get; private set; }

    /// <summary>Why it was cancelled, or null.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>True until completed or cancelled.</summary>
    public bool IsOpen => State is HumanTaskState.Open or HumanTaskState.Claimed or HumanTaskState.OnHold;

    /// <summary>Where it stands on a day: a task that was put aside is back on the day it was put aside until, without anything having to happen.</summary>
    public HumanTaskState StateOn(DateOnly today) =>
        State == HumanTaskState.OnHold && HoldUntil <= today ? HumanTaskState.Claimed : State;

    /// <summary>Whether a date that it should have met has passed: the legal deadline or the due date. That it is put aside changes nothing (L-111).</summary>
    public bool IsOverdueOn(DateOnly today) => IsOpen && (LegalDeadlineOn < today || DueOn < today);

    /// <summary>Opens a task; with an assignee it starts as claimed. Records <c>task-opened</c>.</summary>
    /// <exception cref="ArgumentException">It has no outcome, or neither role nor assignee, or a text is too long.</exception>
    public static HumanTask Open(
        HumanTaskId id, WorkflowInstanceId instanceId, int waitId, CaseId? caseId, TaskDescription description, Operation operation)
    {
        if (description.Outcomes.Count == 0)
        {
            throw new ArgumentException("A task needs at least one outcome.", nameof(description));
        }

        if (description.Role is null && description.Assignee is null)
        {
            throw new ArgumentException("A task needs a role or an assignee.", nameof(description));
        }

        var task = new HumanTask
        {
            Id = id,
            InstanceId = instanceId,
            WaitId = waitId,
            CaseId = caseId,
            Key = TextLimits.Require(description.Key, TextLimits.Name, nameof(description)),
            Title = TextLimits.Require(description.Title, TextLimits.Name, nameof(description)),
            Guidance = TextLimits.Bound(description.Guidance, TextLimits.Text, nameof(description)),
            Role = TextLimits.Bound(description.Role, TextLimits.Code, nameof(description)),
            Assignee = TextLimits.Bound(description.Assignee, TextLimits.UserId, nameof(description)),
            ExcludedUsers = Join(description.ExcludedUserIds),
            State = description.Assignee is null ? HumanTaskState.Open : HumanTaskState.Claimed,
            DueOn = description.DueOn,
            LegalDeadlineOn = description.LegalDeadlineOn,
            Urgency = TaskUrgency.Of(description.LegalDeadlineOn, description.DueOn),
            FormKey = TextLimits.Require(description.FormKey, TextLimits.Code, nameof(description)),
            GivesCase = description.GivesCase,
            PlanSections = [.. description.PlanSections],
            Outcomes = [.. description.Outcomes],
            SubjectId = description.SubjectId,
            OpenedAt = operation.Now,
        };
        task.Record("task-opened", operation, ("role", task.Role), ("assignee", task.Assignee), ("dueOn", task.DueOn), ("legalDeadlineOn", task.LegalDeadlineOn), ("form", task.FormKey));
        return task;
    }

    /// <summary>Completes the task; records <c>task-completed</c>. The values must have passed <see cref="FormValidation"/>.</summary>
    /// <param name="operationId">The client's id of this completion; the same id again is success and does nothing.</param>
    /// <param name="outcome">One of <see cref="Outcomes"/>.</param>
    /// <param name="values">Form values; copied.</param>
    /// <param name="operation">Who, why, when.</param>
    public TaskAnswer Complete(string operationId, string outcome, JsonObject values, Operation operation)
    {
        if (State == HumanTaskState.Completed && operationId == CompletionOperationId)
        {
            return new TaskAnswer.Repeated();
        }

        if (Refusal(operation.Actor) is { } refusal)
        {
            return refusal;
        }

        if (Outcomes.All(known => known.Value != outcome))
        {
            return new TaskAnswer.UnknownOutcome([.. Outcomes.Select(known => known.Value)]);
        }

        var id = TextLimits.Require(operationId, TextLimits.UserId, nameof(operationId));
        State = Next(HumanTaskOperation.Complete);
        Assignee ??= operation.Actor.UserId;
        (FollowUpOn, HoldUntil) = (null, null);
        (CompletedBy, EndedAt, CompletionOperationId, Outcome) = (operation.Actor.UserId, operation.Now, id, outcome);
        Values = (JsonObject)values.DeepClone();
        Record("task-completed", operation, ("outcome", outcome), ("completedBy", CompletedBy));
        return new TaskAnswer.Done();
    }

    /// <summary>Calls the task off; records <c>task-cancelled</c>.</summary>
    /// <param name="reason">Code or sentence without personal data, for example <c>Deceased</c>.</param>
    /// <param name="operation">Who, why, when.</param>
    public TaskAnswer Cancel(string reason, Operation operation)
    {
        if (State == HumanTaskState.Cancelled)
        {
            return new TaskAnswer.Repeated();
        }

        if (Ended() is { } ended)
        {
            return ended;
        }

        var bounded = TextLimits.Bound(reason, TextLimits.Name, nameof(reason));
        return Move(HumanTaskOperation.Cancel, "task-cancelled", operation, () => (CancelReason, EndedAt, HoldUntil) = (bounded, operation.Now, null), ("reason", bounded));
    }

    /// <summary>Counts a reminder; records <c>task-reminder-sent</c> with its number. On an ended task nothing happens.</summary>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="rung">Which rung of the ladder it is, such as <c>before:P14D</c>; null when it stands alone.</param>
    /// <returns>False when the task has ended, so that nothing is to be sent.</returns>
    public bool CountReminder(Operation operation, string? rung = null)
    {
        if (!IsOpen)
        {
            return false;
        }

        RemindersSent++;
        Record("task-reminder-sent", operation, ("number", RemindersSent), ("rung", rung));
        return true;
    }

    /// <summary>Moves the date on which it should be done; records <c>task-due-date-changed</c>. The legal deadline cannot be moved.</summary>
    public void ChangeDueDate(DateOnly? dueOn, Operation operation)
    {
        if (dueOn != DueOn)
        {
            var before = DueOn;
            DueOn = dueOn;
            Urgency = TaskUrgency.Of(LegalDeadlineOn, DueOn);
            Record("task-due-date-changed", operation, ("dueOn", dueOn), ("before", before));
        }
    }

    /// <summary>How a user stands in <see cref="ExcludedUsers"/>.</summary>
    public static string MarkOf(string userId) => Mark + userId + Mark;

    /// <summary>Whether the user may not do it.</summary>
    public bool IsExcluded(string userId) => ExcludedUsers?.Contains(MarkOf(userId), StringComparison.Ordinal) == true;

    /// <summary>Whether the actor may do the task at all, whoever has it now: not excluded, and holding the role or being the assignee. Background work may.</summary>
    public bool MayBeDoneBy(Actor actor) =>
        actor.IsSystem || (!IsExcluded(actor) && (Role is null || actor.HasRole(Role) || actor.UserId == Assignee));

    private TaskAnswer? Refusal(Actor actor) =>
        Ended()
        ?? (IsExcluded(actor) ? new TaskAnswer.ExcludedUser() : null)
        ?? ClaimedByOther(actor)
        ?? (MayBeDoneBy(actor) ? null : new TaskAnswer.RoleDemanded(Role ?? ""));

    /// <summary>Why nothing more can be done with it: completed or called off; null while it is open.</summary>
    public TaskAnswer? Ended() => State switch
    {
        HumanTaskState.Completed => new TaskAnswer.AlreadyCompletedBy(CompletedBy ?? "", EndedAt ?? OpenedAt, Outcome ?? ""),
        HumanTaskState.Cancelled => new TaskAnswer.WasCancelled(CancelReason),
        _ => null,
    };

    private TaskAnswer? ClaimedByOther(Actor actor) =>
        Assignee is { } other && other != actor.UserId && other != actor.OnBehalfOf && !actor.IsSystem ? new TaskAnswer.ClaimedByOther(other) : null;

    /// <summary>Four eyes hold through substitutes as well: neither the excluded user nor someone who acts for that user.</summary>
    private bool IsExcluded(Actor actor) => IsExcluded(actor.UserId) || (actor.OnBehalfOf is { } absent && IsExcluded(absent));

    private static string? Join(IReadOnlyList<string> userIds)
    {
        var joined = userIds.Count == 0 ? null : Mark + string.Join(Mark, userIds.Distinct(StringComparer.Ordinal)) + Mark;
        return joined is { Length: > TextLimits.Text } ? throw new ArgumentException("More users are kept off the task than fit.", nameof(userIds)) : joined;
    }

    private TaskAnswer MoveOrStay(HumanTaskOperation step, string @event, Operation operation, Action change)
    {
        State = Next(step);
        change();
        Record(@event, operation, ("assignee", Assignee), ("until", HoldUntil));
        return new TaskAnswer.Done();
    }

    private TaskAnswer Move(HumanTaskOperation step, string @event, Operation operation, Action change, params (string Name, object? Value)[] details)
    {
        var next = Next(step);
        if (next == State)
        {
            return new TaskAnswer.Repeated();
        }

        State = next;
        change();
        Record(@event, operation, [("assignee", Assignee), .. details]);
        return new TaskAnswer.Done();
    }

    private HumanTaskState Next(HumanTaskOperation step) =>
        HumanTaskTransitions.Table.Next(State, step) ?? throw new HumanTaskTransitionException(Id, State, step);

    private void Record(string @event, Operation operation, params (string Name, object? Value)[] details) =>
        operation.Record(CaseId, @event, [("taskId", Id), ("key", Key), .. details]);
}
