using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records what came of asking for an authorization: shown, rejected, or the person confirmed the request as own (L-24, L-25, scenario 8).</summary>
public sealed class RecordAuthorization : DomainActivity
{
    internal RecordAuthorization(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer fullmakt", "Registrer fullmakt", "Record authorization"),
        new("Registrerer fullmakt, eller at personen selv har bekreftet søknaden.", "Registrerer fullmakt, eller at personen sjølv har stadfesta søknaden.", "Records an authorization, or that the person has confirmed the request."),
        [ToolboxInputs.Source, ToolboxInputs.Subject]);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new SettleAuthorization(Subject(c), RequiredSource(c)));
        c.Complete();
    }
}
