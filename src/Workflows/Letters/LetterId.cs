namespace IndividualPlan.Workflows.Letters;

/// <summary>Identifies a letter; also its idempotency key on the way out.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct LetterId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
