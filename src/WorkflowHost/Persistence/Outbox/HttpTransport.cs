using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>HTTP requests of workflows. The answer resumes the wait of the instance that asked, in the transaction that marks the request as sent.</summary>
internal sealed class HttpTransport(IHttpClientFactory clients, OutboxOptions options) : OutboxTransport
{
    /// <summary>How much of an answer is kept.</summary>
    private const int MaxAnswer = 100_000;

    public override string Kind => OutboxKinds.Http;

    public override async Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var asked = JsonNode.Parse(message.Payload)!.AsObject();

        if (!Uri.TryCreate((string?)asked["url"], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || !options.HttpHosts.Contains(url.Host))
        {
            return NoAnswer("connect", "The address is not among those that workflows may reach (Outbox:HttpHosts).").ToJsonString();
        }

        using var request = new HttpRequestMessage(new HttpMethod((string?)asked["method"] ?? "GET"), url);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", message.Key);

        foreach (var (name, value) in asked["headers"]?.AsObject() ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, (string?)value);
        }

        if ((string?)asked["content"] is { } content)
        {
            request.Content = new StringContent(content, Encoding.UTF8, (string?)asked["contentType"] ?? "application/json");
        }

        using var client = clients.CreateClient(nameof(HttpTransport));

        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return (await AnswerAsync(response, cancellationToken)).ToJsonString();
        }
        catch (HttpRequestException failure)
        {
            return NoAnswer("connect", failure.HttpRequestError.ToString()).ToJsonString();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NoAnswer("timeout", "The receiver did not answer in time.").ToJsonString();
        }
    }

    public override async Task RecordAsync(Work work, OutboxMessage message, string? answer, CancellationToken cancellationToken)
    {
        var asked = JsonNode.Parse(message.Payload)!.AsObject();
        var instanceId = new WorkflowInstanceId(Guid.Parse((string)asked["instanceId"]!));
        await work.Flows.ResumeAsync(instanceId, (int)asked["waitId"]!, answer is null ? null : JsonNode.Parse(answer), cancellationToken);
    }

    private static JsonObject NoAnswer(string failure, string message) => new() { ["failure"] = failure, ["message"] = message };

    private static async Task<JsonObject> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var headers = new JsonObject();

        foreach (var (name, values) in response.Headers)
        {
            headers[name] = string.Join(", ", values);
        }

        return new JsonObject { ["statusCode"] = (int)response.StatusCode, ["headers"] = headers, ["content"] = Parse(text.Length > MaxAnswer ? text[..MaxAnswer] : text) };
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
