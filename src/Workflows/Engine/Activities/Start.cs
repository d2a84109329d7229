using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Marks where a flowchart begins.</summary>
internal sealed class Start : Activity
{
    public override string Type => "Elsa.Start";

    public override void Execute(ActivityContext c) => c.Complete();
}
