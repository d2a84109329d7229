namespace IndividualPlan.Workflows.Appeals;

/// <summary>Identifies an appeal (klage).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct AppealId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
