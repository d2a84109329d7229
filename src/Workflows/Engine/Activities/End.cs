using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Marks where a flowchart ends; what still waits in it is called off.</summary>
internal sealed class End : Activity
{
    public override string Type => "Elsa.End";

    internal override bool IsTerminal => true;

    public override void Execute(ActivityContext c) => c.Complete();

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];
}
