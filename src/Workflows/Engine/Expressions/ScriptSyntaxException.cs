namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>A script cannot be parsed.</summary>
internal sealed class ScriptSyntaxException(string message, int line, int column) : Exception(message)
{
    /// <summary>Line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column, from 1.</summary>
    public int Column { get; } = column;
}
