namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>What came of resuming, cancelling or retrying an instance.</summary>
internal enum ResumeOutcome
{
    /// <summary>It went on.</summary>
    Resumed,

    /// <summary>There was nothing left to do: someone else was first, or the instance has ended.</summary>
    AlreadyDone,

    /// <summary>No such instance.</summary>
    NotFound,
}
