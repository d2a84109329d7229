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
            ExpressionChecks.Check(node, catalogue, problems);
            CheckVariables(definition, node, problems);

            foreach (var sentence in catalogue.Find(node.Type)?.Validate(node) ?? [])
            {
                problems.Add(Problem(node, ProblemKind.Setting, sentence));
            }

            if (node.Type == "Elsa.Flowchart")
            {
                FlowchartChecks.Check(node, catalogue, problems);
                JoinChecks.Check(node, catalogue, problems);
            }
        }

        return problems;
    }

    /// <summary>A problem with one step; the step's name is put before the sentence.</summary>
    internal static DefinitionProblem Problem(ActivityNode node, ProblemKind kind, LocalizedText sentence, ProblemSeverity severity = ProblemSeverity.Error) =>
        new(node.NodeId, node.DisplayName, Sentences.About(node, sentence)) { Kind = kind, Severity = severity };

    private static void CheckIds(WorkflowDefinition definition, List<DefinitionProblem> problems)
    {
        foreach (var group in definition.Activities.GroupBy(static a => a.Id, StringComparer.Ordinal))
        {
            if (group.Key.Length == 0)
            {
                problems.AddRange(group.Select(static a => Problem(a, ProblemKind.DuplicateId, new(
                    "steget mangler sitt interne nummer. Slett steget og legg det inn på nytt.",
                    "steget manglar det interne nummeret sitt. Slett steget og legg det inn på nytt.",
                    $"the step, of type {a.Type}, has no id. Delete it and add it again."))));
            }
            else if (group.Skip(1).FirstOrDefault() is { } second)
            {
                var names = Sentences.List([.. group.Select(static a => a.DisplayName)]);
                problems.Add(Problem(second, ProblemKind.DuplicateId, new(
                    $"stegene {names.Nb} har samme interne nummer. Slett det ene og legg det inn på nytt.",
                    $"stega {names.Nn} har same interne nummer. Slett det eine og legg det inn på nytt.",
                    $"the steps {names.En} have the same id, {group.Key}. Delete one of them and add it again.")));
            }
        }
    }

    private static void CheckType(
        ActivityNode node, ActivityCatalogue catalogue, Func<string, int?, WorkflowDefinition?>? findDefinition, List<DefinitionProblem> problems)
    {
        if (node.Type == "Elsa.NotFoundActivity")
        {
            var missing = ActivityNode.Text(node.Json, "missingTypeName") ?? "unknown";
            problems.Add(Problem(node, ProblemKind.UnknownActivityType, UnknownType(missing)));
        }
        else if (catalogue.Find(node.Type) is not null)
        {
            return;
        }
        else if (!WorkflowAsActivity.Is(node))
        {
            problems.Add(Problem(node, ProblemKind.UnknownActivityType, UnknownType(node.Type)));
        }
        else if (findDefinition is not null)
        {
            var id = ActivityNode.Text(node.Json, "workflowDefinitionId")!;

            if ((findDefinition(id, node.Version) ?? findDefinition(id, null)) is null)
            {
                problems.Add(Problem(node, ProblemKind.UnknownActivityType, new(
                    "arbeidsflyten som steget bruker, er ikke publisert. Publiser den først, eller bytt ut steget.",
                    "arbeidsflyten som steget bruker, er ikkje publisert. Publiser han først, eller byt ut steget.",
                    $"the workflow that the step uses, {id}, is not published. Publish it first, or replace the step.")));
            }
        }
    }

    private static LocalizedText UnknownType(string type) => new(
        "denne typen steg finnes ikke i løsningen. Slett steget, eller bytt det ut med et fra verktøykassa.",
        "denne typen steg finst ikkje i løysinga. Slett steget, eller byt det ut med eit frå verktøykassa.",
        $"steps of type {type} are not known here. Delete the step, or replace it with one from the toolbox.");

    private static void CheckVariables(WorkflowDefinition definition, ActivityNode node, List<DefinitionProblem> problems)
    {
        if (node.Type != "Elsa.SetVariable")
        {
            return;
        }

        var (id, name) = VariableReader.ReadReference(node.Json["variable"]);

        if (id is not null && !Scope(definition, node).Any(v => v.Id == id || v.Name == name))
        {
            problems.Add(Problem(node, ProblemKind.Setting, new(
                $"steget skal gi variabelen «{name ?? id}» en verdi, men arbeidsflyten har ingen slik variabel. Legg den til, eller velg en annen.",
                $"steget skal gje variabelen «{name ?? id}» ein verdi, men arbeidsflyten har ingen slik variabel. Legg han til, eller vel ein annan.",
                $"the step sets the variable “{name ?? id}”, which the workflow does not have. Add it, or choose another.")));
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
