using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>What pages call tasks and where they stand.</summary>
internal static class TaskWords
{
    public static readonly LocalizedText Tasks = new("Oppgaver", "Oppgåver", "Tasks");

    public static LocalizedText State(TaskView task, string language) => task.State switch
    {
        HumanTaskState.Open => new("Ledig", "Ledig", "Free"),
        HumanTaskState.Claimed => new("Tatt", "Teken", "Taken"),
        HumanTaskState.OnHold when task.HoldUntil is { } until => Messages.Format(new("På vent til {0}", "På vent til {0}", "On hold until {0}"), Dates.Show(until, language)),
        HumanTaskState.OnHold => new("På vent", "På vent", "On hold"),
        HumanTaskState.Completed => new("Ferdig", "Ferdig", "Done"),
        _ => new("Avlyst", "Avlyst", "Called off"),
    };

    /// <summary>Colour of the state's tag.</summary>
    public static string Color(HumanTaskState state) => state switch
    {
        HumanTaskState.Open => "info",
        HumanTaskState.Completed => "success",
        HumanTaskState.OnHold => "warning",
        _ => "neutral",
    };
}
