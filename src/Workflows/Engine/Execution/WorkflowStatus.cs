namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Whether an instance can still go on.</summary>
public enum WorkflowStatus
{
    /// <summary>It waits for something.</summary>
    Running,

    /// <summary>It has ended, well or badly. A faulted one goes back to Running when its incident is retried.</summary>
    Finished,
}

/// <summary>How an instance runs or has ended, in Elsa's words.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Created, not yet run.</summary>
    Pending,

    /// <summary>In the middle of an advance; never stored.</summary>
    Executing,

    /// <summary>Waiting.</summary>
    Suspended,

    /// <summary>Ended as drawn.</summary>
    Finished,

    /// <summary>Ended by a cancellation.</summary>
    Cancelled,

    /// <summary>Stopped by a failing activity; its incident can be retried.</summary>
    Faulted,
}
