using System.Text;
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
            return Answer(0, "", "The address is not among those that workflows may reach (Outbox:HttpHosts).").ToJsonString();
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
        using var response = await client.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);

        // A server that is ill or busy is asked again later; what else it says is its answer.
        if ((int)response.StatusCode is >= 500 or 429)
        {
            throw new HttpRequestException($"The receiver answered {(int)response.StatusCode}.");
        }

        return Answer((int)response.StatusCode, body.Length > MaxAnswer ? body[..MaxAnswer] : body, null).ToJsonString();
    }

    public override async Task RecordAsync(Work work, OutboxMessage message, string? answer, CancellationToken cancellationToken)
    {
        var asked = JsonNode.Parse(message.Payload)!.AsObject();
        var instanceId = new WorkflowInstanceId(Guid.Parse((string)asked["instanceId"]!));
        await work.Flows.ResumeAsync(instanceId, (int)asked["waitId"]!, answer is null ? null : JsonNode.Parse(answer), cancellationToken);
    }

    private static JsonObject Answer(int statusCode, string body, string? error) => new() { ["statusCode"] = statusCode, ["body"] = body, ["error"] = error };
}
