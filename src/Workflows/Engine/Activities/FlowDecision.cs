using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Goes one of two ways.</summary>
internal sealed class FlowDecision : Activity
{
    public override string Type => "Elsa.FlowDecision";

    public override void Execute(ActivityContext c) => c.Complete(c.GetBool("condition") ? "True" : "False");

    internal override LocalizedText OutcomeNoun { get; } = new("svaret", "svaret", "the answer");

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => ["True", "False"];
}
