using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Ends a consent with all its effects at once (L-55, L-56).</summary>
public sealed class WithdrawConsent : DomainActivity
{
    internal WithdrawConsent(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Trekk samtykke", "Trekk samtykke", "Withdraw consent"),
        new("Avslutter et samtykke; tilgang og arbeid som bygger på det, stopper med en gang.", "Avsluttar eit samtykke; tilgang og arbeid som byggjer på det, stoppar med ein gong.", "Ends a consent; access and work that rest on it stop at once."),
        [
            ToolboxInputs.ConsentType,
            new("because", InputKind.Choice, Choices: Choices.ConsentEndings, Default: nameof(ConsentEnding.Withdrawn)) { Label = new("Hvorfor det tar slutt", "Kvifor det tek slutt", "Why it ends") },
            ToolboxInputs.RecipientService,
            ToolboxInputs.Subject,
        ]);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new EndConsent(Choice(c, "consentType", ConsentType.Plan), Choice(c, "because", ConsentEnding.Withdrawn), c.GetText("recipientService"), Subject(c)));
        c.Complete();
    }
}
