using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Runs the branches inside it side by side and waits for all of them, or for the first.</summary>
internal sealed class Fork : Activity
{
    public override string Type => "Elsa.Fork";

    public override void Execute(ActivityContext c)
    {
        var branches = c.Node.ChildrenIn("branches").ToList();

        if (branches.Count == 0)
        {
            c.Complete();
            return;
        }

        branches.ForEach(b => c.Schedule(b));
    }

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes)
    {
        if (c.Execution.IsBreaking || c.GetText("joinMode") is "WaitAny" or "1")
        {
            c.Complete();
            return;
        }

        var done = c.Local["done"] as JsonArray ?? [];
        c.Local["done"] ??= done;

        if (!done.Any(k => k!.GetValue<string>() == child!.NodeKey))
        {
            done.Add((JsonNode)child!.NodeKey);
        }

        if (c.Node.ChildrenIn("branches").All(b => done.Any(k => k!.GetValue<string>() == b.Key)))
        {
            c.Complete();
        }
    }

    internal override bool BreakRequested(ActivityContext c)
    {
        c.Execution.IsBreaking = true;

        return false;
    }
}
