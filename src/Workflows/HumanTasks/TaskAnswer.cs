namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>What came of an operation on a task: done, done before, or refused with the facts that a person needs to understand why.</summary>
public abstract record TaskAnswer
{
    private TaskAnswer()
    {
    }

    /// <summary>True for <see cref="Done"/> and <see cref="Repeated"/>.</summary>
    public bool IsSuccess => this is Done or Repeated;

    /// <summary>The task changed.</summary>
    public sealed record Done : TaskAnswer;

    /// <summary>It was so already; nothing changed.</summary>
    public sealed record Repeated : TaskAnswer;

    /// <summary>Someone has completed the task already.</summary>
    /// <param name="UserId">Who.</param>
    /// <param name="At">When.</param>
    /// <param name="Outcome">With which outcome.</param>
    public sealed record AlreadyCompletedBy(string UserId, DateTimeOffset At, string Outcome) : TaskAnswer;

    /// <summary>The task was called off.</summary>
    /// <param name="Reason">Why, or null.</param>
    public sealed record WasCancelled(string? Reason) : TaskAnswer;

    /// <summary>Another user has it.</summary>
    /// <param name="UserId">Who.</param>
    public sealed record ClaimedByOther(string UserId) : TaskAnswer;

    /// <summary>This user must not do it: whoever did the step before may not do this one (four eyes).</summary>
    public sealed record ExcludedUser : TaskAnswer;

    /// <summary>The user lacks the task's role.</summary>
    /// <param name="Role">The role demanded.</param>
    public sealed record RoleDemanded(string Role) : TaskAnswer;

    /// <summary>The outcome is none of the task's.</summary>
    /// <param name="Allowed">The outcomes it has.</param>
    public sealed record UnknownOutcome(IReadOnlyList<string> Allowed) : TaskAnswer;
}

/// <summary>A way to complete a task; the value names the port that the workflow continues on.</summary>
/// <param name="Value">Stable value.</param>
/// <param name="Label">Text of the button as the workflow's author wrote it.</param>
public sealed record TaskOutcome(string Value, string Label);
