using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>What an activity sees of its execution, and all that it can do.</summary>
public sealed class ActivityContext
{
    internal ActivityContext(ActivityExecution execution) => Execution = execution;

    /// <summary>The activity in its definition.</summary>
    public ActivityNode Node => Execution.Node;

    /// <summary>The execution's id, unique in the instance.</summary>
    public int ExecutionId => Execution.Id;

    /// <summary>The instant of the advance.</summary>
    public DateTimeOffset Now => throw new NotSupportedException();

    /// <summary>Facts about the case; read only.</summary>
    public JsonObject Case => throw new NotSupportedException();

    /// <summary>The instance's id; null when the host gave none.</summary>
    public string? InstanceId => throw new NotSupportedException();

    /// <summary>What the instance is tied to; null for nothing.</summary>
    public string? CorrelationId
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Notes that the execution keeps between advances.</summary>
    public JsonObject Local => Execution.Local ??= [];

    /// <summary>The open waits of this execution, oldest first.</summary>
    public IReadOnlyList<Wait> Waits => throw new NotSupportedException();

    internal ActivityExecution Execution { get; }

    /// <summary>Evaluates an input.</summary>
    /// <param name="name">The input's name, camelCase as in the definition.</param>
    /// <returns>The value; null when the input is absent or empty.</returns>
    /// <exception cref="ActivityFaultException">The expression fails; the engine makes it the activity's fault.</exception>
    public JsonNode? GetInput(string name) => throw new NotSupportedException();

    /// <summary>Evaluates an input as text; numbers and booleans are written out.</summary>
    /// <param name="name">The input's name.</param>
    public string? GetText(string name) => throw new NotSupportedException();

    /// <summary>Evaluates an input as a truth value; "True" and "False" as Studio writes them are understood.</summary>
    /// <param name="name">The input's name.</param>
    /// <param name="fallback">The value of an absent input.</param>
    public bool GetBool(string name, bool fallback = false) => throw new NotSupportedException();

    /// <summary>Evaluates an input as a whole number; null when absent.</summary>
    /// <param name="name">The input's name.</param>
    public int? GetInt(string name) => throw new NotSupportedException();

    /// <summary>Evaluates an input as a length of time: <c>d.hh:mm:ss</c>, ISO 8601 (<c>P1M</c> counts calendar months from now); null when absent.</summary>
    /// <param name="name">The input's name.</param>
    public TimeSpan? GetSpan(string name) => throw new NotSupportedException();

    /// <summary>Evaluates an input as a list of texts: a JSON list, or a list in a text as Studio's editors write it; empty when absent.</summary>
    /// <param name="name">The input's name.</param>
    public IReadOnlyList<string> GetStrings(string name) => throw new NotSupportedException();

    /// <summary>Sets an output: remembered as the activity's last, and written to the variable or workflow output that the drawing binds it to.</summary>
    /// <param name="name">The output's name, as in the activity's description (<c>Result</c>).</param>
    /// <param name="value">The value.</param>
    public void SetOutput(string name, JsonNode? value) => throw new NotSupportedException();

    /// <summary>Reads a variable, nearest scope first; null when unknown or empty.</summary>
    /// <param name="name">The variable's name.</param>
    public JsonNode? GetVariable(string name) => throw new NotSupportedException();

    /// <summary>Sets a variable where it is declared, or in the workflow's own scope when it is nowhere.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">The value.</param>
    public void SetVariable(string name, JsonNode? value) => throw new NotSupportedException();

    /// <summary>Opens a wait; the execution stays until it completes.</summary>
    /// <param name="kind">What resumes it.</param>
    /// <param name="name">Task or event name.</param>
    /// <param name="dueAt">When a timer is due.</param>
    /// <param name="tag">Lets the activity tell several waits apart.</param>
    /// <returns>The wait's id.</returns>
    public int OpenWait(WaitKind kind, string? name = null, DateTimeOffset? dueAt = null, string? tag = null) => throw new NotSupportedException();

    /// <summary>Closes a wait of this execution; one that is not open is left alone.</summary>
    /// <param name="waitId">The wait.</param>
    public void CloseWait(int waitId) => throw new NotSupportedException();

    /// <summary>Asks the host to do something, in the transaction of this advance.</summary>
    /// <param name="command">The command; the engine fills in who issued it.</param>
    public void Issue(EngineCommand command) => throw new NotSupportedException();

    /// <summary>Completes the execution; its open waits are closed.</summary>
    /// <param name="outcomes">The ports to leave by; none means <c>Done</c>.</param>
    public void Complete(params string[] outcomes) => throw new NotSupportedException();

    /// <summary>Fails the execution; what follows depends on the workflow's incident strategy.</summary>
    /// <param name="message">Why, for the one who mends it.</param>
    /// <param name="code">A code of the flow's own; null for none.</param>
    public void Fault(string message, string? code = null) => throw new NotSupportedException();
}
