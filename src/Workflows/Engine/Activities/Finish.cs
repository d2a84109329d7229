using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Ends the whole instance, however deep inside it stands.</summary>
internal sealed class Finish : Activity
{
    public override string Type => "Elsa.Finish";

    internal override bool IsTerminal => true;

    public override void Execute(ActivityContext c)
    {
        c.Run.Terminate();
        c.Complete();
    }

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];
}
