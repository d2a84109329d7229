namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>What a new task is to be, as the workflow step says.</summary>
/// <param name="Key">Key of the step, stable over versions of the workflow.</param>
/// <param name="Title">What is to be done, short.</param>
/// <param name="Guidance">How and why, or null.</param>
/// <param name="Role">Role of those who may do it; null when an assignee is named.</param>
/// <param name="Assignee">User id of the one who is to do it, or null.</param>
/// <param name="FormKey">Key of the form in the catalogue.</param>
/// <param name="Outcomes">The ways to complete it; at least one.</param>
/// <param name="DueOn">When it should be done, or null.</param>
/// <param name="LegalDeadlineOn">The last day the law allows, or null.</param>
/// <param name="Excluded">User ids of those who may not do it (four eyes); null for nobody.</param>
/// <param name="SubjectId">Id of the decision, appeal, plan or consent it is about, or null.</param>
public sealed record TaskDescription(
    string Key,
    string Title,
    string? Guidance,
    string? Role,
    string? Assignee,
    string FormKey,
    IReadOnlyList<TaskOutcome> Outcomes,
    DateOnly? DueOn = null,
    DateOnly? LegalDeadlineOn = null,
    IReadOnlyList<string>? Excluded = null,
    Guid? SubjectId = null)
{
    /// <summary>Those who may not do it; none when nobody is kept off.</summary>
    public IReadOnlyList<string> ExcludedUserIds => Excluded ?? [];

    /// <summary>Whether a case that nobody has goes to the case manager who takes or completes the task.</summary>
    public bool GivesCase { get; init; }

    /// <summary>Letters of the plan's content points that are worked on in it (L-77); empty for none.</summary>
    public IReadOnlyList<string> PlanSections { get; init; } = [];
}
