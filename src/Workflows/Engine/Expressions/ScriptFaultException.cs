namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>A script threw, or went beyond a limit.</summary>
internal sealed class ScriptFaultException(string message, Exception? cause) : Exception(message, cause);

/// <summary>The outcomes that a RunJavaScript script chose; null while it has chosen none.</summary>
internal sealed class ScriptOutcomes
{
    public IReadOnlyList<string>? Names { get; set; }
}
