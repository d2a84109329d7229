namespace IndividualPlan.Workflows.Decisions;

/// <summary>Identifies a decision (vedtak or written answer).</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct DecisionId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
