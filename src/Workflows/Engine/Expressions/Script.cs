using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using Jint.Parser;
using Jint.Parser.Ast;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>A script that has been parsed.</summary>
internal sealed partial class Script
{
    /// <summary>No script may be longer.</summary>
    public const int MaxLength = 20_000;

    private const string Prefix = "(function(){";

    /// <summary>How deep the syntax tree may be: running it takes room on the stack for each level.</summary>
    private const int MaxDepth = 200;

    /// <summary>Reading takes room on the stack for each level as well, and only afterwards is it known how deep it was. What is shorter than this fits anywhere.</summary>
    private const int ShortLength = 200;

    private const int StackForReading = 64 * 1024 * 1024;

    private readonly Program? program;

    private readonly string source;

    private Script(string text, string source, Program program)
    {
        Text = text;
        this.source = source;

        // A regular expression literal keeps its object, and with it its position, in the syntax tree; such a tree serves one run only.
        this.program = ScriptGuards.HasRegularExpression(program) ? null : program;
        MentionsVariables = text.Contains("variables", StringComparison.Ordinal);
        MentionsCase = text.Contains("theCase", StringComparison.Ordinal);
        MentionsArguments = text.Contains("args", StringComparison.Ordinal);
        VariableNames = MentionsVariables ? [.. VariableUse().Matches(text).Select(static m => m.Groups[1].Value).Distinct()] : [];
        Accessors = [.. AccessorUse().Matches(text).Select(static m => new ScriptAccessor(m.Value, m.Groups[1].Value == "set", m.Groups[2].Value)).Distinct()];
    }

    /// <summary>The script as the flow has it.</summary>
    public string Text { get; }

    /// <summary>The names after <c>variables.</c></summary>
    public IReadOnlyList<string> VariableNames { get; }

    /// <summary>Names of the form <c>getX</c> and <c>setX</c>.</summary>
    public IReadOnlyList<ScriptAccessor> Accessors { get; }

    public bool MentionsVariables { get; }

    public bool MentionsCase { get; }

    public bool MentionsArguments { get; }

    /// <summary>The syntax tree to run.</summary>
    public Program Program => program ?? Read(source);

    /// <summary>Parses a script; one with <c>return</c> at the top runs as a function.</summary>
    /// <exception cref="ScriptSyntaxException">It cannot be parsed, for instance because it is newer JavaScript than the engine reads.</exception>
    public static Script Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new ScriptSyntaxException($"The script is too long: it may have {MaxLength} characters.", 1, 1);
        }

        try
        {
            return new Script(text, text, Read(text));
        }
        catch (ParserException e) when (e.Message.Contains("Illegal return", StringComparison.Ordinal))
        {
            var source = Prefix + text + "\n})()";

            try
            {
                return new Script(text, source, Read(source));
            }
            catch (ParserException inner)
            {
                throw Explain(inner, inner.LineNumber == 1 ? Prefix.Length : 0);
            }
        }
        catch (ParserException e)
        {
            throw Explain(e, 0);
        }
    }

    private static Program Read(string source)
    {
        if (source.Length <= ShortLength)
        {
            return ReadHere(source);
        }

        Program? program = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    program = ReadHere(source);
                }
#pragma warning disable CA1031 // It is thrown again where the script was asked for.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            StackForReading);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return program!;
    }

    private static Program ReadHere(string source)
    {
        var program = new JavaScriptParser().Parse(source);
        return ScriptGuards.IsDeeperThan(program, MaxDepth)
            ? throw new ScriptSyntaxException("The script is nested too deeply. Take it apart into several steps.", 1, 1)
            : ScriptGuards.Insert(program);
    }

    private static ScriptSyntaxException Explain(ParserException e, int offset)
    {
        var reason = LinePrefix().Replace(e.Message, "");

        return new ScriptSyntaxException(
            $"The script cannot be read: {reason}. Only JavaScript of the fifth edition, with let and const, is understood.",
            Math.Max(1, e.LineNumber),
            Math.Max(1, e.Column - offset));
    }

    [GeneratedRegex(@"variables\.(\w+)")]
    private static partial Regex VariableUse();

    [GeneratedRegex(@"\b(get|set)([A-Z]\w*)")]
    private static partial Regex AccessorUse();

    [GeneratedRegex(@"^Line \d+: ")]
    private static partial Regex LinePrefix();
}

/// <summary>A name by which a script reads or sets a variable, an input or an output.</summary>
/// <param name="Name">The whole name, <c>getCaseId</c>.</param>
/// <param name="IsSetter">Whether it sets.</param>
/// <param name="Subject">What it is about, <c>CaseId</c>.</param>
internal sealed record ScriptAccessor(string Name, bool IsSetter, string Subject);
