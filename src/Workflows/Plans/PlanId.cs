namespace IndividualPlan.Workflows.Plans;

/// <summary>Identifies a plan through all its versions.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct PlanId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
