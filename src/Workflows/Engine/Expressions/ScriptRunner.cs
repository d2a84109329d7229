using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>
/// Runs the scripts of one advance: no access to .NET, limited in statements, recursion and time. One interpreter serves the whole advance;
/// what a script leaves behind in it is swept away, so that each script finds it as new.
/// </summary>
internal sealed class ScriptRunner
{
    private readonly InstanceRun run;
    private ScriptSandbox? sandbox;
    private readonly Dictionary<string, (JsValue Value, string Before)> handedOut = new(StringComparer.Ordinal);

    public ScriptRunner(InstanceRun run) => this.run = run;

    public InstanceRun Instance => run;

    public Jint.Engine Interpreter => Sandbox.Interpreter;

    private ScriptSandbox Sandbox => sandbox ??= ScriptSandbox.Rent(this, run.Engine.Options);

    /// <summary>The activity execution that the script runs for.</summary>
    public ActivityExecution Current { get; private set; } = null!;

    public ScriptOutcomes? Outcomes { get; private set; }

    /// <summary>How many ids the scripts of this advance have asked for.</summary>
    public int IdsMade { get; set; }

    /// <summary>The object that the script sees as <c>variables</c>; null when it does not mention it.</summary>
    private ObjectInstance? Variables { get; set; }

    public JsonNode? Run(ActivityExecution execution, Script script, ScriptOutcomes? outcomes)
    {
        Current = execution;
        Outcomes = outcomes;
        handedOut.Clear();
        Variables = null;

        try
        {
            Sandbox.Prepare(script, run.Surroundings, execution.Id);
            ScriptFunctions.InstallFor(this, Sandbox, script);
            OfferVariables(script);
            Interpreter.Execute(script.Program);
            var result = ScriptValues.FromScript(Interpreter.GetCompletionValue());
            TakeBack();
            Sandbox.Sweep();

            return result;
        }
        catch (Exception e)
        {
            // After a failure the interpreter is in a state that nobody vouches for; the next script gets another.
            sandbox = null;
            throw e switch
            {
                JavaScriptException => new ScriptFaultException(e.Message, e),
                StatementsCountOverflowException or RecursionDepthOverflowException or TimeoutException =>
                    new ScriptFaultException("The script went beyond its limits: " + e.Message, e),
                ActivityFaultException or ScriptFaultException or OutOfMemoryException => Same(e),
                _ => new ScriptFaultException("The script failed: " + e.Message, e),
            };
        }
    }

    /// <summary>The advance is over; the interpreter may serve another.</summary>
    public void Release()
    {
        sandbox?.Return();
        sandbox = null;
    }

    private static Exception Same(Exception e)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e).Throw();

        return e;
    }

    public JsValue GetVariable(string name)
    {
        var value = run.GetVariable(Current, name);

        if (value is not JsonObject)
        {
            return ScriptValues.ToScript(Interpreter, value);
        }

        if (!handedOut.TryGetValue(name, out var known))
        {
            known = (ScriptValues.ToScript(Interpreter, value), value.ToJsonString());
            handedOut[name] = known;
        }

        return known.Value;
    }

    public void SetVariable(string name, JsValue value)
    {
        handedOut.Remove(name);
        run.SetVariable(Current, name, ScriptValues.FromScript(value), convert: false);
        Variables?.Put(name, value, false);
    }

    private void OfferVariables(Script script)
    {
        if (!script.MentionsVariables)
        {
            return;
        }

        Variables = Interpreter.Object.Construct(Arguments.Empty);

        foreach (var name in script.VariableNames)
        {
            if (run.TryGetVariable(Current, name, out var value))
            {
                Variables.Put(name, ScriptValues.ToScript(Interpreter, value), false);
            }
        }

        Interpreter.SetValue("variables", (JsValue)Variables);
    }

    /// <summary>Objects that a script got from a variable are the variable's own in Elsa, so changes to them are kept.</summary>
    private void TakeBack()
    {
        foreach (var (name, (value, before)) in handedOut)
        {
            var now = ScriptValues.FromScript(value);

            if (now?.ToJsonString() != before)
            {
                run.SetVariable(Current, name, now, convert: false);
            }
        }

        if (Variables is null)
        {
            return;
        }

        foreach (var (name, _) in Variables.GetOwnProperties().ToList())
        {
            var now = ScriptValues.FromScript(Variables.Get(name));

            if (now is not null && !JsonNode.DeepEquals(now, run.GetVariable(Current, name)))
            {
                run.SetVariable(Current, name, now, convert: true);
            }
        }
    }
}
