using System.Text.Json;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Ends the workflow that it stands in, and with it the activity that the workflow is used as, by the outcomes named.</summary>
internal sealed class Complete : Activity
{
    public override string Type => "Elsa.Complete";

    internal override bool IsTerminal => true;

    public override void Execute(ActivityContext c)
    {
        c.Run.RequestCompositeCompletion(c.Execution, new OutcomeSet(ReadOutcomes(c)));
        c.Complete();
    }

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];

    private static IReadOnlyList<string> ReadOutcomes(ActivityContext c)
    {
        var value = c.GetInput("outcomes");

        return value?.GetValueKind() is JsonValueKind.String or JsonValueKind.Array ? ExpressionValues.ToTexts(value) : ["Done"];
    }
}
