using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Native.RegExp;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>
/// Bounds what a single call into the interpreter's own library can do. Its limits count statements; a list of four thousand million places, a regular
/// expression that tries all ways, or texts and lists nested without end are one statement each, and would keep the only writer of a database, or end the process.
/// </summary>
internal static class ScriptBounds
{
    /// <summary>No list that a library function goes through may be longer.</summary>
    public const int MaxListLength = 100_000;

    /// <summary>How deep values and texts of JSON may nest.</summary>
    public const int MaxJsonDepth = 64;

    private static readonly string[] OfTexts = ["match", "search", "replace", "split"];

    private static readonly string[] OfExpressions = ["exec", "test", "toString"];

    /// <summary>Puts the bounds around the library, before any script runs.</summary>
    /// <param name="engine">The interpreter.</param>
    /// <param name="matchTime">How long a regular expression may take.</param>
    public static void Install(Jint.Engine engine, TimeSpan matchTime)
    {
        foreach (var (name, _) in engine.Array.PrototypeObject.GetOwnProperties().ToList())
        {
            Wrap(engine, engine.Array.PrototypeObject, name, static (self, arguments) => CheckLists([self, .. arguments]));
        }

        foreach (var name in OfTexts)
        {
            Wrap(engine, engine.String.PrototypeObject, name, (_, arguments) => BindFirst(engine, arguments, makeOne: name is "match" or "search", matchTime));
        }

        foreach (var name in OfExpressions)
        {
            Wrap(engine, engine.RegExp.PrototypeObject, name, (self, _) => Bind(self, matchTime));
        }

        Wrap(engine, engine.Function.PrototypeObject, "apply", static (_, arguments) => CheckLists(arguments));
        Wrap(engine, engine.Json, "parse", static (_, arguments) => CheckDepth(TypeConverter.ToString(arguments.At(0))));
        Wrap(engine, engine.Json, "stringify", static (_, arguments) => CheckDepth(arguments.At(0)));
        Forbid(engine, engine.Global, "eval");
        Forbid(engine, engine.Function.PrototypeObject, "constructor");
        engine.Global.FastAddProperty("Function", engine.Function.PrototypeObject.Get("constructor"), true, false, true);
    }

    /// <summary>Refuses a list that is too long to be gone through.</summary>
    /// <exception cref="ScriptFaultException">It is.</exception>
    public static void CheckLength(JsValue length)
    {
        if (length.IsNumber() && length.AsNumber() > MaxListLength)
        {
            throw new ScriptFaultException($"The script went beyond its limits: a list may have {MaxListLength} places.", null);
        }
    }

    private static void Wrap(Jint.Engine engine, ObjectInstance owner, string name, Action<JsValue, JsValue[]> check)
    {
        if (owner.Get(name).TryCast<FunctionInstance>() is not { } original || name == "constructor")
        {
            return;
        }

        owner.FastAddProperty(
            name,
            new ClrFunctionInstance(engine, (self, arguments) =>
            {
                // Library functions call one another and the script's own without counting how deep.
                RuntimeHelpers.EnsureSufficientExecutionStack();
                check(self, arguments);
                return original.Call(self, arguments);
            }),
            true,
            false,
            true);
    }

    /// <summary>A script that is made while another runs is under none of the guards that were put into that one.</summary>
    private static void Forbid(Jint.Engine engine, ObjectInstance owner, string name)
    {
        var refusing = new ClrFunctionInstance(engine, (_, _) => throw new ScriptFaultException("Scripts cannot be made out of texts.", null));
        refusing.FastAddProperty("prototype", engine.Function.PrototypeObject, false, false, false);
        owner.FastAddProperty(name, refusing, true, false, true);
    }

    private static void CheckLists(IEnumerable<JsValue> values)
    {
        double sum = 0;

        foreach (var value in values)
        {
            if (value.IsObject() && value.TryCast<FunctionInstance>() is null && value.AsObject().GetProperty("length") is { } length && length != PropertyDescriptor.Undefined)
            {
                // One that is worked out anew each time it is asked for could be another one the next time.
                sum += length.Value is { } found && !found.IsObject() ? TypeConverter.ToNumber(found) : double.PositiveInfinity;
                CheckLength(new JsValue(sum));
            }
        }
    }

    private static void BindFirst(Jint.Engine engine, JsValue[] arguments, bool makeOne, TimeSpan matchTime)
    {
        if (makeOne && arguments.Length > 0 && arguments[0].TryCast<RegExpInstance>() is null)
        {
            arguments[0] = engine.RegExp.Construct([arguments[0].IsUndefined() ? new JsValue("") : new JsValue(TypeConverter.ToString(arguments[0]))]);
        }

        Bind(arguments.At(0), matchTime);
    }

    private static void Bind(JsValue value, TimeSpan matchTime)
    {
        if (value.TryCast<RegExpInstance>() is { Value: { } regex } instance && regex.MatchTimeout == Regex.InfiniteMatchTimeout)
        {
            instance.Value = new Regex(regex.ToString(), regex.Options, matchTime);
        }
    }

    private static void CheckDepth(string json)
    {
        var (depth, inText) = (0, false);

        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case '\\' when inText:
                    i++;
                    break;
                case '"':
                    inText = !inText;
                    break;
                case '[' or '{' when !inText && ++depth > MaxJsonDepth:
                    throw TooDeep();
                case ']' or '}' when !inText:
                    depth--;
                    break;
            }
        }
    }

    private static void CheckDepth(JsValue value)
    {
        var open = new Stack<(ObjectInstance Value, int Depth)>();
        Push(value, 1);

        while (open.TryPop(out var next))
        {
            foreach (var (_, property) in next.Value.GetOwnProperties())
            {
                if (property.Enumerable == true && property.Value is { } inner)
                {
                    Push(inner, next.Depth + 1);
                }
            }
        }

        void Push(JsValue candidate, int depth)
        {
            if (candidate.IsObject() && candidate.TryCast<FunctionInstance>() is null)
            {
                open.Push((candidate.AsObject(), depth <= MaxJsonDepth ? depth : throw TooDeep()));
            }
        }
    }

    private static ScriptFaultException TooDeep() => new($"The script went beyond its limits: values may be nested {MaxJsonDepth} deep.", null);
}
