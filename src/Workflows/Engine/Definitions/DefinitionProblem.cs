namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Something wrong in a definition, and where.</summary>
/// <param name="NodeId">The activity's path; empty for the definition as a whole.</param>
/// <param name="NodeName">What people read on the drawing; empty for the definition as a whole.</param>
/// <param name="Message">What is wrong and what to do about it, in sentences that name the step; made for the leader who draws.</param>
public sealed record DefinitionProblem(string NodeId, string NodeName, LocalizedText Message)
{
    /// <summary>Whether the problem forbids publishing.</summary>
    public ProblemSeverity Severity { get; init; } = ProblemSeverity.Error;

    /// <summary>What kind of problem it is, for rules that treat kinds apart.</summary>
    public ProblemKind Kind { get; init; }

    /// <summary>Line in the expression, from 1; null when the problem is not in an expression.</summary>
    public int? Line { get; init; }

    /// <summary>Column in the expression, from 1; null when the problem is not in an expression.</summary>
    public int? Column { get; init; }
}

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>The definition cannot be published.</summary>
    Error,

    /// <summary>The definition can be published; someone should look.</summary>
    Warning,
}

/// <summary>What kind of problem it is.</summary>
public enum ProblemKind
{
    /// <summary>Any other.</summary>
    Other,

    /// <summary>The text is no definition.</summary>
    Unreadable,

    /// <summary>The activity type is not known.</summary>
    UnknownActivityType,

    /// <summary>Two activities have the same id, or one has none.</summary>
    DuplicateId,

    /// <summary>A connection begins or ends at an activity that is not there.</summary>
    DanglingConnection,

    /// <summary>An expression cannot be parsed.</summary>
    Expression,

    /// <summary>An activity is filled in wrongly.</summary>
    Setting,

    /// <summary>A join waits for all branches, but one cannot arrive when the others do.</summary>
    JoinNeverComplete,

    /// <summary>A join waits for all branches, but one may not arrive.</summary>
    JoinMayNotComplete,

    /// <summary>Activities go round for ever without waiting.</summary>
    EndlessLoop,

    /// <summary>A connection leads back to where not every way has been.</summary>
    InvalidBackwardConnection,

    /// <summary>One of several outcomes leads nowhere, and nothing marks that the way ends there.</summary>
    UnconnectedPort,

    /// <summary>A connection leaves by an outcome that the activity does not have.</summary>
    UnknownPort,

    /// <summary>Nothing leads to the activity.</summary>
    Unreachable,
}
