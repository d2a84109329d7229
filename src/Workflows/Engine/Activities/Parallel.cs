using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Runs the activities inside it side by side and waits for all of them.</summary>
internal sealed class Parallel : Activity
{
    public override string Type => "Elsa.Parallel";

    internal override bool HoldsVariables => true;

    public override void Execute(ActivityContext c)
    {
        var activities = c.Node.ChildrenIn("activities").ToList();

        if (activities.Count == 0)
        {
            c.Complete();
            return;
        }

        c.Local["left"] = activities.Count;
        activities.ForEach(a => c.Schedule(a));
    }

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes)
    {
        var left = c.Local["left"]!.GetValue<int>() - 1;
        c.Local["left"] = left;

        if (left == 0)
        {
            c.Complete();
        }
    }
}
