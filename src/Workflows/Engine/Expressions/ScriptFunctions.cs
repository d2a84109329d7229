using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Engine.Definitions;
using Jint.Native;
using Jint.Native.Array;
using Jint.Runtime;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>The functions that Elsa offers to scripts.</summary>
internal static partial class ScriptFunctions
{
    /// <summary>Defines what every script may call.</summary>
    public static void Install(ScriptSandbox sandbox)
    {
        ScriptRunner Runner() => sandbox.Runner!;
        Execution.InstanceRun Run() => sandbox.Runner!.Instance;

        sandbox.Define("getVariable", a => Runner().GetVariable(Text(a, 0) ?? ""));
        sandbox.Define("setVariable", a => Do(() => Runner().SetVariable(Text(a, 0) ?? "", At(a, 1))));
        sandbox.Define("getInput", a => ToScript(Runner(), Run().GetWorkflowInput(Runner().Current, Text(a, 0) ?? "")));
        sandbox.Define("getOutputFrom", a => ToScript(Runner(), Run().GetOutputFrom(Runner().Current, Text(a, 0) ?? "", Text(a, 1))));
        sandbox.Define("getLastResult", _ => ToScript(Runner(), Run().State.LastResult));
        sandbox.Define("getCorrelationId", _ => Text(Run().State.CorrelationId));
        sandbox.Define("setCorrelationId", a => Do(() => Run().State.CorrelationId = Text(a, 0)));
        sandbox.Define("getWorkflowInstanceId", _ => Text(Run().Surroundings.InstanceId));
        sandbox.Define("getWorkflowInstanceName", _ => Text(Run().State.Name));
        sandbox.Define("setWorkflowInstanceName", a => Do(() => Run().State.Name = Text(a, 0)));
        sandbox.Define("getWorkflowDefinitionId", _ => Text(Run().Definition.DefinitionId));
        sandbox.Define("getWorkflowDefinitionVersionId", _ => Text(Run().Definition.VersionId));
        sandbox.Define("getWorkflowDefinitionVersion", _ => Run().Definition.Version);
        sandbox.Define("isNullOrWhiteSpace", a => string.IsNullOrWhiteSpace(Text(a, 0)));
        sandbox.Define("isNullOrEmpty", a => string.IsNullOrEmpty(Text(a, 0)));
        sandbox.Define("toJson", a => ScriptValues.FromScript(At(a, 0))?.ToJsonString(ExpressionValues.Readable) ?? "null");
        sandbox.Define("stringToBase64", a => System.Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(a, 0) ?? "")));
        sandbox.Define("stringFromBase64", a => Encoding.UTF8.GetString(System.Convert.FromBase64String(Text(a, 0) ?? "")));
        sandbox.Define("parseGuid", a => Guid.Parse(Text(a, 0) ?? "").ToString());

        // Elsa's are random; these follow from the instance and the place, so that an advance can be repeated.
        foreach (var name in (string[])["newGuid", "newGuidString", "getGuidString"])
        {
            sandbox.Define(name, _ => NextId(Runner()).ToString());
        }

        foreach (var name in (string[])["newShortGuid", "getShortGuid"])
        {
            sandbox.Define(name, _ => Base64Signs().Replace(System.Convert.ToBase64String(NextId(Runner()).ToByteArray()), ""));
        }

        InstallTimeSpan(sandbox);
        sandbox.Define("setOutcome", a => Do(() => Choose(Runner(), [Text(a, 0) ?? ""])));
        sandbox.Define("setOutcomes", a => Do(() => Choose(Runner(), ExpressionValues.ToTexts(ScriptValues.FromScript(At(a, 0))))));
    }

    /// <summary>Defines the accessors that one script mentions: <c>getX</c> and <c>setX</c> of variables and inputs, <c>getXFromY</c> of outputs.</summary>
    public static void InstallFor(ScriptRunner runner, ScriptSandbox sandbox, Script script)
    {
        var run = runner.Instance;

        if (script.MentionsArguments)
        {
            sandbox.Interpreter.SetValue("args", (JsValue)sandbox.Interpreter.Object.Construct(Arguments.Empty));
        }

        foreach (var (accessor, isSetter, name) in script.Accessors)
        {
            if (sandbox.Interpreter.Global.HasProperty(accessor))
            {
                continue;
            }

            if (run.VariableNames(runner.Current).FirstOrDefault(v => Pascal(v) == name) is { } variable)
            {
                sandbox.Define(accessor, isSetter ? a => Do(() => runner.SetVariable(variable, At(a, 0))) : _ => runner.GetVariable(variable));
            }
            else if (!isSetter && run.Definition.Inputs.FirstOrDefault(i => i.Name == name) is { } input)
            {
                sandbox.Define(accessor, _ => ToScript(runner, run.GetWorkflowInput(runner.Current, input.Name)));
            }
            else if (!isSetter && FindOutput(runner, name) is var (activity, output))
            {
                sandbox.Define(accessor, _ => ToScript(runner, run.GetOutputFrom(runner.Current, activity, output)));
            }
        }
    }

    private static (string Activity, string Output)? FindOutput(ScriptRunner runner, string name)
    {
        for (var at = name.IndexOf("From", StringComparison.Ordinal); at > 0; at = name.IndexOf("From", at + 1, StringComparison.Ordinal))
        {
            var activity = name[(at + 4)..];

            for (var container = runner.Current.Node.Parent; container is not null; container = container.Parent)
            {
                if (container.Children.FirstOrDefault(c => Pascal(c.Name ?? c.Id) == activity) is { } node)
                {
                    return (node.Id, name[..at]);
                }
            }
        }

        return null;
    }

    private static void InstallTimeSpan(ScriptSandbox sandbox)
    {
        var span = sandbox.Interpreter.Object.Construct(Arguments.Empty);

        void Add(string name, Func<JsValue[], TimeSpan> make) => span.FastAddProperty(
            name,
            new Jint.Runtime.Interop.ClrFunctionInstance(sandbox.Interpreter, (_, a) => make(a).ToString("c", CultureInfo.InvariantCulture)),
            false,
            false,
            false);

        Add("FromDays", a => TimeSpan.FromDays(TypeConverter.ToNumber(At(a, 0))));
        Add("FromHours", a => TimeSpan.FromHours(TypeConverter.ToNumber(At(a, 0))));
        Add("FromMinutes", a => TimeSpan.FromMinutes(TypeConverter.ToNumber(At(a, 0))));
        Add("FromSeconds", a => TimeSpan.FromSeconds(TypeConverter.ToNumber(At(a, 0))));
        Add("FromMilliseconds", a => TimeSpan.FromMilliseconds(TypeConverter.ToNumber(At(a, 0))));
        Add("Parse", a => TimeSpan.Parse(Text(a, 0) ?? "", CultureInfo.InvariantCulture));
        sandbox.Interpreter.SetValue("TimeSpan", (JsValue)span);
    }

    private static void Choose(ScriptRunner runner, IReadOnlyList<string> outcomes)
    {
        if (runner.Outcomes is not null)
        {
            runner.Outcomes.Names = outcomes;
        }
    }

    private static Guid NextId(ScriptRunner runner)
    {
        var number = ++runner.IdsMade;
        var place = FormattableString.Invariant(
            $"{runner.Instance.Surroundings.InstanceId}/{runner.Current.Id}/{number}/{runner.Instance.Surroundings.Now.UtcTicks}");

        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, 16));
    }

    private static string Pascal(string name)
    {
        var result = new StringBuilder(name.Length);
        var upper = true;

        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            result.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return result.ToString();
    }

    private static JsValue ToScript(ScriptRunner runner, System.Text.Json.Nodes.JsonNode? value) => ScriptValues.ToScript(runner.Interpreter, value);

    private static JsValue At(JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;

    private static string? Text(JsValue[] arguments, int index) =>
        At(arguments, index) is var value && (value.IsUndefined() || value.IsNull()) ? null : TypeConverter.ToString(value);

    private static JsValue Text(string? text) => text is null ? JsValue.Null : new JsValue(text);

    private static JsValue Do(Action action)
    {
        action();

        return JsValue.Undefined;
    }

    [GeneratedRegex("[/+=]")]
    private static partial Regex Base64Signs();
}
