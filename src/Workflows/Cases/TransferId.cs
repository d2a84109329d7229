namespace IndividualPlan.Workflows.Cases;

/// <summary>Identifies one hand-over to another municipality or service (L-109).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct TransferId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
