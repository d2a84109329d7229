using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>The page of one task: the form that the flow asks for, and beside it what one needs to decide.</summary>
public sealed partial class TaskPage : PageComponent
{
    private TaskPageView View => The<TaskPageView>();

    private TaskDetails Task => View.Task;

    private string? Person => View.Context.Person is { } person ? $"{person.GivenName} {person.FamilyName}" : null;
}
