namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>The workflow as an activity: holds its variables and runs its root.</summary>
internal sealed class WorkflowRoot : Activity
{
    public override string Type => "Elsa.Workflow";

    internal override bool HoldsVariables => true;

    public override void Execute(ActivityContext c) => c.Schedule(c.Node.Children[0]);

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes) => c.Complete();

    internal override bool CompositeCompletionRequested(ActivityContext c, ActivityExecution sender, OutcomeSet outcomes)
    {
        c.Run.CompositeOutcomes = outcomes;
        c.Run.Complete(sender, OutcomeSet.Default);
        c.Run.Complete(c.Execution, outcomes);

        return true;
    }
}
