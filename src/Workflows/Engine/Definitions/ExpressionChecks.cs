using IndividualPlan.Workflows.Engine.Activities;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Whether every expression of an activity can be parsed.</summary>
internal static class ExpressionChecks
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "Literal", "Object", "Variable", "Input", "JavaScript" };

    public static void Check(ActivityNode node, ActivityCatalogue catalogue, List<DefinitionProblem> problems)
    {
        foreach (var (name, value) in node.Json)
        {
            if (ActivityInput.IsWrapped(value) && node.FindInput(name) is { } input)
            {
                Check(node, Sentences.Field(catalogue.Find(node.Type)?.InputLabel(name) ?? ElsaWords.Input(node.Type, name)), input.Expression, problems);
            }
        }

        if (node.Type is "Elsa.FlowSwitch" or "Elsa.Switch")
        {
            foreach (var candidate in SwitchCase.Of(node))
            {
                var label = candidate.Label;
                Check(node, new($"betingelsen for «{label}»", $"vilkåret for «{label}»", $"the condition of “{label}”"), candidate.Condition, problems);
            }
        }

        if (node.Type == "Elsa.RunJavaScript" && node.LiteralText("script") is { } script)
        {
            Check(node, new("skriptet", "skriptet", "the script"), new Expression("JavaScript", script), problems);
        }
    }

    private static void Check(ActivityNode node, LocalizedText where, Expression expression, List<DefinitionProblem> problems)
    {
        if (!Known.Contains(expression.Type))
        {
            problems.Add(Problem(node, new(
                $"{where.Nb} er skrevet i {expression.Type}, som ikke kan brukes her. Skriv verdien rett inn, eller bruk JavaScript.",
                $"{where.Nn} er skrive i {expression.Type}, som ikkje kan brukast her. Skriv verdien rett inn, eller bruk JavaScript.",
                $"{where.En} is written in {expression.Type}, which cannot be used here. Write the value itself, or use JavaScript.")));
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
            problems.Add(Problem(node, Explain(where, e)) with { Line = e.Line, Column = e.Column });
        }
        catch (FormatException e)
        {
            problems.Add(Problem(node, new(
                $"{where.Nb} er halvferdig: det mangler en parentes, et anførselstegn eller et komma. Fyll ut feltet på nytt.",
                $"{where.Nn} er halvferdig: det manglar ein parentes, eit hermeteikn eller eit komma. Fyll ut feltet på nytt.",
                $"{where.En} is not complete. {e.Message} Fill in the field again.")));
        }
    }

    private static LocalizedText Explain(LocalizedText where, ScriptSyntaxException e) => new(
        $"{where.Nb} har en skrivefeil på linje {e.Line}, tegn {e.Column}. Se etter noe som mangler der. Bare enkel JavaScript kan brukes, ikke for eksempel => eller `…`.",
        $"{where.Nn} har ein skrivefeil på linje {e.Line}, teikn {e.Column}. Sjå etter noko som manglar der. Berre enkel JavaScript kan brukast, ikkje til dømes => eller `…`.",
        $"{where.En} cannot be read at line {e.Line}, column {e.Column}. {e.Message}");

    private static DefinitionProblem Problem(ActivityNode node, LocalizedText sentence) => DefinitionValidator.Problem(node, ProblemKind.Expression, sentence);
}
