using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Writes a line that is kept with the instance.</summary>
internal sealed class WriteLine : Activity
{
    public override string Type => "Elsa.WriteLine";

    public override void Execute(ActivityContext c)
    {
        c.Issue(new WriteOutput(c.GetText("text") ?? ""));
        c.Complete();
    }
}
