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

        foreach (var field in Fields.GetOrAdd(node.GetType(), static t => t.GetFields(BindingFlags.Instance | BindingFlags.Public)))
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
