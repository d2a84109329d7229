namespace IndividualPlan.Workflows.Plans;

/// <summary>Identifies one version of a cooperation agreement in a case (L-81).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct AgreementId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
