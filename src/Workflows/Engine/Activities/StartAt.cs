using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Waits until an instant; one that has passed is not waited for.</summary>
internal sealed class StartAt : Activity
{
    public override string Type => "Elsa.StartAt";

    public override void Execute(ActivityContext c)
    {
        var at = c.GetInstant("dateTime");

        if (c.IsTriggerOfWorkflow || at is null || at <= c.Now)
        {
            c.Complete();
        }
        else
        {
            c.OpenWait(WaitKind.Timer, dueAt: at);
        }
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => TimeChecks.Instant(node, "dateTime");
}
