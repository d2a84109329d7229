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

    public override IEnumerable<string> Validate(ActivityNode node) =>
        VariableReader.ReadReference(node.Json["variable"]) is (null, null) ? ["It does not say which variable to set."] : [];
}
