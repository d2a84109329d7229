using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Repeats as long as a condition holds; it is asked before each round.</summary>
internal sealed class While : Loop
{
    public override string Type => "Elsa.While";

    internal override IReadOnlyCollection<string> LazyInputs { get; } = ["condition"];

    public override void Execute(ActivityContext c) => Iterate(c);

    protected override void Iterate(ActivityContext c)
    {
        if (!c.Execution.IsBreaking && c.GetBool("condition"))
        {
            c.Schedule(Body(c));
        }
        else
        {
            c.Complete();
        }
    }
}
