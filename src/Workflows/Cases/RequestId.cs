namespace IndividualPlan.Workflows.Cases;

/// <summary>Identifies one request or notice of need in a case (L-28).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct RequestId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
