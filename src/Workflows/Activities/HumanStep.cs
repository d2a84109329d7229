using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A step that people do: it opens tasks, reminds and escalates while it waits, and goes on with the answer.</summary>
public abstract class HumanStep : DomainActivity
{
    private const string TaskTag = "task:";

    private protected HumanStep(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <summary>What the step has when the drawing leaves an input out.</summary>
    private protected abstract StepDefaults Defaults { get; }

    /// <summary>The inputs of every human step, with this step's defaults.</summary>
    private protected IReadOnlyList<InputInfo> StepInputs =>
    [
        new("title", InputKind.Text, Defaults.Title is null, Default: Defaults.Title),
        new("guidance", InputKind.LongText),
        new("role", InputKind.Role, Defaults.Role is null, Default: Defaults.Role),
        new("assignTo", InputKind.Choice, Choices: Enum.GetNames<TaskAssignment>(), Default: nameof(TaskAssignment.None)),
        new("exclude", InputKind.Choice, Choices: Enum.GetNames<TaskExclusion>(), Default: nameof(TaskExclusion.None)),
        new("form", InputKind.Form, Default: Defaults.Form),
        new("taskKey", InputKind.Text),
        new("dueIn", InputKind.Length, Default: Defaults.DueIn),
        new("dueOn", InputKind.Expression),
        new("deadline", InputKind.Deadline),
        new("remindBefore", InputKind.Lengths),
        new("remindEvery", InputKind.Length),
        new("escalateAfter", InputKind.Length),
        new("escalateTo", InputKind.Role, Default: Audit.Roles.OfficeLeader),
        new("subject", InputKind.Expression),
    ];

    /// <summary>Opens one task with its ladder.</summary>
    /// <param name="c">The execution.</param>
    /// <param name="key">Tells the step's tasks apart; part of the waits' tags.</param>
    /// <param name="outcomes">What can be answered.</param>
    /// <param name="assigneeId">A user to put it on.</param>
    /// <param name="subjectId">What it is about.</param>
    /// <param name="rungs">The ladder for a due date; null for the one that the inputs describe.</param>
    private protected void Open(
        ActivityContext c, string key, IReadOnlyList<TaskOutcome> outcomes, string? assigneeId = null, string? subjectId = null, Func<DateOnly, IEnumerable<Rung>>? rungs = null)
    {
        var deadline = c.GetText("deadline") is { Length: > 0 } text ? text : null;
        var fact = deadline is null ? null : CaseFactsReader.Of(c).Deadline(deadline, null);
        var dueOn = Date(c, "dueOn") ?? (Length(c, "dueIn") ?? (fact is null ? StepLength.Parse(Defaults.DueIn) : null))?.After(Today(c)) ?? DueOn(deadline, fact);
        var title = c.GetText("title") is { Length: > 0 } written ? written : Defaults.Title;
        var waitId = c.OpenWait(WaitKind.Task, title, tag: TaskTag + key);
        c.Issue(new OpenTask(
            waitId,
            c.GetText("taskKey") is { Length: > 0 } stable ? stable : c.Node.Id,
            title ?? throw new ActivityFaultException("The input title is empty."),
            c.GetText("guidance"),
            c.GetText("role") is { Length: > 0 } role ? role : Defaults.Role ?? throw new ActivityFaultException("The input role is empty."),
            Choice(c, "assignTo", TaskAssignment.None),
            assigneeId,
            Choice(c, "exclude", TaskExclusion.None),
            c.GetText("form") is { Length: > 0 } form ? form : Defaults.Form,
            outcomes,
            dueOn,
            fact?.EffectiveOn,
            subjectId ?? Subject(c)));
        if (dueOn is { } due)
        {
            RungLadder.Begin(c, key, (rungs ?? (day => StepLadder.Of(c, deadline, day, Vocabulary.Rules))).Invoke(due));
        }
    }

    private protected sealed override void Continue(ActivityContext c, Wait wait, JsonNode? payload)
    {
        if (RungLadder.Of(c, wait) is { } ladder)
        {
            Climb(c, ladder, wait);
            return;
        }

        var key = wait.Tag?[TaskTag.Length..] ?? "";
        RungLadder.End(c, key);
        Answered(c, key, TaskResult.From(payload), payload);
    }

    /// <summary>A task has been completed.</summary>
    private protected abstract void Answered(ActivityContext c, string key, TaskResult result, JsonNode? payload);

    /// <summary>The ladder says that no answer will come.</summary>
    private protected virtual void GaveUp(ActivityContext c, string key) => throw new ActivityFaultException("Nobody says what happens when no answer comes.");

    /// <summary>An answer that the task does not offer would leave the drawing by no port.</summary>
    private protected static void CheckAnswer(string outcome, IReadOnlyList<TaskOutcome> answers)
    {
        if (answers.All(answer => answer.Value != outcome))
        {
            throw new ActivityFaultException($"The task was answered with '{outcome}', which is none of {string.Join(", ", answers.Select(answer => answer.Value))}.");
        }
    }

    private void Climb(ActivityContext c, RungLadder ladder, Wait wait)
    {
        var task = c.Waits.FirstOrDefault(open => open.Tag == TaskTag + ladder.Key);
        foreach (var rung in ladder.Climb(wait))
        {
            if (rung.Kind == RungKind.GiveUp)
            {
                RungLadder.End(c, ladder.Key);
                GaveUp(c, ladder.Key);
                return;
            }

            if (task is not null)
            {
                c.Issue(rung.Kind == RungKind.Remind
                    ? new RemindTask(task.Id, rung.FullName, rung.On)
                    : new EscalateTask(task.Id, rung.FullName, rung.On, rung.Role ?? Audit.Roles.OfficeLeader));
            }
        }
    }

    private static DateOnly? DueOn(string? deadline, DeadlineFact? fact) =>
        deadline == DeadlineKeys.PreliminaryReply ? fact?.ActByOn : fact?.EffectiveOn;
}

/// <summary>What a human step has when the drawing leaves an input out.</summary>
internal sealed record StepDefaults(string? Title, string? Role, string Form, string? DueIn = null);
