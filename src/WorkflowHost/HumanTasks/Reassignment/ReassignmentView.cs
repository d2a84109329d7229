using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;

namespace IndividualPlan.WorkflowHost.HumanTasks.Reassignment;

/// <summary>What the page shows: whose tasks, then which of them and to whom, then what would happen.</summary>
internal sealed record ReassignmentView
{
    /// <summary>Where the tasks were chosen.</summary>
    public required ReassignmentSource Source { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Colleagues who have open tasks, by user id, with how many; for choosing whose tasks are moved.</summary>
    public IReadOnlyList<Choice> Holders { get; init; } = [];

    /// <summary>The tasks to choose among, the most urgent first.</summary>
    public IReadOnlyList<ListedTask> Tasks { get; init; } = [];

    /// <summary>How many there are in all; more than <see cref="Tasks"/> when they do not all fit in one go.</summary>
    public int Total { get; init; }

    /// <summary>How many of those that were chosen have ended or are out of sight.</summary>
    public int Gone { get; init; }

    /// <summary>Colleagues who can have at least one of the tasks, by user id, with what decides the choice.</summary>
    public IReadOnlyList<Choice> Candidates { get; init; } = [];

    /// <summary>Who is to have them, when that is chosen.</summary>
    public string? Assignee { get; init; }

    /// <summary>What would happen; null until someone is chosen.</summary>
    public Reassigned? Plan { get; init; }

    /// <summary>The reason as it was typed.</summary>
    public string? Reason { get; init; }

    /// <summary>What must be corrected, by field.</summary>
    public IReadOnlyDictionary<string, string>? Errors { get; init; }
}
