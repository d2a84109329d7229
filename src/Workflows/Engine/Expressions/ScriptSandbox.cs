using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using IndividualPlan.Workflows.Engine.Execution;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Parser;
using Jint.Parser.Ast;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>
/// An interpreter that serves one advance after another. Making one is costly, so they are kept; one whose own library a script has changed, or in
/// which a script failed, is thrown away, so that no script can leave a trace for another.
/// </summary>
internal sealed class ScriptSandbox
{
    private const int Kept = 32;

    private static readonly ConcurrentDictionary<EngineOptions, ConcurrentBag<ScriptSandbox>> Idle = new();

    private static readonly Program Additions = new JavaScriptParser().Parse(ScriptAdditions.Text);

    private static readonly Program FixedDate = new JavaScriptParser().Parse(ScriptAdditions.FixedDate);

    private readonly List<(ObjectInstance Owner, string Name, PropertyDescriptor Property, JsValue? Value)> library = [];

    private readonly HashSet<string> globals = new(StringComparer.Ordinal);

    private readonly EngineOptions key;

    private uint chance;

    private long allocatedBefore;

    private ScriptSandbox(EngineOptions limits)
    {
        key = limits;
        Interpreter = new Jint.Engine(options => options
            .MaxStatements(limits.MaxScriptStatements)
            .LimitRecursion(limits.MaxScriptRecursion)
            .TimeoutInterval(limits.MaxScriptTime)
            .Culture(CultureInfo.InvariantCulture)
            .LocalTimeZone(TimeZoneInfo.Utc));
        Define("now", _ => (double)Runner!.Instance.Surroundings.Now.ToUnixTimeMilliseconds());
        Interpreter.Execute(Additions);
        Interpreter.Execute(FixedDate);
        Interpreter.Global.RemoveOwnProperty("now");
        Interpreter.Math.FastAddProperty(
            "random", new ClrFunctionInstance(Interpreter, (_, _) => (chance = unchecked((chance * 1664525u) + 1013904223u)) / 4294967296.0), true, false, true);
        Define(ScriptGuards.Checkpoint, _ => CheckMemory(limits.MaxScriptMemoryBytes));
        ScriptFunctions.Install(this);
        ScriptBounds.Install(Interpreter, limits.MaxScriptMatchTime);
        Remember();
    }

    public Jint.Engine Interpreter { get; }

    /// <summary>The advance that the sandbox serves now.</summary>
    public ScriptRunner? Runner { get; private set; }

    public static ScriptSandbox Rent(ScriptRunner runner, EngineOptions limits)
    {
        var sandbox = Idle.GetOrAdd(limits, static _ => []).TryTake(out var idle) ? idle : new ScriptSandbox(limits);
        sandbox.Runner = runner;

        return sandbox;
    }

    public void Return()
    {
        Runner = null;
        var idle = Idle[key];

        if (idle.Count < Kept && IsUnchanged())
        {
            idle.Add(this);
        }
    }

    public void Define(string name, Func<JsValue[], JsValue> function) =>
        Interpreter.Global.FastAddProperty(name, new ClrFunctionInstance(Interpreter, (_, arguments) => function(arguments)), true, false, true);

    /// <summary>Puts in place what the script needs beyond what is always there: chance that can be repeated, and the case.</summary>
    public void Prepare(Script script, Surroundings surroundings, int seed)
    {
        allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        chance = unchecked((uint)(surroundings.Now.UtcTicks ^ (seed * 2654435761L)));

        if (script.MentionsCase)
        {
            Interpreter.SetValue("theCase", ScriptValues.ToScript(Interpreter, surroundings.Case ?? [], frozen: true));
        }
    }

    /// <summary>Removes the globals that a script left behind.</summary>
    public void Sweep()
    {
        List<string>? left = null;

        foreach (var (name, _) in Interpreter.Global.GetOwnProperties())
        {
            if (!globals.Contains(name))
            {
                (left ??= []).Add(name);
            }
        }

        left?.ForEach(Interpreter.Global.RemoveOwnProperty);
    }

    private JsValue CheckMemory(long limit)
    {
        // What calls a function by itself, such as the conversion of an object to a text, is not counted as a call by the interpreter.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return GC.GetAllocatedBytesForCurrentThread() - allocatedBefore <= limit
            ? JsValue.Undefined
            : throw new ScriptFaultException($"The script went beyond its limits: it used more than {limit / (1024 * 1024)} MB.", null);
    }

    /// <summary>Notes the library as it is, and closes it to additions.</summary>
    private void Remember()
    {
        var seen = new HashSet<ObjectInstance>(ReferenceEqualityComparer.Instance);
        Remember(Interpreter.Global, seen);
        globals.UnionWith(Interpreter.Global.GetOwnProperties().Select(static p => p.Key));
        Interpreter.Global.Extensible = true;
    }

    private void Remember(ObjectInstance owner, HashSet<ObjectInstance> seen)
    {
        if (!seen.Add(owner))
        {
            return;
        }

        owner.Extensible = false;

        foreach (var (name, property) in owner.GetOwnProperties().ToList())
        {
            var value = property.Value;

            // The prototype of a function without one of its own is made when it is first asked for.
            if (value is null || (owner is FunctionInstance && name is not "prototype"))
            {
                continue;
            }

            library.Add((owner, name, property, value));

            if (value.IsObject())
            {
                Remember(value.AsObject(), seen);
            }
        }

        if (owner.Prototype is { } prototype)
        {
            Remember(prototype, seen);
        }
    }

    private bool IsUnchanged()
    {
        foreach (var (owner, name, property, value) in library)
        {
            if (!ReferenceEquals(owner.GetOwnProperty(name), property) || !ReferenceEquals(property.Value, value))
            {
                return false;
            }
        }

        return true;
    }
}
