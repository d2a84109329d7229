using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Runs its body for every item of a list at once.</summary>
internal sealed class ParallelForEach : Activity
{
    public override string Type => "Elsa.ParallelForEach";

    public override void Execute(ActivityContext c)
    {
        var items = ExpressionValues.Unwrap(c.GetInput("items")) as JsonArray ?? [];
        var body = c.Node.ChildrenIn("body").FirstOrDefault();

        if (items.Count == 0 || body is null)
        {
            c.Complete();
            return;
        }

        c.Local["left"] = items.Count;

        for (var i = 0; i < items.Count; i++)
        {
            c.Schedule(body, new("CurrentValue", items[i]), new("CurrentIndex", i));
        }
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        node.ChildrenIn("body").Any() ? [] : [Loop.NoBody];

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
