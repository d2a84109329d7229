namespace IndividualPlan.Workflows.Plans;

/// <summary>Identifies one participant of a plan (L-83).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct ParticipantId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
