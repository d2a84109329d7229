using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records what became of an appeal, step by step: assessed by the first instance, forwarded, decided by the appeal body, withdrawn or lapsed (L-92, L-97, L-99).</summary>
public sealed class ResolveAppeal : DomainActivity
{
    // The first four are the first instance's, the others the appeal body's.
    private static readonly ChoiceInfo[] AppealOutcomes =
    [
        new("Uphold", new("Vi: vedtaket står", "Vi: vedtaket står", "We: the decision stands")),
        new("ReverseFully", new("Vi: omgjøres helt", "Vi: blir gjort om heilt", "We: reversed fully")),
        new("ReversePartly", new("Vi: omgjøres delvis", "Vi: blir gjort om delvis", "We: reversed partly")),
        new("Dismiss", new("Vi: klagen avvises", "Vi: klaga blir avvist", "We: the appeal is dismissed")),
        new("Upheld", new("Klageinstansen: vedtaket står", "Klageinstansen: vedtaket står", "Appeal body: upheld")),
        new("ChangedFully", new("Klageinstansen: endret helt", "Klageinstansen: endra heilt", "Appeal body: changed fully")),
        new("ChangedPartly", new("Klageinstansen: endret delvis", "Klageinstansen: endra delvis", "Appeal body: changed partly")),
        new("AnnulledAndRemitted", new("Klageinstansen: opphevet og sendt tilbake", "Klageinstansen: oppheva og send tilbake", "Appeal body: annulled and remitted")),
        new("Dismissed", new("Klageinstansen: avvist", "Klageinstansen: avvist", "Appeal body: dismissed")),
    ];

    internal ResolveAppeal(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer klageutfall", "Registrer klageutfall", "Record appeal outcome"),
        new("Registrerer et steg i klagebehandlingen, og hva det betyr for vedtaket.", "Registrerer eit steg i klagehandsaminga, og kva det tyder for vedtaket.", "Records a step of the appeal and what it means for the decision."),
        [
            new("stage", InputKind.Choice, true, Choices.AppealStages) { Label = new("Hva som har skjedd", "Kva som har skjedd", "What has happened") },
            new("outcome", InputKind.Choice, Choices: AppealOutcomes)
            {
                Label = new("Utfall", "Utfall", "Outcome"),
                Help = new("La stå tomt når svaret på oppgaven sier det.", "Lat stå tomt når svaret på oppgåva seier det.", "Leave empty when the task's answer says it."),
            },
            ToolboxInputs.OptionalSource,
            ToolboxInputs.Subject,
        ])
    {
        Result = new("Utfallet", "Utfallet", "The outcome"),
    };

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
        c.SetOutput("Result", new JsonObject { ["outcome"] = outcome, ["receivedOn"] = result.Text("receivedOn") });
        c.Complete();
    }
}
