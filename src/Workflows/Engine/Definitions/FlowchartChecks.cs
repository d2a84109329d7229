using IndividualPlan.Workflows.Engine.Activities;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Whether the connections of a flowchart make sense.</summary>
internal static class FlowchartChecks
{
    private static readonly HashSet<string> NeverWaiting = new(StringComparer.Ordinal)
    {
        "Elsa.Start", "Elsa.End", "Elsa.Finish", "Elsa.Complete", "Elsa.Fault", "Elsa.Break", "Elsa.SetVariable", "Elsa.SetOutput", "Elsa.SetName",
        "Elsa.Correlate", "Elsa.WriteLine", "Elsa.FlowDecision", "Elsa.FlowSwitch", "Elsa.FlowFork", "Elsa.FlowJoin", "Elsa.PublishEvent", "Elsa.RunJavaScript",
    };

    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "Elsa.Flowchart", "Elsa.Sequence", "Elsa.If", "Elsa.Switch", "Elsa.Fork", "Elsa.Parallel", "Elsa.For", "Elsa.ForEach", "Elsa.ParallelForEach", "Elsa.While",
    };

    public static void Check(ActivityNode flowchart, ActivityCatalogue catalogue, List<DefinitionProblem> problems)
    {
        var children = flowchart.ChildrenIn("activities").DistinctBy(static a => a.Id).ToDictionary(static a => a.Id, StringComparer.Ordinal);
        CheckEnds(flowchart, children, problems);
        var graph = FlowGraph.Of(flowchart, null);
        var starts = children.Values.Where(a => a == graph.Start || a.CanStartWorkflow).ToList();
        var reached = Reach(graph, starts);

        foreach (var node in children.Values)
        {
            if (!reached.Contains(node))
            {
                problems.Add(DefinitionValidator.Problem(
                    node,
                    ProblemKind.Unreachable,
                    new(
                        "ingen strek fører hit, så steget blir aldri utført. Trekk en strek hit, eller slett steget.",
                        "ingen strek fører hit, så steget blir aldri utført. Trekk ein strek hit, eller slett steget.",
                        "nothing leads here, so the step is never carried out. Draw a line to it, or delete it."),
                    ProblemSeverity.Warning));
                continue;
            }

            CheckPorts(node, graph, catalogue, problems);

            foreach (var back in graph.Outbound(node).Where(static c => c.IsBackward && !c.IsValid))
            {
                problems.Add(DefinitionValidator.Problem(
                    node, ProblemKind.InvalidBackwardConnection, new(
                        $"streken tilbake til «{back.Target.DisplayName}» kan ikke følges, for det går en vei hit som ikke er innom «{back.Target.DisplayName}». Trekk den til et steg som alle veier hit er innom.",
                        $"streken tilbake til «{back.Target.DisplayName}» kan ikkje følgjast, for det går ein veg hit som ikkje er innom «{back.Target.DisplayName}». Trekk han til eit steg som alle vegar hit er innom.",
                        $"the line back to “{back.Target.DisplayName}” cannot be followed, because there is a way here that does not pass “{back.Target.DisplayName}”. Draw it to a step that every way here passes.")));
            }
        }

        CheckLoops(graph, [.. reached], catalogue, problems);
    }

    private static void CheckEnds(ActivityNode flowchart, Dictionary<string, ActivityNode> children, List<DefinitionProblem> problems)
    {
        foreach (var connection in flowchart.Connections)
        {
            var missing = !children.ContainsKey(connection.SourceId) ? connection.SourceId : !children.ContainsKey(connection.TargetId) ? connection.TargetId : null;

            if (missing is not null)
            {
                problems.Add(DefinitionValidator.Problem(
                    children.GetValueOrDefault(connection.SourceId) ?? children.GetValueOrDefault(connection.TargetId) ?? flowchart,
                    ProblemKind.DanglingConnection,
                    new(
                        "en strek går til eller fra et steg som ikke finnes lenger. Slett streken, og trekk den på nytt om den trengs.",
                        "ein strek går til eller frå eit steg som ikkje finst lenger. Slett streken, og trekk han på nytt om han trengst.",
                        $"the line from “{connection.SourceId}” ({connection.SourcePort}) to “{connection.TargetId}” ends at a step that is no longer there, “{missing}”. Delete the line, and draw it again if it is needed.")));
            }
        }
    }

    /// <summary>
    /// A step with one way on may be the last of its path. With several, an outcome that leads nowhere is more likely a forgotten line than an end, so
    /// an end is marked by a step of its own.
    /// </summary>
    private static void CheckPorts(ActivityNode node, FlowGraph graph, ActivityCatalogue catalogue, List<DefinitionProblem> problems)
    {
        if (catalogue.Find(node.Type) is not { } activity)
        {
            return;
        }

        var outcomes = activity.Outcomes(node);

        CheckNames(node, outcomes, graph, catalogue, problems);

        if (outcomes.Count < 2)
        {
            return;
        }

        foreach (var outcome in outcomes.Where(o => graph.Outbound(node).All(c => c.Port != o)))
        {
            var name = Sentences.Outcome(node, outcome, catalogue);
            problems.Add(DefinitionValidator.Problem(node, ProblemKind.UnconnectedPort, new(
                $"{name.Nb} fører ingen steder. Trekk en strek til neste steg, eller til «Veien ender her».",
                $"{name.Nn} fører ingen stader. Trekk ein strek til neste steg, eller til «Vegen endar her».",
                $"{name.En} leads nowhere. Draw a line to the next step, or to “The path ends here”.")));
        }
    }

    /// <summary>A line that was drawn from an answer which has since been renamed or removed is never followed.</summary>
    private static void CheckNames(ActivityNode node, IReadOnlyList<string> outcomes, FlowGraph graph, ActivityCatalogue catalogue, List<DefinitionProblem> problems)
    {
        if (outcomes.Count == 0 || !JoinChecks.IsFixed(node))
        {
            return;
        }

        foreach (var line in graph.Outbound(node).Where(c => !outcomes.Contains(c.Port)))
        {
            var name = Sentences.Outcome(node, line.Port, catalogue);
            problems.Add(DefinitionValidator.Problem(
                node,
                ProblemKind.UnknownPort,
                new(
                    $"en strek til «{line.Target.DisplayName}» går ut fra {name.Nb}, som steget ikke har lenger. Streken blir aldri fulgt. Slett den, eller trekk den på nytt.",
                    $"ein strek til «{line.Target.DisplayName}» går ut frå {name.Nn}, som steget ikkje har lenger. Streken blir aldri følgd. Slett han, eller trekk han på nytt.",
                    $"a line to “{line.Target.DisplayName}” leaves by {name.En}, which the step no longer has. The line is never followed. Delete it, or draw it again."),
                ProblemSeverity.Warning));
        }
    }

    /// <summary>Activities that lead to one another without any that may wait and without a way out go round until the step limit stops them.</summary>
    private static void CheckLoops(FlowGraph graph, IReadOnlyList<ActivityNode> nodes, ActivityCatalogue catalogue, List<DefinitionProblem> problems)
    {
        var reported = new HashSet<ActivityNode>();

        foreach (var node in nodes)
        {
            if (reported.Contains(node) || IsEnd(node, catalogue))
            {
                continue;
            }

            var loop = nodes.Where(other => LeadsTo(graph, node, other, catalogue) && LeadsTo(graph, other, node, catalogue)).ToHashSet();

            if (loop.Count == 0 || !loop.Contains(node))
            {
                continue;
            }

            reported.UnionWith(loop);

            if (loop.All(n => !MayWait(n)) && !loop.Any(n => HasWayOut(n, loop, graph, catalogue)))
            {
                var names = Sentences.List([.. loop.Select(static n => n.DisplayName)]);
                problems.Add(DefinitionValidator.Problem(node, ProblemKind.EndlessLoop, new(
                    $"veien går i ring ({names.Nb}) uten å vente på noe, og kommer aldri ut. Legg inn en oppgave eller en ventetid, eller trekk en strek ut.",
                    $"vegen går i ring ({names.Nn}) utan å vente på noko, og kjem aldri ut. Legg inn ei oppgåve eller ei ventetid, eller trekk ein strek ut.",
                    $"the way goes round for ever ({names.En}) without waiting for anything. Add a task or a delay, or draw a way out.")));
            }
        }
    }

    private static bool HasWayOut(ActivityNode node, HashSet<ActivityNode> loop, FlowGraph graph, ActivityCatalogue catalogue)
    {
        var outcomes = catalogue.Find(node.Type)?.Outcomes(node) ?? ["Done"];

        return outcomes.Count > 1 && outcomes.Any(o => graph.Outbound(node).Where(c => c.Port == o).All(c => !loop.Contains(c.Target)));
    }

    private static bool MayWait(ActivityNode node) =>
        Containers.Contains(node.Type) ? node.Children.Any(MayWait) : !NeverWaiting.Contains(node.Type);

    private static bool IsEnd(ActivityNode node, ActivityCatalogue catalogue) => catalogue.Find(node.Type)?.IsTerminal == true || node.Type == "Elsa.Fault";

    private static bool LeadsTo(FlowGraph graph, ActivityNode from, ActivityNode to, ActivityCatalogue catalogue)
    {
        var visited = new HashSet<ActivityNode>();
        var stack = new Stack<ActivityNode>(IsEnd(from, catalogue) ? [] : graph.Outbound(from).Select(static c => c.Target));

        while (stack.TryPop(out var current))
        {
            if (current == to)
            {
                return true;
            }

            if (visited.Add(current) && !IsEnd(current, catalogue))
            {
                foreach (var connection in graph.Outbound(current))
                {
                    stack.Push(connection.Target);
                }
            }
        }

        return false;
    }

    private static HashSet<ActivityNode> Reach(FlowGraph graph, IReadOnlyList<ActivityNode> starts)
    {
        var reached = new HashSet<ActivityNode>();
        var stack = new Stack<ActivityNode>(starts);

        while (stack.TryPop(out var current))
        {
            if (reached.Add(current))
            {
                foreach (var connection in graph.Outbound(current))
                {
                    stack.Push(connection.Target);
                }
            }
        }

        return reached;
    }
}
