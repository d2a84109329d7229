using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>What an activity sees of its execution, and all that it can do.</summary>
public sealed class ActivityContext
{
    private static readonly JsonObject NoCase = [];

    internal ActivityContext(InstanceRun run, ActivityExecution execution)
    {
        Run = run;
        Execution = execution;
    }

    /// <summary>The activity in its definition.</summary>
    public ActivityNode Node => Execution.Node;

    /// <summary>The execution's id, unique in the instance.</summary>
    public int ExecutionId => Execution.Id;

    /// <summary>The instant of the advance.</summary>
    public DateTimeOffset Now => Run.Surroundings.Now;

    /// <summary>Facts about the case; read only.</summary>
    public JsonObject Case => Run.Surroundings.Case ?? NoCase;

    /// <summary>The instance's id; null when the host gave none.</summary>
    public string? InstanceId => Run.Surroundings.InstanceId;

    /// <summary>What the instance is tied to; null for nothing.</summary>
    public string? CorrelationId
    {
        get => Run.State.CorrelationId;
        set => Run.State.CorrelationId = value;
    }

    /// <summary>The instance's own name; null when nobody gave it one.</summary>
    public string? InstanceName
    {
        get => Run.State.Name;
        set => Run.State.Name = value;
    }

    /// <summary>Notes that the execution keeps between advances.</summary>
    public JsonObject Local => Execution.Local ??= [];

    /// <summary>The open waits of this execution, oldest first.</summary>
    public IReadOnlyList<Wait> Waits => Run.WaitsOf(Execution);

    /// <summary>Whether this activity is the trigger that started the instance.</summary>
    public bool IsTriggerOfWorkflow => Run.State.TriggerActivityId == Node.Id;

    internal InstanceRun Run { get; }

    internal ActivityExecution Execution { get; }

    /// <summary>Evaluates an input. The value is the same for the whole of one resumption, whatever happens to variables meanwhile.</summary>
    /// <param name="name">The input's name, camelCase as in the definition.</param>
    /// <returns>The value, which must not be changed; null when the input is absent or empty.</returns>
    /// <exception cref="ActivityFaultException">The expression fails; the engine makes it the activity's fault.</exception>
    public JsonNode? GetInput(string name) => Run.GetInput(Execution, name);

    /// <summary>Evaluates an input as text; numbers and booleans are written out.</summary>
    /// <param name="name">The input's name.</param>
    public string? GetText(string name) => ExpressionValues.ToText(GetInput(name));

    /// <summary>Evaluates an input as a truth value; "True" and "False" as Studio writes them are understood.</summary>
    /// <param name="name">The input's name.</param>
    /// <param name="fallback">The value of an absent input.</param>
    public bool GetBool(string name, bool fallback = false) => Node.FindInput(name) is null ? fallback : ExpressionValues.ToBool(GetInput(name));

    /// <summary>Evaluates an input as a whole number; null when absent or empty.</summary>
    /// <param name="name">The input's name.</param>
    public int? GetInt(string name) => ExpressionValues.ToInt(GetInput(name));

    /// <summary>Evaluates an input as a length of time: <c>d.hh:mm:ss</c>, or ISO 8601, in which months and years are counted in the calendar from now; null when absent.</summary>
    /// <param name="name">The input's name.</param>
    public TimeSpan? GetSpan(string name) => Read(name, value => TimeValues.ToSpan(value, Now));

    /// <summary>Evaluates an input as an instant; null when absent. A text without an offset is UTC.</summary>
    /// <param name="name">The input's name.</param>
    public DateTimeOffset? GetInstant(string name) => Read(name, TimeValues.ToInstant);

    /// <summary>Evaluates an input as a list of texts: a JSON list, or a list in a text as Studio's editors write it; empty when absent.</summary>
    /// <param name="name">The input's name.</param>
    public IReadOnlyList<string> GetStrings(string name) => Read(name, ExpressionValues.ToTexts) ?? [];

    /// <summary>Sets an output: remembered as the activity's last, and written to the variable or workflow output that the drawing binds it to.</summary>
    /// <param name="name">The output's name, as in the activity's description (<c>Result</c>).</param>
    /// <param name="value">The value; it must not be changed afterwards.</param>
    public void SetOutput(string name, JsonNode? value) => Run.SetOutput(Execution, name, value);

    /// <summary>Reads a variable, nearest scope first; null when unknown or empty.</summary>
    /// <param name="name">The variable's name.</param>
    public JsonNode? GetVariable(string name) => Run.GetVariable(Execution, name);

    /// <summary>Sets a variable where it is declared, or in the nearest container when it is nowhere.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">The value; it takes the declared type.</param>
    public void SetVariable(string name, JsonNode? value) => Run.SetVariable(Execution, name, value, convert: true);

    /// <summary>Opens a wait; the execution stays until it completes.</summary>
    /// <param name="kind">What resumes it.</param>
    /// <param name="name">Task or event name.</param>
    /// <param name="dueAt">When a timer is due.</param>
    /// <param name="tag">Lets the activity tell several waits apart.</param>
    /// <param name="payload">What the one who is asked needs to know; handed to the host, not kept in the state.</param>
    /// <returns>The wait's id.</returns>
    public int OpenWait(WaitKind kind, string? name = null, DateTimeOffset? dueAt = null, string? tag = null, JsonNode? payload = null) =>
        Run.OpenWait(Execution, kind, name, dueAt, tag, payload);

    /// <summary>Closes a wait of this execution; one that is not open is left alone.</summary>
    /// <param name="waitId">The wait.</param>
    public void CloseWait(int waitId)
    {
        if (Waits.FirstOrDefault(w => w.Id == waitId) is { } wait)
        {
            Run.CloseWait(wait, WaitCloseReason.Canceled);
        }
    }

    /// <summary>Asks the host to do something, in the transaction of this advance.</summary>
    /// <param name="command">The command; the engine fills in who issued it.</param>
    public void Issue(EngineCommand command) =>
        Run.Issue(command with { ExecutionId = ExecutionId, NodeId = Node.NodeId, ActivityId = Node.Id });

    /// <summary>Completes the execution; its open waits are closed.</summary>
    /// <param name="outcomes">The ports to leave by; none means <c>Done</c>.</param>
    public void Complete(params string[] outcomes) =>
        Run.Complete(Execution, outcomes.Length == 0 ? OutcomeSet.Default : new OutcomeSet(outcomes));

    /// <summary>Fails the execution; what follows depends on the workflow's incident strategy. Does not return.</summary>
    /// <param name="message">Why, for the one who mends it.</param>
    /// <param name="code">A code of the flow's own; null for none.</param>
    /// <exception cref="ActivityFaultException">Always; the engine catches it.</exception>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public void Fault(string message, string? code = null) => throw new ActivityFaultException(message) { Code = code };

    internal static string CamelCase(string name) =>
        name.Length == 0 || char.IsLower(name[0]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    internal void Schedule(ActivityNode? child, params KeyValuePair<string, JsonNode?>[] variables) =>
        Run.ScheduleChild(Execution, child, variables.Length == 0 ? null : variables);

    private T Read<T>(string name, Func<JsonNode?, T> convert)
    {
        try
        {
            return convert(GetInput(name));
        }
        catch (FormatException e)
        {
            throw new ActivityFaultException($"Failed to evaluate activity input '{name}': {e.Message}", e);
        }
    }
}
