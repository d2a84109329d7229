using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Whom a task is put on at once.</summary>
public enum TaskAssignment
{
    /// <summary>Nobody: whoever holds the role may take it.</summary>
    None,

    /// <summary>The case manager of the case, when it has one.</summary>
    CaseManager,

    /// <summary>The coordinator of the case, when it has one.</summary>
    Coordinator,
}

/// <summary>Who may not complete a task, so that two people see the matter (domain §6).</summary>
public enum TaskExclusion
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>Who drafted the decision that the task is about.</summary>
    DecisionDrafter,

    /// <summary>Who drafted the decision that is appealed.</summary>
    DecisionCaseworker,
}

/// <summary>Someone must do something: a task row that stands behind a wait. When the wait is gone the task is cancelled.</summary>
/// <param name="WaitId">The wait that the task's completion resumes.</param>
/// <param name="TaskKey">Stable key of the step.</param>
/// <param name="Title">What the task list says.</param>
/// <param name="Guidance">Why and how; null for nothing.</param>
/// <param name="Role">Who may take it.</param>
/// <param name="AssignTo">Whom it is put on at once; looked up when the command is applied.</param>
/// <param name="AssigneeId">A user it is put on at once; wins over <paramref name="AssignTo"/>.</param>
/// <param name="Exclude">Who may not complete it; looked up when the command is applied.</param>
/// <param name="Form">Key of the form.</param>
/// <param name="Outcomes">What can be answered.</param>
/// <param name="DueOn">When it should be done; null for no date.</param>
/// <param name="LegalDeadlineOn">The legal deadline behind it; null for none.</param>
/// <param name="SubjectId">What it is about inside the case; null for the case itself.</param>
public sealed record OpenTask(
    int WaitId,
    string TaskKey,
    string Title,
    string? Guidance,
    string Role,
    TaskAssignment AssignTo,
    string? AssigneeId,
    TaskExclusion Exclude,
    string Form,
    IReadOnlyList<TaskOutcome> Outcomes,
    DateOnly? DueOn,
    DateOnly? LegalDeadlineOn,
    string? SubjectId) : EngineCommand
{
    /// <summary>Whether a case that nobody has goes to the case manager who takes or completes the task.</summary>
    public bool GivesCase { get; init; }

    /// <summary>Letters of the plan's content points that are worked on in it; empty for none.</summary>
    public IReadOnlyList<string> PlanSections { get; init; } = [];
}

/// <summary>The one who is to do a task is reminded.</summary>
/// <param name="WaitId">The task's wait.</param>
/// <param name="Rung">Which reminder; together with the task it is sent once only.</param>
/// <param name="On">The day it belongs to.</param>
public sealed record RemindTask(int WaitId, string Rung, DateOnly On) : EngineCommand
{
    /// <summary>Who is reminded instead of the one who has the task; null for that one.</summary>
    public string? Role { get; init; }

    /// <summary>How they get to know of it.</summary>
    public RungChannel Channel { get; init; }
}

/// <summary>Someone above is told that a task is not done.</summary>
/// <param name="WaitId">The task's wait.</param>
/// <param name="Rung">Which escalation; together with the task it is sent once only.</param>
/// <param name="On">The day it belongs to.</param>
/// <param name="Role">Who is told.</param>
public sealed record EscalateTask(int WaitId, string Rung, DateOnly On, string Role) : EngineCommand
{
    /// <summary>How they get to know of it.</summary>
    public RungChannel Channel { get; init; }
}
