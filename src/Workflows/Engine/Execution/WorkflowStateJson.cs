namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>The stored form of a state: compact JSON with short names, nothing written that is default. The same state gives the same bytes.</summary>
public static class WorkflowStateJson
{
    /// <summary>Writes a state.</summary>
    /// <param name="state">The state.</param>
    public static string Write(WorkflowState state) => throw new NotSupportedException();

    /// <summary>Reads a state.</summary>
    /// <param name="json">What <see cref="Write"/> gave.</param>
    public static WorkflowState Read(string json) => throw new NotSupportedException();
}
