namespace IndividualPlan.Workflows.Cases;

/// <summary>Identifies a case; people see the case's reference instead.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct CaseId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
