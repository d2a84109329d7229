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

/// <summary>What came of moving an instance to another version.</summary>
/// <param name="Outcome">Resumed when it was moved.</param>
/// <param name="HasRunNothing">Whether the move set nothing going, so that it can be taken back.</param>
internal readonly record struct MoveOutcome(ResumeOutcome Outcome, bool HasRunNothing = false);
