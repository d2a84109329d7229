using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Opens the person's plan. Only with the consent to it (L-49), and only one for each person.</summary>
public sealed class OpenPlan : DomainActivity
{
    internal OpenPlan(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Opprett plan", "Opprett plan", "Open plan"),
        new("Oppretter den individuelle planen.", "Opprettar den individuelle planen.", "Opens the individual plan."),
        []);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new BeginPlan());
        c.Complete();
    }
}
