namespace IndividualPlan.Workflows.Consents;

/// <summary>Identifies one consent, given or refused (L-51).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct ConsentId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
