using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records a revision with its outcome and evaluation, and meets the revision deadline (L-89).</summary>
public sealed class RecordRevision : DomainActivity
{
    private static readonly string[] RevisionOutcomes = ["NoChange", "Adjusted", "NewVersion", "Close"];

    internal RecordRevision(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer revisjon", "Registrer revisjon", "Record revision"),
        new("Registrerer utfallet av en revisjon.", "Registrerer utfallet av ein revisjon.", "Records the outcome of a revision."),
        [new("source", InputKind.Expression, true), new("outcome", InputKind.Choice, Choices: RevisionOutcomes)]);

    private protected override void Run(ActivityContext c)
    {
        var result = RequiredSource(c);
        var outcome = c.GetText("outcome") is { Length: > 0 } text ? text : result.Text("outcome") ?? result.Outcome;
        if (!RevisionOutcomes.Contains(outcome))
        {
            throw new ActivityFaultException($"A revision ends with {string.Join(", ", RevisionOutcomes)}, not '{outcome}'.");
        }

        c.Issue(new KeepRevision(outcome, result));
        c.SetOutput("Result", new JsonObject { ["outcome"] = outcome, ["nextRevisionOn"] = result.Text("nextRevisionOn") });
        c.Complete();
    }
}
