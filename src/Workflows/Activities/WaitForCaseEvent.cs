using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Waits until something happens in the case, for instance that the decision is notified or a consent withdrawn.</summary>
public sealed class WaitForCaseEvent : DomainActivity
{
    private static readonly string[] SubjectNames = ["subject", "subjectId", "appealId", "decisionId", "consentId", "participantId", "requestId", "planId"];

    internal WaitForCaseEvent(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Vent på hendelse", "Vent på hending", "Wait for event"),
        new("Venter til noe skjer i saken.", "Ventar til noko skjer i saka.", "Waits until something happens in the case."),
        [new("eventName", InputKind.CaseEvent, true) { Label = new("Hendelse", "Hending", "Event") }, ToolboxInputs.Subject])
    {
        Result = new("Det som fulgte med hendelsen", "Det som følgde med hendinga", "What came with the event"),
    };

    private protected override void Run(ActivityContext c) => c.OpenWait(WaitKind.Event, Require(c, "eventName"));

    private protected override void Continue(ActivityContext c, Wait wait, JsonNode? payload)
    {
        if (Subject(c) is { } subject && !IsAbout(payload, subject))
        {
            c.OpenWait(WaitKind.Event, wait.Name);
            return;
        }

        c.SetOutput("Result", payload?.DeepClone());
        c.Complete();
    }

    private static bool IsAbout(JsonNode? payload, string subject) =>
        payload is JsonObject json && SubjectNames.Any(name => string.Equals(TaskResult.TextOf(json[name]), subject, StringComparison.OrdinalIgnoreCase));
}
