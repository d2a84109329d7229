namespace IndividualPlan.Workflows.Cases;

/// <summary>Identifies one record of information given (L-19).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct InformationRecordId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
