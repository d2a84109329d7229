using IndividualPlan.Workflows.Engine.Activities;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>
/// Whether every branch that a WaitAll join waits for can arrive together with the others. When one does not, the join is skipped and the flow
/// ends without a word, so a drawing in which that must happen is refused.
/// </summary>
internal static class JoinChecks
{
    public static void Check(ActivityNode flowchart, ActivityCatalogue catalogue, List<DefinitionProblem> problems)
    {
        var graph = FlowGraph.Of(flowchart, null);
        var nodes = flowchart.ChildrenIn("activities").ToList();
        var joins = nodes.Where(static n => n.Type == "Elsa.FlowJoin" && n.LiteralText("mode") is "WaitAll" or "0").ToList();

        if (joins.Count == 0)
        {
            return;
        }

        var chosen = FindChoices(graph, nodes);

        foreach (var join in joins)
        {
            var branches = nodes.SelectMany(graph.Outbound)
                .Where(c => c.Target == join && !c.IsBackward && chosen.ContainsKey(c.Source))
                .Select(c => (Connection: c, Choices: (IReadOnlySet<Choice>)new HashSet<Choice>(chosen[c.Source]) { new(c.Source, c.Port) }))
                .ToList();
            Check(join, branches, catalogue, problems);
        }
    }

    private static void Check(
        ActivityNode join, List<(FlowConnection Connection, IReadOnlySet<Choice> Choices)> branches, ActivityCatalogue catalogue, List<DefinitionProblem> problems)
    {
        var warnings = new List<DefinitionProblem>();
        var errors = 0;

        for (var i = 0; i < branches.Count; i++)
        {
            var (connection, choices) = branches[i];
            var from = Sentences.Quote(connection.Source.DisplayName);
            var way = Sentences.Outcome(connection.Source, connection.Port, catalogue);
            var branch = new LocalizedText($"grenen fra {from.Nb}, {way.Nb},", $"greina frå {from.Nn}, {way.Nn},", $"the branch from {from.En}, {way.En},");

            if (choices.FirstOrDefault(c => IsImpossible(c, catalogue)) is { } impossible)
            {
                errors++;
                var missing = Sentences.Outcome(impossible.Activity, impossible.Port, catalogue);
                problems.Add(Never(join, new(
                    $"steget venter på alle grenene, men {branch.Nb} kommer aldri fram, for «{impossible.Activity.DisplayName}» har ikke {missing.Nb}. Rett streken, eller la steget vente på færre grener.",
                    $"steget ventar på alle greinene, men {branch.Nn} kjem aldri fram, for «{impossible.Activity.DisplayName}» har ikkje {missing.Nn}. Rett streken, eller la steget vente på færre greiner.",
                    $"the step waits for all branches, but {branch.En} can never arrive, because “{impossible.Activity.DisplayName}” does not have {missing.En}. Correct the line, or let the step wait for fewer branches.")));
            }
            else if (branches.Take(i).SelectMany(b => b.Choices).FirstOrDefault(c => choices.Any(o => Excludes(c, o, catalogue))) is { } other)
            {
                errors++;
                problems.Add(Never(join, new(
                    $"steget venter på alle grenene, men {branch.Nb} kan ikke komme fram sammen med de andre, for «{other.Activity.DisplayName}» går bare én vei. La steget vente på den første grenen som kommer.",
                    $"steget ventar på alle greinene, men {branch.Nn} kan ikkje kome fram saman med dei andre, for «{other.Activity.DisplayName}» går berre éin veg. La steget vente på den første greina som kjem.",
                    $"the step waits for all branches, but {branch.En} cannot arrive together with the others, because “{other.Activity.DisplayName}” goes only one way. Let the step wait for the first branch that comes.")));
            }
            else if (choices.FirstOrDefault(c => IsExclusive(c.Activity, catalogue) && branches.Any(b => !b.Choices.Contains(c))) is { } optional)
            {
                var chosen = Sentences.Outcome(optional.Activity, optional.Port, catalogue);
                warnings.Add(DefinitionValidator.Problem(
                    join,
                    ProblemKind.JoinMayNotComplete,
                    new(
                        $"steget venter på alle grenene, men {branch.Nb} kommer bare når «{optional.Activity.DisplayName}» gir {chosen.Nb}. Ellers stopper flyten her uten at noen får vite det. La steget vente på de grenene som er i gang.",
                        $"steget ventar på alle greinene, men {branch.Nn} kjem berre når «{optional.Activity.DisplayName}» gjev {chosen.Nn}. Elles stoppar flyten her utan at nokon får vite det. La steget vente på dei greinene som er i gang.",
                        $"the step waits for all branches, but {branch.En} comes only when “{optional.Activity.DisplayName}” gives {chosen.En}. Otherwise the flow ends here without a word. Let the step wait for the branches that are under way."),
                    ProblemSeverity.Warning));
            }
        }

        if (errors == 0)
        {
            problems.AddRange(warnings);
        }
    }

