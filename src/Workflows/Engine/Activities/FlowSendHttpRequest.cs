using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Sends an HTTP request and leaves by the status code of the answer.</summary>
internal sealed class FlowSendHttpRequest : Activity
{
    private const string Unmatched = "Unmatched status code";
    private const string NotConnected = "Failed to connect";
    private const string Timeout = "Timeout";

    public override string Type => "Elsa.FlowSendHttpRequest";

    public override void Execute(ActivityContext c) => HttpRequests.Send(c);

    public override void Resume(ActivityContext c, Wait wait, JsonNode? payload)
    {
        if (HttpRequests.Receive(c, payload) is not { } status)
        {
            c.Complete(HttpRequests.IsTimeout(payload) ? Timeout : NotConnected);
            return;
        }

        var expected = c.Node.FindInput("expectedStatusCodes") is null ? ["200"] : c.GetStrings("expectedStatusCodes");
        var code = status.ToString(CultureInfo.InvariantCulture);

        if (expected.Count == 0)
        {
            c.Complete("Done");
        }
        else
        {
            c.Complete(expected.Contains(code) ? code : Unmatched, "Done");
        }
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => HttpRequests.Validate(node);

    public override IReadOnlyList<string> Outcomes(ActivityNode node) =>
        [.. node.FindInput("expectedStatusCodes") is null ? ["200"] : node.LiteralTexts("expectedStatusCodes"), Unmatched, NotConnected, Timeout, "Done"];
}
