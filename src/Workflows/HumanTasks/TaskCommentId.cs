namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>Identifies a comment on a task.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct TaskCommentId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
