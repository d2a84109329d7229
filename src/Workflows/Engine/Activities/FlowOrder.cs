using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>The steps of a container in the order in which a person would read them.</summary>
internal static class FlowOrder
{
    /// <summary>
    /// A step comes after all that lead forward to it, and a branch is told to its end before the next begins. A sequence keeps its own order; steps that
    /// nothing leads to come last.
    /// </summary>
    public static IReadOnlyList<ActivityNode> Of(ActivityNode container)
    {
        var steps = container.ChildrenIn("activities").ToList();

        if (container.Type != "Elsa.Flowchart")
        {
            return steps;
        }

        var first = FlowGraph.Of(container, null).Start;
        var visited = new HashSet<ActivityNode>();
        var finished = new List<ActivityNode>();
        var starts = steps.Where(s => s == first).Concat(steps.Where(s => s != first && s.CanStartWorkflow)).ToList();

        // What is finished last comes first, so the last start, and the last branch of each step, are walked first.
        foreach (var start in Enumerable.Reverse(starts))
        {
            Walk(start, FlowGraph.Of(container, start == first ? null : start.Id));
        }

        finished.Reverse();
        var lost = steps.Where(s => !visited.Contains(s)).ToList();

        return [.. finished, .. lost];

        void Walk(ActivityNode step, FlowGraph graph)
        {
            if (!visited.Add(step))
            {
                return;
            }

            foreach (var way in graph.Outbound(step).Where(static c => !c.IsBackward).OrderByDescending(static c => Height(c.Target)))
            {
                Walk(way.Target, graph);
            }

            finished.Add(step);
        }
    }

    /// <summary>How far down the drawing a step stands; what stands higher is read first.</summary>
    private static double Height(ActivityNode step) =>
        step.Json["metadata"]?["designer"]?["position"]?["y"] is JsonValue y && y.GetValueKind() == JsonValueKind.Number ? ExpressionValues.ToDouble(y) : 0;
}
