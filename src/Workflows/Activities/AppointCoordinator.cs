using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Has the coordinating unit name a coordinator, and begins that coordinator's period (L-61 to L-70). A period that runs is ended with a handover.</summary>
public sealed class AppointCoordinator : AnsweredStep
{
    private const string Appointed = "Appointed";
    private const string NotAppointed = "NotAppointed";
    private static readonly TaskOutcome[] Ports = [new(Appointed, "Oppnevnt"), new(NotAppointed, "Ikke oppnevnt")];

    internal AppointCoordinator(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Oppnevn koordinator", "Oppnemn koordinator", "Appoint coordinator"),
        new("Koordinerende enhet oppnevner koordinator, og perioden begynner.", "Koordinerande eining oppnemner koordinator, og perioden tek til.", "The coordinating unit appoints a coordinator, and the period begins."),
        StepInputs);

    private protected override StepDefaults Defaults { get; } = new("Oppnevn koordinator", Roles.CoordinatingUnit, "appoint-coordinator");

    private protected override IReadOnlyList<TaskOutcome> Answers => Ports;

    private protected override void Record(ActivityContext c, TaskResult result)
    {
        if (result.Outcome == Appointed)
        {
            c.Issue(new BeginCoordinatorPeriod(result));
        }
    }
}
