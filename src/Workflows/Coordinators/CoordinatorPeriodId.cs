namespace IndividualPlan.Workflows.Coordinators;

/// <summary>Identifies one period of a coordinator (L-70).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct CoordinatorPeriodId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
