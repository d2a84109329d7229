namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>The ports by which an activity is left.</summary>
internal sealed record OutcomeSet(IReadOnlyList<string> Names)
{
    /// <summary>The activity said nothing.</summary>
    public static readonly OutcomeSet Default = new(["Done"]);

    /// <summary>The activity is skipped: no port is followed.</summary>
    public static readonly OutcomeSet None = new([]);

    public bool Contains(string port)
    {
        foreach (var name in Names)
        {
            if (name == port)
            {
                return true;
            }
        }

        return false;
    }
}
