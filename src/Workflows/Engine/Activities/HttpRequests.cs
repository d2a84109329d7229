using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>What the two HTTP activities have in common: the request, and reading the answer that the host brings.</summary>
/// <remarks>
/// The answer is <c>{ "statusCode": 200, "headers": { … }, "content": … }</c>, or <c>{ "failure": "connect" | "timeout", "message": "…" }</c> when
/// there was none.
/// </remarks>
internal static class HttpRequests
{
    public static void Send(ActivityContext c)
    {
        var url = c.GetText("url");

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new ActivityFaultException($"'{url}' is no address that a request can be sent to.");
        }

        var content = c.GetInput("content");
        var contentType = c.GetText("contentType");
        var hasContent = content is not null && contentType is not null;
        var wait = c.OpenWait(WaitKind.Http, url);
        c.Issue(new SendHttp(
            wait,
            c.GetText("method") is { Length: > 0 } method ? method.ToUpperInvariant() : "GET",
            address.AbsoluteUri,
            hasContent ? ExpressionValues.ToText(content) : null,
            hasContent ? contentType : null,
            Headers(c)));
    }

    /// <summary>Reads the answer into the outputs and returns the status code; null when there was no answer.</summary>
    public static int? Receive(ActivityContext c, JsonNode? payload)
    {
        if (payload?["statusCode"] is not JsonValue code)
        {
            return null;
        }

        var status = code.GetValue<int>();
        c.SetOutput("StatusCode", status);
        c.SetOutput("ParsedContent", payload["content"]?.DeepClone());
        c.SetOutput("ResponseHeaders", payload["headers"]?.DeepClone());
        c.SetOutput("Result", payload.DeepClone());

        return status;
    }

    public static bool IsTimeout(JsonNode? payload) => ExpressionValues.ToText(payload?["failure"]) == "timeout";

    public static IEnumerable<LocalizedText> Validate(ActivityNode node) => node.FindInput("url") is null ? [new("feltet «Adresse» er tomt. Skriv adressen som forespørselen skal sendes til.", "feltet «Adresse» er tomt. Skriv adressa som førespurnaden skal sendast til.", "it does not say where to send the request. Write the address.")] : [];

    private static Dictionary<string, string> Headers(ActivityContext c)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        if (ExpressionValues.Unwrap(c.GetInput("requestHeaders")) is JsonObject given)
        {
            foreach (var (name, value) in given)
            {
                headers[name] = value?.GetValueKind() == JsonValueKind.Array
                    ? string.Join(", ", ExpressionValues.ToTexts(value))
                    : ExpressionValues.ToText(value) ?? "";
            }
        }

        if (c.GetText("authorization") is { Length: > 0 } authorization)
        {
            headers["Authorization"] = authorization;
        }

        return headers;
    }
}
