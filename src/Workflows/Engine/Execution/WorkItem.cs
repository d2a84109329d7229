namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>An activity that is to run once those scheduled before it have.</summary>
internal sealed record WorkItem(int OwnerId, string NodeKey, string? Tag = null);
