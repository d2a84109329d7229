using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Waits for an event by name; as the trigger of the workflow the event is already there.</summary>
internal sealed class Event : Activity
{
    public override string Type => "Elsa.Event";

    public override void Execute(ActivityContext c)
    {
        if (c.IsTriggerOfWorkflow)
        {
            Take(c, c.Run.TriggerPayload);
            return;
        }

        c.OpenWait(WaitKind.Event, c.GetText("eventName") ?? "");
    }

    public override void Resume(ActivityContext c, Wait wait, JsonNode? payload) => Take(c, payload);

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        node.FindInput("eventName") is null ? [new("feltet «Hendelse» er tomt. Velg hvilken hendelse steget venter på.", "feltet «Hending» er tomt. Vel kva hending steget ventar på.", "it does not say which event to wait for. Choose one.")] : [];

    private static void Take(ActivityContext c, JsonNode? payload)
    {
        c.SetOutput("Result", payload?.DeepClone());
        c.Complete();
    }
}
