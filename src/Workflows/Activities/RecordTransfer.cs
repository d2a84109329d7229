using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records a step of handing the case over to another municipality or service (L-109).</summary>
public sealed class RecordTransfer : DomainActivity
{
    internal RecordTransfer(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer overføring", "Registrer overføring", "Record transfer"),
        new("Registrerer et steg i overføringen til en annen kommune eller tjeneste.", "Registrerer eit steg i overføringa til ein annan kommune eller ei anna teneste.", "Records a step of the transfer to another municipality or service."),
        [
            new("stage", InputKind.Choice, true, Choices.TransferStages) { Label = new("Hva som har skjedd", "Kva som har skjedd", "What has happened") },
            ToolboxInputs.OptionalSource,
        ]);

    private protected override void Run(ActivityContext c)
    {
        Require(c, "stage");
        c.Issue(new KeepTransfer(Choice(c, "stage", TransferStage.Start), Source(c)));
        c.Complete();
    }
}
