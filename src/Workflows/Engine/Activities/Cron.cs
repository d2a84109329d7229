using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Waits for the next instant of a cron schedule, in UTC; as the trigger of the workflow it has already waited.</summary>
internal sealed class Cron : Activity
{
    public override string Type => "Elsa.Cron";

    public override void Execute(ActivityContext c)
    {
        if (c.IsTriggerOfWorkflow)
        {
            c.Complete();
            return;
        }

        try
        {
            c.OpenWait(WaitKind.Timer, dueAt: CronSchedule.Parse(c.GetText("cronExpression") ?? "").Next(c.Now));
        }
        catch (FormatException e)
        {
            throw new ActivityFaultException(e.Message, e);
        }
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        TimeChecks.Schedule(node, "cronExpression");
}
