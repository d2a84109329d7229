using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Checks a definition before it is published. Running instances are not touched by what it says.</summary>
public static class DefinitionValidator
{
    /// <summary>Finds what is wrong with a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="catalogue">The activity types that the engine knows.</param>
    /// <param name="findDefinition">Finds definitions that are used as activities (definition id, version); null when there are none.</param>
    /// <returns>Errors, which forbid publishing, and warnings.</returns>
    public static IReadOnlyList<DefinitionProblem> Validate(
        WorkflowDefinition definition, ActivityCatalogue catalogue, Func<string, int?, WorkflowDefinition?>? findDefinition = null) =>
        throw new NotSupportedException(definition.Name + catalogue + findDefinition);
}

/// <summary>Something wrong in a definition, and where.</summary>
/// <param name="NodeId">The activity's path; empty for the definition as a whole.</param>
/// <param name="NodeName">What people read on the drawing; empty for the definition as a whole.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record DefinitionProblem(string NodeId, string NodeName, string Message)
{
    /// <summary>Whether the problem forbids publishing.</summary>
    public ProblemSeverity Severity { get; init; } = ProblemSeverity.Error;

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
