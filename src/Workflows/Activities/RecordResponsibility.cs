using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records which service has the main responsibility, agreed between the services or decided by the municipality (L-34, L-39).</summary>
public sealed class RecordResponsibility : DomainActivity
{
    internal RecordResponsibility(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer hovedansvar", "Registrer hovudansvar", "Record main responsibility"),
        new("Registrerer hvilken tjeneste som har hovedansvaret, og hvem som bestemte det.", "Registrerer kva teneste som har hovudansvaret, og kven som bestemte det.", "Records which service has the main responsibility, and who settled it."),
        [
            new("decidedBy", InputKind.Choice, Choices: Choices.Deciders, Default: nameof(ResponsibilityDecider.Agreement)) { Label = new("Hvem som bestemte", "Kven som bestemte", "Who settled it") },
            ToolboxInputs.Source,
        ])
    {
        Result = new("Tjenesten med hovedansvar", "Tenesta med hovudansvar", "The main responsible service"),
    };

    private protected override void Run(ActivityContext c)
    {
        var result = RequiredSource(c);
        c.Issue(new SettleResponsibility(Choice(c, "decidedBy", ResponsibilityDecider.Agreement), result));
        c.SetOutput("Result", new JsonObject { ["mainResponsibleService"] = result.Text("mainResponsibleService") });
        c.Complete();
    }
}
