namespace IndividualPlan.Workflows.Cases;

/// <summary>Identifies a person inside the product; never the national identity number (P-25).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct PersonId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
