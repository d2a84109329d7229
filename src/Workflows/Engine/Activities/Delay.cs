using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Waits for a length of time, however long. A delay of zero waits too.</summary>
internal sealed class Delay : Activity
{
    public override string Type => "Elsa.Delay";

    public override void Execute(ActivityContext c) =>
        c.OpenWait(WaitKind.Timer, dueAt: c.Now + (c.GetSpan("timeSpan") ?? (c.Node.FindInput("timeSpan") is null ? TimeSpan.FromMinutes(1) : TimeSpan.Zero)));

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => TimeChecks.Span(node, "timeSpan");
}
