namespace IndividualPlan.Workflows.Cases;

/// <summary>Identifies one recorded instrument that coordinates services for a person (domain §5.5).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct CoordinationId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
