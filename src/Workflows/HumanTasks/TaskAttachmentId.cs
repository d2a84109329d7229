namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>Identifies a file that lies with a task.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct TaskAttachmentId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
