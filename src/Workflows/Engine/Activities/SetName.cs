using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Names the instance.</summary>
internal sealed class SetName : Activity
{
    public override string Type => "Elsa.SetName";

    public override void Execute(ActivityContext c)
    {
        c.InstanceName = c.GetText("value") ?? "";
        c.Complete();
    }
}
