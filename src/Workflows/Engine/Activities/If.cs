using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Runs one of two activities inside it.</summary>
internal sealed class If : Activity
{
    public override string Type => "Elsa.If";

    public override void Execute(ActivityContext c)
    {
        var condition = c.GetBool("condition");
        c.SetOutput("Result", JsonValue.Create(condition));
        c.Schedule(c.Node.ChildrenIn(condition ? "then" : "else").FirstOrDefault());
    }

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes) => c.Complete();
}
