namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>A step that must fail when the operation is run again.</summary>
/// <param name="Advance">Which advance of the operation, counted from 1.</param>
/// <param name="ExecutionId">The activity execution whose command could not be carried out.</param>
/// <param name="Message">Why, for the one who mends it.</param>
internal sealed record AdvanceFault(int Advance, int ExecutionId, string Message);

/// <summary>A command could not be carried out. Caught where the operation is run, which then runs it again with the step as an incident.</summary>
internal sealed class ApplyFailedException(AdvanceFault fault, Exception cause) : Exception("A command could not be carried out.", cause)
{
    public AdvanceFault Fault { get; } = fault;
}
