using IndividualPlan.Workflows.Engine.Activities;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Whether every expression of an activity can be parsed.</summary>
internal static class ExpressionChecks
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "Literal", "Object", "Variable", "Input", "JavaScript" };

    public static void Check(ActivityNode node, List<DefinitionProblem> problems)
    {
        foreach (var (name, value) in node.Json)
        {
            if (ActivityInput.IsWrapped(value) && node.FindInput(name) is { } input)
            {
                Check(node, $"input '{name}'", input.Expression, problems);
            }
        }

        if (node.Type is "Elsa.FlowSwitch" or "Elsa.Switch")
        {
            foreach (var candidate in SwitchCase.Of(node))
            {
                Check(node, $"case '{candidate.Label}'", candidate.Condition, problems);
            }
        }

        if (node.Type == "Elsa.RunJavaScript" && node.LiteralText("script") is { } script)
        {
            Check(node, "script", new Expression("JavaScript", script), problems);
        }
    }

    private static void Check(ActivityNode node, string where, Expression expression, List<DefinitionProblem> problems)
    {
        if (!Known.Contains(expression.Type))
        {
            problems.Add(DefinitionValidator.Problem(
                node, ProblemKind.Expression, $"The {where} is written as {expression.Type}, which is not known here; use JavaScript."));
            return;
        }

        try
        {
            if (expression.Type == "JavaScript")
            {
                _ = expression.Script;
            }
            else if (expression.Type == "Object")
            {
                _ = ExpressionValues.Unwrap(expression.Value);
            }
        }
        catch (ScriptSyntaxException e)
        {
            problems.Add(DefinitionValidator.Problem(
                node, ProblemKind.Expression, $"The {where} cannot be read at line {e.Line}, column {e.Column}: {e.Message}") with
            {
                Line = e.Line,
                Column = e.Column,
            });
        }
        catch (FormatException e)
        {
            problems.Add(DefinitionValidator.Problem(node, ProblemKind.Expression, $"The {where}: {e.Message}"));
        }
    }
}
