using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Sets an output of the workflow, or of the activity that the workflow is used as.</summary>
internal sealed class SetOutput : Activity
{
    public override string Type => "Elsa.SetOutput";

    public override void Execute(ActivityContext c)
    {
        var name = c.GetText("outputName") ?? "";
        var value = c.GetInput("outputValue");
        var composite = c.Execution.SelfAndAncestors().FirstOrDefault(static e => WorkflowAsActivity.Is(e.Node));

        if (composite is null)
        {
            c.Run.SetWorkflowOutput(name, value);
        }
        else
        {
            (composite.Variables ??= [])[name] = value;
        }

        c.Complete();
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        node.FindInput("outputName") is null ? [new("feltet «Resultat» er tomt. Velg hvilket resultat som skal få en verdi.", "feltet «Resultat» er tomt. Vel kva resultat som skal få ein verdi.", "it does not say which output to set. Choose one.")] : [];
}
