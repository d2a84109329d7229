using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Jint.Parser;
using Jint.Parser.Ast;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>
/// Puts a checkpoint at the head of every loop body and function of a script. The interpreter limits statements, not memory, and a few dozen
/// statements can double a text beyond all memory; at the checkpoints the sandbox looks at what the script has used.
/// </summary>
internal static class ScriptGuards
{
    /// <summary>The function that is called at a checkpoint.</summary>
    public const string Checkpoint = "__checkpoint";

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static Program Insert(Program program)
    {
        Visit(program, new HashSet<object>(ReferenceEqualityComparer.Instance));

        return program;
    }

    /// <summary>Whether the syntax tree has more levels.</summary>
    public static bool IsDeeperThan(Program program, int levels) => Nodes(program).Any(found => found.Depth > levels);

    /// <summary>Whether a regular expression is written in it.</summary>
    public static bool HasRegularExpression(Program program) => Nodes(program).Any(static found => found.Node.Type == SyntaxNodes.RegularExpressionLiteral);

    /// <summary>The nodes of a syntax tree and how deep they lie; found without going down it, so that no tree is too deep to be looked at.</summary>
    private static IEnumerable<(SyntaxNode Node, int Depth)> Nodes(Program program)
    {
        var open = new Stack<(object? Node, int Depth)>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        open.Push((program, 0));

        while (open.TryPop(out var next))
        {
            switch (next.Node)
            {
                case SyntaxNode node when seen.Add(node):
                    yield return (node, next.Depth);

                    foreach (var field in FieldsOf(node))
                    {
                        open.Push((field.GetValue(node), next.Depth + 1));
                    }

                    break;
                case IEnumerable items and not (string or SyntaxNode) when seen.Add(items):
                    foreach (var item in items)
                    {
                        open.Push((item, next.Depth));
                    }

                    break;
            }
        }
    }

    private static FieldInfo[] FieldsOf(SyntaxNode node) => Fields.GetOrAdd(node.GetType(), static t => t.GetFields(BindingFlags.Instance | BindingFlags.Public));

    private static void Visit(object? node, HashSet<object> visited)
    {
        if (node is null or string || !visited.Add(node))
        {
            return;
        }

        if (node is IEnumerable items and not SyntaxNode)
        {
            foreach (var item in items)
            {
                Visit(item, visited);
            }

            return;
        }

        if (node is not SyntaxNode)
        {
            return;
        }

        foreach (var field in FieldsOf((SyntaxNode)node))
        {
            Visit(field.GetValue(node), visited);
        }

        switch (node)
        {
            case WhileStatement loop:
                loop.Body = Guard(loop.Body);
                break;
            case DoWhileStatement loop:
                loop.Body = Guard(loop.Body);
                break;
            case ForStatement loop:
                loop.Body = Guard(loop.Body);
                break;
            case ForInStatement loop:
                loop.Body = Guard(loop.Body);
                break;
            case FunctionExpression function:
                Visit(function.Body, visited);
                GuardBody(function.Body);
                break;
            case FunctionDeclaration function:
                Visit(function.Body, visited);
                GuardBody(function.Body);
                break;
        }
    }

    private static BlockStatement Guard(Statement body) => new() { Type = SyntaxNodes.BlockStatement, Body = [Call(), body], Location = body.Location };

    private static void GuardBody(Statement body)
    {
        if (body is BlockStatement block)
        {
            block.Body = [Call(), .. block.Body];
        }
    }

    private static Statement Call() => new JavaScriptParser().Parse(Checkpoint + "()").Body.First();
}
