using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Leaves the nearest loop.</summary>
internal sealed class Break : Activity
{
    public override string Type => "Elsa.Break";

    internal override bool IsTerminal => true;

    public override void Execute(ActivityContext c)
    {
        c.Run.RequestBreak(c.Execution);
        c.Complete();
    }

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];
}
