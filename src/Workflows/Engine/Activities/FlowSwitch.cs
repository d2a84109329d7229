using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Goes the way of the first case that holds, or of all that hold, or the default way.</summary>
internal sealed class FlowSwitch : Activity
{
    private const string Default = "Default";

    public override string Type => "Elsa.FlowSwitch";

    public override void Execute(ActivityContext c)
    {
        var matching = SwitchCase.FindMatching(c);
        c.Complete(matching.Count == 0 ? [Default] : [.. matching.Select(static m => m.Label)]);
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => SwitchCase.Validate(node);

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [.. SwitchCase.Of(node).Select(static c => c.Label), Default];
}
