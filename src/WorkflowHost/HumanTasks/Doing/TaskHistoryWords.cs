using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>What happened with a task, as sentences.</summary>
internal static class TaskHistoryWords
{
    public static LocalizedText Of(TaskEvent line)
    {
        var text = (line.Event, line.AssigneeName) switch
        {
            ("task-opened", null) => new LocalizedText("Arbeidsflyten åpnet oppgaven.", "Arbeidsflyten opna oppgåva.", "The workflow opened the task."),
            ("task-opened", _) => new("Arbeidsflyten ga oppgaven til {1}.", "Arbeidsflyten gav oppgåva til {1}.", "The workflow gave the task to {1}."),
            ("task-claimed", _) => new("{0} tok oppgaven.", "{0} tok oppgåva.", "{0} took the task."),
            ("task-released", _) => new("{0} la oppgaven tilbake.", "{0} la oppgåva tilbake.", "{0} gave the task back."),
            ("task-assigned", _) => new("{0} ga oppgaven til {1}.", "{0} gav oppgåva til {1}.", "{0} gave the task to {1}."),
            ("task-taken-over", _) => new("{0} tok over oppgaven fra {2}.", "{0} tok over oppgåva frå {2}.", "{0} took over the task from {2}."),
            ("task-put-on-hold", _) => new("{0} la oppgaven på vent.", "{0} la oppgåva på vent.", "{0} put the task on hold."),
            ("task-resumed", _) => new("{0} tok opp igjen oppgaven.", "{0} tok opp att oppgåva.", "{0} took the task up again."),
            ("task-follow-up-changed", _) => new("{0} endret datoen for oppfølging.", "{0} endra datoen for oppfølging.", "{0} changed the follow-up date."),
            ("task-due-date-changed", _) => new("Fristen for oppgaven ble flyttet.", "Fristen for oppgåva vart flytta.", "The task's due date was moved."),
            ("task-commented", _) => new("{0} skrev en kommentar.", "{0} skreiv ein kommentar.", "{0} wrote a comment."),
            ("task-comment-struck", _) => new("{0} strøk en kommentar.", "{0} strauk ein kommentar.", "{0} struck a comment."),
            ("task-file-attached", _) => new("{0} la ved en fil.", "{0} la ved ei fil.", "{0} attached a file."),
            ("task-file-struck", _) => new("{0} strøk et vedlegg.", "{0} strauk eit vedlegg.", "{0} struck an attachment."),
            ("task-reminder-sent", _) => new("En påminnelse ble sendt.", "Ei påminning vart send.", "A reminder was sent."),
            ("task-escalated", _) => new("Lederen fikk beskjed om at oppgaven ikke var gjort.", "Leiaren fekk beskjed om at oppgåva ikkje var gjord.", "The leader was told that the task was not done."),
            ("task-completed", _) => new("{0} gjorde oppgaven ferdig.", "{0} gjorde oppgåva ferdig.", "{0} finished the task."),
            ("task-cancelled", _) => new("Oppgaven ble avlyst.", "Oppgåva vart avlyst.", "The task was called off."),
            _ => new("Oppgaven ble endret.", "Oppgåva vart endra.", "The task was changed."),
        };
        return Messages.Format(text, line.Name, line.AssigneeName, line.BeforeName);
    }
}
