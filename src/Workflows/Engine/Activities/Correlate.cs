using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Ties the instance to something outside.</summary>
internal sealed class Correlate : Activity
{
    public override string Type => "Elsa.Correlate";

    public override void Execute(ActivityContext c)
    {
        c.CorrelationId = c.GetText("correlationId");
        c.Complete();
    }
}
