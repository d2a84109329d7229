using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Has the coordinating unit name a coordinator, and begins that coordinator's period (L-61 to L-70). A period that runs is ended with a handover.</summary>
public sealed class AppointCoordinator : AnsweredStep
{
    private const string Appointed = "Appointed";
    private const string NotAppointed = "NotAppointed";
    private static readonly ChoiceInfo[] Ports =
    [
        new(Appointed, new("Oppnevnt", "Oppnemnd", "Appointed")),
        new(NotAppointed, new("Ikke oppnevnt", "Ikkje oppnemnd", "Not appointed")),
    ];

    private static readonly TaskOutcome[] Offered = [.. Ports.Select(port => new TaskOutcome(port.Value, port.Label.Nb))];

    internal AppointCoordinator(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Oppnevn koordinator", "Oppnemn koordinator", "Appoint coordinator"),
        new("Koordinerende enhet oppnevner koordinator, og perioden begynner.", "Koordinerande eining oppnemner koordinator, og perioden tek til.", "The coordinating unit appoints a coordinator, and the period begins."),
        StepInputs)
    {
        Outcomes = Ports,
        Result = Answer,
    };

    private protected override StepDefaults Defaults { get; } = new("Oppnevn koordinator", Roles.CoordinatingUnit, "appoint-coordinator");

    private protected override IReadOnlyList<TaskOutcome> Answers => Offered;

    private protected override void Record(ActivityContext c, TaskResult result)
    {
        if (result.Outcome == Appointed)
        {
            c.Issue(new BeginCoordinatorPeriod(result));
        }
    }
}
