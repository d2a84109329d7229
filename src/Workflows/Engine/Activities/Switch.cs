using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Runs the activity of the first case that holds, or of all that hold, or the default one.</summary>
internal sealed class Switch : Activity
{
    public override string Type => "Elsa.Switch";

    public override void Execute(ActivityContext c)
    {
        var matching = SwitchCase.FindMatching(c);
        var activities = matching.Count > 0
            ? matching.Select(m => m.Json["activity"] is JsonObject inner ? c.Node.Children.FirstOrDefault(n => n.Json == inner) : null).OfType<ActivityNode>().ToList()
            : [.. c.Node.ChildrenIn("default").Take(1)];

        if (activities.Count == 0)
        {
            c.Complete();
            return;
        }

        c.Local["left"] = new JsonArray([.. activities.Select(a => (JsonNode)a.Key).Distinct()]);
        activities.ForEach(a => c.Schedule(a));
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => SwitchCase.Validate(node);

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes)
    {
        var left = c.Local["left"]!.AsArray();

        if (left.FirstOrDefault(k => k!.GetValue<string>() == child!.NodeKey) is { } done)
        {
            left.Remove(done);

            if (left.Count == 0)
            {
                c.Complete();
            }
        }
    }
}
