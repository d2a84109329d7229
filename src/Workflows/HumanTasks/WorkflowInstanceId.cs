namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>Identifies the running workflow that a task, case step or wait belongs to.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct WorkflowInstanceId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
