using System.Text.RegularExpressions;
using Jint.Parser;
using Jint.Parser.Ast;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>A script that has been parsed.</summary>
internal sealed partial class Script
{
    private const string Prefix = "(function(){";

    private readonly Program? program;

    private readonly string source;

    private Script(string text, string source, Program program)
    {
        Text = text;
        this.source = source;

        // A regular expression literal keeps its object, and with it its position, in the syntax tree; such a tree serves one run only.
        this.program = text.Contains('/', StringComparison.Ordinal) ? null : program;
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

    private static Program Read(string source) => ScriptGuards.Insert(new JavaScriptParser().Parse(source));

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
