namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Identifies one computed deadline of a case.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct DeadlineId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
