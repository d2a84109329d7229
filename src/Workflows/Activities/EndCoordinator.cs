using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Ends the coordinator's period on a day, with reason and handover note (L-70). Whoever follows is appointed apart.</summary>
public sealed class EndCoordinator : DomainActivity
{
    internal EndCoordinator(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Avslutt koordinator", "Avslutt koordinator", "End coordinator"),
        new("Avslutter koordinatorens periode.", "Avsluttar perioden til koordinatoren.", "Ends the coordinator's period."),
        [ToolboxInputs.OptionalSource]);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new EndCoordinatorPeriod(Source(c)));
        c.Complete();
    }
}
