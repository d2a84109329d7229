namespace IndividualPlan.Workflows.Absences;

/// <summary>Identifies a period in which a colleague is away.</summary>
/// <param name="Value">The value; made by the host only.</param>
public readonly record struct AbsenceId(Guid Value)
{
    /// <summary>The bare value, as it stands in URLs and history.</summary>
    public override string ToString() => Value.ToString();
}
