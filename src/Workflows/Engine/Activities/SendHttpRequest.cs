using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Sends an HTTP request and runs the activity inside it that stands for the status code of the answer.</summary>
internal sealed class SendHttpRequest : Activity
{
    public override string Type => "Elsa.SendHttpRequest";

    public override void Execute(ActivityContext c) => HttpRequests.Send(c);

    public override void Resume(ActivityContext c, Wait wait, JsonNode? payload)
    {
        var status = HttpRequests.Receive(c, payload);
        var next = status is { } code ? Expected(c.Node, code) ?? Port(c.Node, "unmatchedStatusCode")
            : Port(c.Node, HttpRequests.IsTimeout(payload) ? "timeout" : "failedToConnect");
        c.Schedule(next);
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => HttpRequests.Validate(node);

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes) => c.Complete();

    private static ActivityNode? Expected(ActivityNode node, int status)
    {
        foreach (var expected in (node.Json["expectedStatusCodes"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (ExpressionValues.ToInt(expected["statusCode"]) == status)
            {
                return node.Children.FirstOrDefault(n => n.Json == expected["activity"]);
            }
        }

        return null;
    }

    private static ActivityNode? Port(ActivityNode node, string name) => node.ChildrenIn(name).FirstOrDefault();
}
