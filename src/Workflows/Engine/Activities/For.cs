using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Counts from one number to another, upwards or downwards.</summary>
internal sealed class For : Loop
{
    public override string Type => "Elsa.For";

    public override void Execute(ActivityContext c)
    {
        // Without a body Elsa's loop never completes; publishing refuses such a drawing.
        if (Body(c) is not null)
        {
            Iterate(c);
        }
    }

    protected override void Iterate(ActivityContext c)
    {
        var step = c.GetInt("step") ?? 1;
        var end = c.GetInt("end") ?? 0;
        var isInclusive = c.GetBool("outerBoundInclusive", fallback: true);
        var current = c.Local["current"] is { } last ? last.GetValue<int>() + step : c.GetInt("start") ?? 0;
        var goesOn = step >= 0
            ? isInclusive ? current <= end : current < end
            : isInclusive ? current >= end : current > end;

        if (c.Execution.IsBreaking || !goesOn)
        {
            c.Complete();
            return;
        }

        c.Local["current"] = current;
        c.Schedule(Body(c), new KeyValuePair<string, JsonNode?>("CurrentValue", current));
        c.SetOutput("CurrentValue", current);
    }
}
