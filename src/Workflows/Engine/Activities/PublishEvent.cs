using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Sends an event to other instances, or to this one alone.</summary>
internal sealed class PublishEvent : Activity
{
    public override string Type => "Elsa.PublishEvent";

    public override void Execute(ActivityContext c)
    {
        var correlationId = c.GetText("correlationId");
        c.Issue(new RaiseEvent(
            c.GetText("eventName") ?? "",
            c.GetInput("payload")?.DeepClone(),
            string.IsNullOrWhiteSpace(correlationId) ? null : correlationId,
            c.GetBool("isLocalEvent")));
        c.Complete();
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        node.FindInput("eventName") is null ? [new("feltet «Hendelse» er tomt. Velg hvilken hendelse steget melder fra om.", "feltet «Hending» er tomt. Vel kva hending steget melder frå om.", "it does not say which event to send. Choose one.")] : [];
}
