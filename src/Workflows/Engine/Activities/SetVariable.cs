using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Gives a variable a value; the value takes the variable's type.</summary>
internal sealed class SetVariable : Activity
{
    public override string Type => "Elsa.SetVariable";

    public override void Execute(ActivityContext c)
    {
        var (id, name) = VariableReader.ReadReference(c.Node.Json["variable"]);
        c.Run.SetVariableById(c.Execution, id, name, c.GetInput("value"));
        c.Complete();
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        VariableReader.ReadReference(node.Json["variable"]) is (null, null) ? [new("feltet «Variabel» er tomt. Velg hvilken variabel som skal få en verdi.", "feltet «Variabel» er tomt. Vel kva variabel som skal få ein verdi.", "it does not say which variable to set. Choose one.")] : [];
}
