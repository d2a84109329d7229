using System.Globalization;
using IndividualPlan.Workflows.Engine.Execution;
using Jint;
using Jint.Native;
using Jint.Parser;
using Jint.Parser.Ast;
using Jint.Runtime.Interop;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>An interpreter whose globals can be put back to what they were.</summary>
internal sealed class ScriptSandbox
{
    private static readonly Program Additions = new JavaScriptParser().Parse(ScriptAdditions.Text);

    private static readonly Program FixedDate = new JavaScriptParser().Parse(ScriptAdditions.FixedDate);

    private Dictionary<string, JsValue>? globals;

    private bool hasAdditions;

    private bool hasDate;

    public ScriptSandbox(EngineOptions limits) => Interpreter = new Jint.Engine(options => options
        .MaxStatements(limits.MaxScriptStatements)
        .LimitRecursion(limits.MaxScriptRecursion)
        .TimeoutInterval(limits.MaxScriptTime)
        .Culture(CultureInfo.InvariantCulture)
        .LocalTimeZone(TimeZoneInfo.Utc));

    public Jint.Engine Interpreter { get; }

    public void Define(string name, Func<JsValue[], JsValue> function) =>
        Interpreter.Global.FastAddProperty(name, new ClrFunctionInstance(Interpreter, (_, arguments) => function(arguments)), true, false, true);

    /// <summary>Puts in place what the script needs beyond the interpreter's own: newer library functions, the frozen clock, fixed chance, the case.</summary>
    public void Prepare(Script script, Surroundings surroundings, int seed)
    {
        if (!hasAdditions && ScriptAdditions.AreNeededBy(script))
        {
            Interpreter.Execute(Additions);
            hasAdditions = true;
            globals = null;
        }

        if (!hasDate && script.Mentions("Date"))
        {
            Interpreter.SetValue("now", (double)surroundings.Now.ToUnixTimeMilliseconds());
            Interpreter.Execute(FixedDate);
            hasDate = true;
            globals = null;
        }

        globals ??= Interpreter.Global.GetOwnProperties().ToDictionary(static p => p.Key, static p => p.Value.Value ?? JsValue.Undefined);

        if (script.Mentions("random"))
        {
            var next = unchecked((uint)(surroundings.Now.UtcTicks ^ (seed * 2654435761L)));
            Interpreter.Math.FastAddProperty(
                "random",
                new ClrFunctionInstance(Interpreter, (_, _) => (next = unchecked((next * 1664525u) + 1013904223u)) / 4294967296.0),
                true,
                false,
                true);
        }

        if (script.Mentions("theCase"))
        {
            Interpreter.SetValue("theCase", ScriptValues.ToScript(Interpreter, surroundings.Case ?? [], frozen: true));
        }
    }

    public void Sweep()
    {
        if (globals is null)
        {
            return;
        }

        foreach (var (name, property) in Interpreter.Global.GetOwnProperties().ToList())
        {
            if (!globals.TryGetValue(name, out var original))
            {
                Interpreter.Global.RemoveOwnProperty(name);
            }
            else if (!ReferenceEquals(property.Value, original) && property.Value is not null)
            {
                property.Value = original;
            }
        }
    }
}
