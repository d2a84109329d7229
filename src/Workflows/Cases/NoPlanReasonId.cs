namespace IndividualPlan.Workflows.Cases;

/// <summary>Identifies one recorded reason why there is no plan (domain §5.3).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct NoPlanReasonId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
