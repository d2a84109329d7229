using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.HumanTasks.Reassignment;

/// <summary>What the page for moving tasks says in more than one place.</summary>
internal static class ReassignmentWords
{
    public static readonly LocalizedText Title = new("Flytt oppgaver", "Flytt oppgåver", "Move tasks");

    public static readonly LocalizedText ChooseSomeone = new("Velg hvem som skal få oppgavene.", "Vel kven som skal få oppgåvene.", "Choose who is to have the tasks.");

    public static readonly LocalizedText TickSome = new("Merk minst én oppgave som skal flyttes.", "Merk minst éi oppgåve som skal flyttast.", "Tick at least one task to move.");

    public static LocalizedText Tasks(int number) => number == 1
        ? new("1 oppgave", "1 oppgåve", "1 task")
        : Messages.Format(new("{0} oppgaver", "{0} oppgåver", "{0} tasks"), number);

    /// <summary>What came of the confirmation.</summary>
    public static LocalizedText Done(int there, int left, string name)
    {
        var moved = there switch
        {
            0 => new LocalizedText("Ingen oppgaver er flyttet.", "Ingen oppgåver er flytta.", "No tasks are moved."),
            1 => Messages.Format(new("1 oppgave ligger nå hos {0}, som har fått beskjed.", "1 oppgåve ligg no hos {0}, som har fått beskjed.", "1 task is now with {0}, who has been told."), name),
            _ => Messages.Format(new("{1} oppgaver ligger nå hos {0}, som har fått beskjed.", "{1} oppgåver ligg no hos {0}, som har fått beskjed.", "{1} tasks are now with {0}, who has been told."), name, there),
        };
        if (left == 0)
        {
            return moved;
        }

        var rest = left == 1
            ? new LocalizedText("1 ble stående. Se hvorfor nedenfor.", "1 vart ståande. Sjå kvifor nedanfor.", "1 was left. See why below.")
            : Messages.Format(new("{0} ble stående. Se hvorfor nedenfor.", "{0} vart ståande. Sjå kvifor nedanfor.", "{0} were left. See why below."), left);
        return new($"{moved.Nb} {rest.Nb}", $"{moved.Nn} {rest.Nn}", $"{moved.En} {rest.En}");
    }
}
