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
                    node, ProblemKind.Unreachable, $"Nothing leads to '{node.DisplayName}', so it never runs.", ProblemSeverity.Warning));
                continue;
            }

            CheckPorts(node, graph, catalogue, problems);

            foreach (var back in graph.Outbound(node).Where(static c => c.IsBackward && !c.IsValid))
            {
                problems.Add(DefinitionValidator.Problem(
                    node, ProblemKind.InvalidBackwardConnection,
                    $"The connection back from '{node.DisplayName}' to '{back.Target.DisplayName}' fails when it is taken: there is a way to '{node.DisplayName}' that does not pass '{back.Target.DisplayName}'."));
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
                    $"The connection from '{connection.SourceId}' ({connection.SourcePort}) to '{connection.TargetId}' is dangling: there is no activity '{missing}' in '{flowchart.DisplayName}'."));
            }
        }
    }

    private static void CheckPorts(ActivityNode node, FlowGraph graph, ActivityCatalogue catalogue, List<DefinitionProblem> problems)
    {
        if (catalogue.Find(node.Type) is not { } activity)
        {
            return;
        }

        var outcomes = activity.Outcomes(node);

        if (outcomes.Count < 2)
        {
            return;
        }

        foreach (var outcome in outcomes.Where(o => graph.Outbound(node).All(c => c.Port != o)))
        {
            problems.Add(DefinitionValidator.Problem(
                node, ProblemKind.UnconnectedPort, $"The outcome '{outcome}' of '{node.DisplayName}' leads nowhere: its branch ends there.", ProblemSeverity.Warning));
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
                problems.Add(DefinitionValidator.Problem(
                    node, ProblemKind.EndlessLoop, $"{string.Join(", ", loop.Select(static n => $"'{n.DisplayName}'"))} go round for ever without waiting for anything."));
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
