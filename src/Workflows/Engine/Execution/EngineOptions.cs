namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Limits of the engine. A change applies to running instances from their next advance.</summary>
public sealed record EngineOptions
{
    /// <summary>How many activities one advance may run before the flow is held to loop and stops with an incident.</summary>
    /// <value>10,000.</value>
    public int MaxStepsPerAdvance { get; init; } = 10_000;

    /// <summary>How many statements one JavaScript expression may execute.</summary>
    /// <value>100,000.</value>
    public int MaxScriptStatements { get; init; } = 100_000;

    /// <summary>How deep JavaScript calls may nest.</summary>
    /// <value>100.</value>
    public int MaxScriptRecursion { get; init; } = 100;

    /// <summary>How many bytes one JavaScript expression may use, what it throws away included; looked at in every round of a loop and every call.</summary>
    /// <value>256 MB.</value>
    public long MaxScriptMemoryBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How long one JavaScript expression may take. Far beyond what the statement limit allows, so that it does not decide in practice.</summary>
    /// <value>10 seconds.</value>
    public TimeSpan MaxScriptTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one use of a regular expression may take.</summary>
    /// <value>1 second.</value>
    public TimeSpan MaxScriptMatchTime { get; init; } = TimeSpan.FromSeconds(1);
}
