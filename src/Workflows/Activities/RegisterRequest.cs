using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Registers that the person asks for a plan, as told to staff (L-26). It starts the one-month clock and the flows that handle requests.</summary>
public sealed class RegisterRequest : DomainActivity
{
    internal RegisterRequest(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer søknad", "Registrer søknad", "Register request"),
        new("Registrerer at personen ønsker plan, slik det er fortalt.", "Registrerer at personen ønskjer plan, slik det er fortalt.", "Registers that the person wants a plan, as told."),
        [
            ToolboxInputs.OptionalSource,
            new("channel", InputKind.Choice, Choices: Choices.RequestChannels, Default: nameof(RequestChannel.Oral)) { Label = new("Hvordan ønsket kom", "Korleis ønsket kom", "How the wish was told") },
        ]);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new ReceiveRequest(Choice(c, "channel", RequestChannel.Oral), Source(c)));
        c.Complete();
    }
}
