using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Waits for an interval; as the trigger of the workflow it has already waited.</summary>
internal sealed class Timer : Activity
{
    public override string Type => "Elsa.Timer";

    public override void Execute(ActivityContext c)
    {
        if (c.IsTriggerOfWorkflow)
        {
            c.Complete();
        }
        else
        {
            c.OpenWait(WaitKind.Timer, dueAt: c.Now + (c.GetSpan("interval") ?? TimeSpan.FromMinutes(1)));
        }
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => TimeChecks.Span(node, "interval");
}
