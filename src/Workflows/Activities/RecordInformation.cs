using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records that the person was informed about individual plan, so that the duty can be shown to be met (L-16, L-19).</summary>
public sealed class RecordInformation : DomainActivity
{
    internal RecordInformation(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer informasjon", "Registrer informasjon", "Record information"),
        new("Dokumenterer at personen er informert om individuell plan, og hva svaret var.", "Dokumenterer at personen er informert om individuell plan, og kva svaret var.", "Records that the person was informed about individual plan, and what the answer was."),
        [ToolboxInputs.Source])
    {
        Result = new("Hva personen svarte", "Kva personen svarte", "What the person answered"),
    };

    private protected override void Run(ActivityContext c)
    {
        var result = RequiredSource(c);
        c.Issue(new KeepInformation(result));
        c.SetOutput("Result", new JsonObject { ["response"] = result.Text("response"), ["raiseAgainOn"] = result.Text("raiseAgainOn") });
        c.Complete();
    }
}