    private static DefinitionProblem Never(ActivityNode join, LocalizedText sentence) => DefinitionValidator.Problem(join, ProblemKind.JoinNeverComplete, sentence);

    /// <summary>For each activity, the choices that every way from the start to it has made.</summary>
    private static Dictionary<ActivityNode, HashSet<Choice>> FindChoices(FlowGraph graph, IReadOnlyList<ActivityNode> nodes)
    {
        var result = new Dictionary<ActivityNode, HashSet<Choice>>();

        if (graph.Start is null)
        {
            return result;
        }

        result[graph.Start] = [];
        var forward = nodes.SelectMany(graph.Outbound).Where(static c => !c.IsBackward).ToLookup(static c => c.Target);

        // Forward connections make no circle, so as many rounds as there are activities settle everything.
        for (var round = 0; round < nodes.Count; round++)
        {
            foreach (var node in nodes.Where(n => n != graph.Start))
            {
                var ways = forward[node].Where(c => result.ContainsKey(c.Source)).Select(c => new HashSet<Choice>(result[c.Source]) { new(c.Source, c.Port) }).ToList();

                if (ways.Count > 0)
                {
                    var common = ways[0];
                    var isAll = node.Type == "Elsa.FlowJoin" && node.LiteralText("mode") is "WaitAll" or "0";
                    ways.Skip(1).ToList().ForEach(w => { if (isAll) { common.UnionWith(w); } else { common.IntersectWith(w); } });
                    result[node] = common;
                }
            }
        }

        return result;
    }

    private static bool Excludes(Choice a, Choice b, ActivityCatalogue catalogue) =>
        a.Activity == b.Activity && a.Port != b.Port && IsExclusive(a.Activity, catalogue);

    /// <summary>Whether an activity leaves by one outcome at a time.</summary>
    private static bool IsExclusive(ActivityNode node, ActivityCatalogue catalogue) => node.Type switch
    {
        "Elsa.FlowFork" or "Elsa.RunJavaScript" or "Elsa.FlowSendHttpRequest" => false,
        "Elsa.FlowSwitch" => node.LiteralText("mode") is not ("MatchAny" or "1"),
        _ => catalogue.Find(node.Type) is { } activity && activity.Outcomes(node).Count > 1,
    };

    private static bool IsImpossible(Choice choice, ActivityCatalogue catalogue) =>
        catalogue.Find(choice.Activity.Type) is { } activity
        && (activity.IsTerminal || (activity.Outcomes(choice.Activity) is { Count: > 0 } outcomes && !outcomes.Contains(choice.Port) && IsFixed(choice.Activity)));

    /// <summary>Whether the outcomes can be told from the drawing: not those that an expression gives.</summary>
    public static bool IsFixed(ActivityNode node) => node.Type switch
    {
        "Elsa.FlowFork" => node.FindInput("branches") is null or { Expression.Type: "Literal" or "Object" },
        "Elsa.RunJavaScript" or "Elsa.FlowSendHttpRequest" => false,
        "Elsa.FlowSwitch" => true,
        _ => node.FindInput("outcomes") is null or { Expression.Type: "Literal" or "Object" },
    };

    private sealed record Choice(ActivityNode Activity, string Port);
}
