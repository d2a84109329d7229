using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Activities one after the other.</summary>
internal sealed class Sequence : Activity
{
    public override string Type => "Elsa.Sequence";

    internal override bool HoldsVariables => true;

    public override void Execute(ActivityContext c) => Next(c, 0);

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes)
    {
        if (c.Execution.IsBreaking || child?.Activity.IsTerminal == true)
        {
            c.Complete();
            return;
        }

        Next(c, c.Local["next"]!.GetValue<int>());
    }

    internal override bool BreakRequested(ActivityContext c)
    {
        c.Execution.IsBreaking = true;

        return false;
    }

    private static void Next(ActivityContext c, int index)
    {
        var activities = c.Node.ChildrenIn("activities").ToList();

        if (index >= activities.Count)
        {
            c.Complete();
            return;
        }

        c.Schedule(activities[index]);
        c.Local["next"] = index + 1;
    }
}
