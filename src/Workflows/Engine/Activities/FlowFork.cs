using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Goes several ways at once.</summary>
internal sealed class FlowFork : Activity
{
    public override string Type => "Elsa.FlowFork";

    public override void Execute(ActivityContext c)
    {
        if (c.GetInput("branches") is null)
        {
            c.Complete("Done");
        }
        else
        {
            c.Run.Complete(c.Execution, new OutcomeSet(c.GetStrings("branches")));
        }
    }

    internal override LocalizedText OutcomeNoun { get; } = new("grenen", "greina", "the branch");

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => node.LiteralTexts("branches") is { Count: > 0 } branches ? branches : ["Done"];
}
