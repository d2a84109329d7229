using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Brings a legal deadline to rest: met, stopped or missed. A breach that has happened stays in history.</summary>
public sealed class SettleDeadline : DomainActivity
{
    internal SettleDeadline(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Avslutt frist", "Avslutt frist", "Settle deadline"),
        new("Registrerer at en frist er overholdt eller ikke gjelder lenger.", "Registrerer at ein frist er halden eller ikkje gjeld lenger.", "Records that a deadline is met or no longer applies."),
        [
            new("deadline", InputKind.Deadline, true),
            new("subject", InputKind.Expression),
            new("as", InputKind.Choice, Choices: Enum.GetNames<DeadlineSettlement>(), Default: nameof(DeadlineSettlement.Met)),
            new("on", InputKind.Expression),
        ]);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new CloseDeadline(Require(c, "deadline"), Subject(c), Choice(c, "as", DeadlineSettlement.Met), Date(c, "on")));
        c.Complete();
    }
}
