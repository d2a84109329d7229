using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A step that people do: it opens tasks, reminds and escalates while it waits, and goes on with the answer.</summary>
public abstract class HumanStep : DomainActivity
{
    internal const string TaskTag = "task:";

    private protected HumanStep(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <summary>What the step has when the drawing leaves an input out.</summary>
    private protected abstract StepDefaults Defaults { get; }

    /// <summary>The inputs of every human step, with this step's defaults.</summary>
    private protected IReadOnlyList<InputInfo> StepInputs => [.. MainInputs, .. FollowUpInputs];

    /// <summary>What is to be done, by whom and when.</summary>
    private protected IReadOnlyList<InputInfo> MainInputs =>
    [
        new("title", InputKind.Text, Defaults.Title is null, Default: Defaults.Title)
        {
            Label = new("Hva skal gjøres", "Kva skal gjerast", "What is to be done"),
            Help = new("Står i oppgavelisten, for eksempel «Ring fastlegen».", "Står i oppgåvelista, til dømes «Ring fastlegen».", "Shown in the task list, for example “Call the GP”."),
        },
        new("role", InputKind.Role, Defaults.Role is null, Default: Defaults.Role)
        {
            Label = new("Hvem skal gjøre det", "Kven skal gjere det", "Who is to do it"),
            Help = new("Rollen som kan ta oppgaven.", "Rolla som kan ta oppgåva.", "The role that may take the task."),
        },
        new("assignTo", InputKind.Choice, Choices: Choices.Assignments, Default: nameof(TaskAssignment.None))
        {
            Label = new("Gis direkte til", "Blir gitt direkte til", "Put directly on"),
        },
        ToolboxInputs.Length("dueIn", new("Skal være gjort innen", "Skal vere gjort innan", "Due in"), Defaults.DueIn),
        new("guidance", InputKind.LongText)
        {
            Label = new("Veiledning", "Rettleiing", "Guidance"),
            Help = new("Hvorfor og hvordan. Vises i oppgaven.", "Kvifor og korleis. Blir vist i oppgåva.", "Why and how. Shown in the task."),
        },
        new("form", InputKind.Form, Default: Defaults.Form)
        {
            Label = new("Skjema", "Skjema", "Form"),
            Help = new("Det som skal fylles ut.", "Det som skal fyllast ut.", "What is to be filled in."),
        },
    ];

    /// <summary>How the step is followed up while it waits, and the finer points.</summary>
    private protected IReadOnlyList<InputInfo> FollowUpInputs =>
    [
        new("remindBefore", InputKind.Lengths)
        {
            Label = new("Påminnelser før fristen", "Påminningar før fristen", "Reminders before it is due"),
            Help = new("Én per linje, for eksempel «3 dager»; «0 dager» er på selve dagen.", "Éi per linje, til dømes «3 dagar»; «0 dagar» er på sjølve dagen.", "One per line, for example “3 days”; “0 days” is the very day."),
        },
        ToolboxInputs.Length("remindEvery", new("Purres deretter hver", "Blir purra deretter kvar", "Then reminded every")),
        new("remindTo", InputKind.Role)
        {
            Label = new("Påminnelser går til", "Påminningar går til", "Reminders go to"),
            Help = new("La stå tomt for den som har oppgaven.", "Lat stå tomt for den som har oppgåva.", "Leave empty for the one who has the task."),
        },
        ToolboxInputs.Channel("remindBy", new("Påminnelser gis", "Påminningar blir gitt", "Reminders are given")),
        ToolboxInputs.Length("escalateAfter", new("Varsles videre når den er så mye for sen", "Blir varsla vidare når ho er så mykje for sein", "Escalated when late by")),
        new("escalateTo", InputKind.Role, Default: Audit.Roles.OfficeLeader)
        {
            Label = new("Varsles videre til", "Blir varsla vidare til", "Escalated to"),
        },
        ToolboxInputs.Channel("escalateBy", new("Varsles videre", "Blir varsla vidare", "Escalated by")),
        new("deadline", InputKind.Deadline)
        {
            Label = new("Lovbestemt frist", "Lovfesta frist", "Legal deadline"),
            Help = new("Fristen som oppgaven skal sørge for å holde.", "Fristen som oppgåva skal syte for å halde.", "The deadline that the task is there to meet."),
        },
        ToolboxInputs.Day("dueOn", new("Skal være gjort på en bestemt dato", "Skal vere gjort på ein bestemt dato", "Due on a certain date")),
        new("exclude", InputKind.Choice, Choices: Choices.Exclusions, Default: nameof(TaskExclusion.None))
        {
            Label = new("Kan ikke gjøres av", "Kan ikkje gjerast av", "Must not be done by"),
            Help = new("Når to personer må se på det.", "Når to personar må sjå på det.", "When two people must see the matter."),
        },
        new("taskKey", InputKind.Text)
        {
            Label = new("Fast navn i statistikk", "Fast namn i statistikk", "Stable name in statistics"),
            Help = new("Kan stå tomt.", "Kan stå tomt.", "May be left empty."),
        },
        ToolboxInputs.Subject,
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
            subjectId ?? Subject(c))
        {
            GivesCase = c.GetBool("givesCase"),
            PlanSections = [.. c.GetStrings("planSections").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        });
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
                    ? new RemindTask(task.Id, rung.FullName, rung.On) { Role = rung.Role, Channel = rung.Channel }
                    : new EscalateTask(task.Id, rung.FullName, rung.On, rung.Role ?? Audit.Roles.OfficeLeader) { Channel = rung.Channel });
            }
        }
    }

    private static DateOnly? DueOn(string? deadline, DeadlineFact? fact) =>
        deadline == DeadlineKeys.PreliminaryReply ? fact?.ActByOn : fact?.EffectiveOn;
}

/// <summary>What a human step has when the drawing leaves an input out.</summary>
internal sealed record StepDefaults(string? Title, string? Role, string Form, string? DueIn = null);
