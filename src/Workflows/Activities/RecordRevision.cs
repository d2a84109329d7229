using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records a revision with its outcome and evaluation, and meets the revision deadline (L-89).</summary>
public sealed class RecordRevision : DomainActivity
{
    private static readonly ChoiceInfo[] RevisionOutcomes =
    [
        new("NoChange", new("Ingen endring", "Inga endring", "No change")),
        new("Adjusted", new("Justert", "Justert", "Adjusted")),
        new("NewVersion", new("Ny versjon av planen", "Ny versjon av planen", "New version of the plan")),
        new("Close", new("Planen avsluttes", "Planen blir avslutta", "The plan is closed")),
    ];


    internal RecordRevision(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer revisjon", "Registrer revisjon", "Record revision"),
        new("Registrerer utfallet av en revisjon.", "Registrerer utfallet av ein revisjon.", "Records the outcome of a revision."),
        [
            ToolboxInputs.Source,
            new("outcome", InputKind.Choice, Choices: RevisionOutcomes)
            {
                Label = new("Utfall", "Utfall", "Outcome"),
                Help = new("La stå tomt når svaret på oppgaven sier det.", "Lat stå tomt når svaret på oppgåva seier det.", "Leave empty when the task's answer says it."),
            },
        ])
    {
        Result = new("Utfall og neste revisjon", "Utfall og neste revisjon", "Outcome and next revision"),
    };

    private protected override void Run(ActivityContext c)
    {
        var result = RequiredSource(c);
        var outcome = c.GetText("outcome") is { Length: > 0 } text ? text : result.Text("outcome") ?? result.Outcome;
        if (RevisionOutcomes.All(known => known.Value != outcome))
        {
            throw new ActivityFaultException($"A revision ends with {string.Join(", ", RevisionOutcomes.Select(known => known.Value))}, not '{outcome}'.");
        }

        c.Issue(new KeepRevision(outcome, result));
        c.SetOutput("Result", new JsonObject { ["outcome"] = outcome, ["nextRevisionOn"] = result.Text("nextRevisionOn") });
        c.Complete();
    }
}
