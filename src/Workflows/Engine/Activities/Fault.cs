using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Fails on purpose, so that somebody looks.</summary>
internal sealed class Fault : Activity
{
    public override string Type => "Elsa.Fault";

    public override void Execute(ActivityContext c)
    {
        var message = c.GetText("message");
        var kind = $"{c.GetText("category") ?? "General"}/{c.GetText("faultType") ?? "System"}";
        c.Fault(string.IsNullOrWhiteSpace(message) ? $"The flow faulted ({kind})." : message, c.GetText("code") ?? "0");
    }

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];
}
