namespace IndividualPlan.Workflows.Plans;

/// <summary>Identifies one approved, immutable version of a plan.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct PlanVersionId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
