namespace IndividualPlan.Workflows.Plans;

/// <summary>Identifies one report of progress.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct MeasureProgressId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
