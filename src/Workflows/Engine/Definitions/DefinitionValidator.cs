using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Checks a definition before it is published. Running instances are not touched by what it says.</summary>
public static class DefinitionValidator
{
    /// <summary>Finds what is wrong with a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="catalogue">The activity types that the engine knows.</param>
    /// <param name="findDefinition">Finds definitions that are used as activities (definition id, version); null: such uses are not looked into.</param>
    /// <returns>Errors, which forbid publishing, and warnings; in the order of the drawing.</returns>
    public static IReadOnlyList<DefinitionProblem> Validate(
        WorkflowDefinition definition, ActivityCatalogue catalogue, Func<string, int?, WorkflowDefinition?>? findDefinition = null)
    {
        var problems = new List<DefinitionProblem>();
        CheckIds(definition, problems);

        foreach (var node in definition.Activities)
        {
            CheckType(node, catalogue, findDefinition, problems);
            ExpressionChecks.Check(node, problems);
            CheckVariables(definition, node, problems);

            foreach (var message in catalogue.Find(node.Type)?.Validate(node) ?? [])
            {
                problems.Add(Problem(node, ProblemKind.Setting, message));
            }

            if (node.Type == "Elsa.Flowchart")
            {
                FlowchartChecks.Check(node, catalogue, problems);
                JoinChecks.Check(node, catalogue, problems);
            }
        }

        return problems;
    }

    internal static DefinitionProblem Problem(ActivityNode node, ProblemKind kind, string message, ProblemSeverity severity = ProblemSeverity.Error) =>
        new(node.NodeId, node.DisplayName, message) { Kind = kind, Severity = severity };

    private static void CheckIds(WorkflowDefinition definition, List<DefinitionProblem> problems)
    {
        foreach (var group in definition.Activities.GroupBy(static a => a.Id, StringComparer.Ordinal))
        {
            if (group.Key.Length == 0)
            {
                problems.AddRange(group.Select(static a => Problem(a, ProblemKind.DuplicateId, $"The activity of type {a.Type} has no id.")));
            }
            else if (group.Skip(1).FirstOrDefault() is { } second)
            {
                var names = string.Join(", ", group.Select(static a => $"'{a.DisplayName}'"));
                problems.Add(Problem(second, ProblemKind.DuplicateId, $"The id '{group.Key}' is used {group.Count()} times: {names}."));
            }
        }
    }

    private static void CheckType(
        ActivityNode node, ActivityCatalogue catalogue, Func<string, int?, WorkflowDefinition?>? findDefinition, List<DefinitionProblem> problems)
    {
        if (node.Type == "Elsa.NotFoundActivity")
        {
            var missing = ActivityNode.Text(node.Json, "missingTypeName") ?? "unknown";
            problems.Add(Problem(node, ProblemKind.UnknownActivityType, $"'{node.DisplayName}' stands in for an activity of type {missing}, which is not known here."));
        }
        else if (catalogue.Find(node.Type) is not null)
        {
            return;
        }
        else if (!WorkflowAsActivity.Is(node))
        {
            problems.Add(Problem(node, ProblemKind.UnknownActivityType, $"'{node.DisplayName}' is of type {node.Type}, which is not known here."));
        }
        else if (findDefinition is not null)
        {
            var id = ActivityNode.Text(node.Json, "workflowDefinitionId")!;

            if ((findDefinition(id, node.Version) ?? findDefinition(id, null)) is null)
            {
                problems.Add(Problem(node, ProblemKind.UnknownActivityType, $"'{node.DisplayName}' is the workflow {id}, which is not published."));
            }
        }
    }

    private static void CheckVariables(WorkflowDefinition definition, ActivityNode node, List<DefinitionProblem> problems)
    {
        if (node.Type != "Elsa.SetVariable")
        {
            return;
        }

        var (id, name) = VariableReader.ReadReference(node.Json["variable"]);

        if (id is not null && !Scope(definition, node).Any(v => v.Id == id || v.Name == name))
        {
            problems.Add(Problem(node, ProblemKind.Setting, $"'{node.DisplayName}' sets the variable '{name ?? id}', which is not declared around it."));
        }
    }

    private static IEnumerable<VariableDefinition> Scope(WorkflowDefinition definition, ActivityNode node)
    {
        for (var container = node.Parent; container is not null; container = container.Parent)
        {
            foreach (var variable in container.Variables)
            {
                yield return variable;
            }
        }

        foreach (var variable in definition.Variables)
        {
            yield return variable;
        }
    }
}
