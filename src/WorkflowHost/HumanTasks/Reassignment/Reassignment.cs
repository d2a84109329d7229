using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks.Reassignment;

/// <summary>A task that is to have someone else.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Version">The version that was seen; a task that has changed since then is left. Null when that does not matter.</param>
internal sealed record ChosenTask(HumanTaskId TaskId, long? Version = null);

/// <summary>Who is to have which tasks from now on, and why.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Assignee">User id of the one who is to have them.</param>
/// <param name="Reason">Why, for history and for those who lose or get a task.</param>
internal sealed record ReassignmentOrder(IReadOnlyList<ChosenTask> Tasks, string? Assignee, string? Reason);

/// <summary>A task that moves.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="CaseId">Its case, or null.</param>
/// <param name="CaseReference">The case's reference, or null.</param>
/// <param name="From">User id of the one who has had it; null when nobody has.</param>
/// <param name="FromName">Name of that one, or null.</param>
/// <param name="Version">What the task's version is now; what the confirmation of a dry run sends back.</param>
internal sealed record MovingTask(HumanTaskId TaskId, string Title, CaseId? CaseId, string? CaseReference, string? From, string? FromName, long Version);

/// <summary>A task that stays where it is.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Title">What is to be done; null when the caller may not see the task.</param>
/// <param name="CaseReference">The case's reference, or null.</param>
/// <param name="Code">Why, for programs.</param>
/// <param name="Why">Why, for people.</param>
internal sealed record StayingTask(HumanTaskId TaskId, string? Title, string? CaseReference, string Code, LocalizedText Why)
{
    /// <summary>Code of a task that the chosen one has already.</summary>
    public const string AlreadyThere = "already-there";
}

/// <summary>How many open tasks, among those that the caller may see, a colleague has before and after.</summary>
/// <param name="UserId">The colleague.</param>
/// <param name="Name">The colleague's name.</param>
/// <param name="Before">Open tasks before.</param>
/// <param name="After">Open tasks after.</param>
internal sealed record LoadChange(string UserId, string Name, int Before, int After);

/// <summary>What a reassignment did, or would do.</summary>
/// <param name="Assignee">Who is to have the tasks.</param>
/// <param name="AssigneeName">Name of that one.</param>
/// <param name="Moving">Tasks that move.</param>
/// <param name="Staying">Tasks that stay, each with why.</param>
/// <param name="Loads">The colleagues whose number of tasks changes, the new one first.</param>
internal sealed record Reassigned(
    string Assignee, string AssigneeName, IReadOnlyList<MovingTask> Moving, IReadOnlyList<StayingTask> Staying, IReadOnlyList<LoadChange> Loads);

/// <summary>What came of asking for a reassignment.</summary>
internal abstract record ReassignmentOutcome
{
    private ReassignmentOutcome()
    {
    }

    /// <summary>What moves and what stays.</summary>
    public sealed record Done(Reassigned Result) : ReassignmentOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(Refusal Refusal) : ReassignmentOutcome;
}
