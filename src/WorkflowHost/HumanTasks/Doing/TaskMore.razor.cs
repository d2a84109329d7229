using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>The smaller forms of a task's page.</summary>
public sealed partial class TaskMore : PageComponent
{
    private TaskPageView View => The<TaskPageView>();

    private TaskDetails Task => View.Task;

    private bool IsOwn => View.Standing is TaskStanding.Own;

    private string Kept => View.List.ToKeep();

    private string Seen => View.Version;

    private bool Failed(string act) => View.Sent?.Act == act;

    /// <summary>What was typed into the form that could not be taken.</summary>
    private string? Typed(string act, string name) => Failed(act) ? View.Sent!.Typed.GetValueOrDefault(name) : null;

    /// <summary>What is wrong with it, by the ids of its fields; a no that is about none of them is said at the top of the page.</summary>
    private IReadOnlyDictionary<string, string>? Errors(string act) => Failed(act) && View.Sent!.Refusal.Errors is { Count: > 0 }
        ? View.Sent.Refusal.FieldMessages(Language).ToDictionary(e => TaskActs.IdOf(act, e.Key), e => e.Value, StringComparer.Ordinal)
        : null;
}
