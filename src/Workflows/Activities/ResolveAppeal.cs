using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records what became of an appeal, step by step: assessed by the first instance, forwarded, decided by the appeal body, withdrawn or lapsed (L-92, L-97, L-99).</summary>
public sealed class ResolveAppeal : DomainActivity
{
    internal ResolveAppeal(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer klageutfall", "Registrer klageutfall", "Record appeal outcome"),
        new("Registrerer et steg i klagebehandlingen, og hva det betyr for vedtaket.", "Registrerer eit steg i klagehandsaminga, og kva det tyder for vedtaket.", "Records a step of the appeal and what it means for the decision."),
        [
            new("stage", InputKind.Choice, true, Enum.GetNames<AppealStage>()),
            new("outcome", InputKind.Text),
            new("source", InputKind.Expression),
            new("subject", InputKind.Expression),
        ]);

    private protected override void Run(ActivityContext c)
    {
        Require(c, "stage");
        var stage = Choice(c, "stage", AppealStage.FirstInstance);
        var result = Source(c);
        var outcome = c.GetText("outcome") is { Length: > 0 } text ? text : result.Text("outcome");
        if (outcome is null && stage is AppealStage.FirstInstance or AppealStage.AppealBody)
        {
            throw new ActivityFaultException("No outcome is given, neither by the input outcome nor by the field outcome of the source.");
        }

        c.Issue(new AdvanceAppeal(Subject(c), stage, outcome, result));
        c.SetOutput("Result", new JsonObject { ["outcome"] = outcome });
        c.Complete();
    }
}
