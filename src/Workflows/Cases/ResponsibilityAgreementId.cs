namespace IndividualPlan.Workflows.Cases;

/// <summary>Identifies one agreement or ruling on the main responsible service (L-39).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct ResponsibilityAgreementId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
