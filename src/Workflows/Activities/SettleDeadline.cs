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
            new("deadline", InputKind.Deadline, true) { Label = new("Frist", "Frist", "Deadline") },
            new("as", InputKind.Choice, Choices: Choices.Settlements, Default: nameof(DeadlineSettlement.Met)) { Label = new("Hvordan det gikk", "Korleis det gjekk", "How it went") },
            ToolboxInputs.Day("on", new("Dato", "Dato", "Date"), new("La stå tomt for i dag.", "Lat stå tomt for i dag.", "Leave empty for today.")),
            ToolboxInputs.Subject,
        ]);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new CloseDeadline(Require(c, "deadline"), Subject(c), Choice(c, "as", DeadlineSettlement.Met), Date(c, "on")));
        c.Complete();
    }
}
