using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>What the loops have in common: a body, and two ways out of it before its time.</summary>
internal abstract class Loop : Activity
{
    internal static LocalizedText NoBody { get; } = new(
        "løkka er tom. Legg inn stegene som skal gjentas.", "løkka er tom. Legg inn stega som skal takast opp att.", "the loop is empty. Add the steps to repeat.");

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        node.ChildrenIn("body").Any() ? [] : [NoBody];

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes) => Iterate(c);

    internal override bool BreakRequested(ActivityContext c)
    {
        c.Execution.IsBreaking = true;

        return true;
    }

    internal override bool CompositeCompletionRequested(ActivityContext c, ActivityExecution sender, OutcomeSet outcomes)
    {
        c.Run.CancelUpwards(c.Execution);

        return false;
    }

    /// <summary>Begins the next round, or ends the loop.</summary>
    protected abstract void Iterate(ActivityContext c);

    private protected static ActivityNode? Body(ActivityContext c) => c.Node.ChildrenIn("body").FirstOrDefault();
}
