using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.Contracts;

/// <summary>The API as a contract: a change of it is a change of <c>openapi.v1.json</c>, which reviewers see. Write it anew by running with UPDATE_CONTRACTS=1.</summary>
public sealed class ApiDocumentTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Stored => Path.Combine(TestHost.Root, "tests", "WorkflowHost.Tests", "Contracts", "openapi.v1.json");

    [Fact]
    public async Task Document_IsTheOneAgreed()
    {
        using var client = host.CreateClient();

        var now = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACTS") == "1")
        {
            await File.WriteAllTextAsync(Stored, now);
        }

        Assert.Equal(await File.ReadAllTextAsync(Stored), now);
    }

    [Fact]
    public async Task EveryOperation_HasNameAndSummary()
    {
        using var client = host.CreateClient();
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;

        var operations = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (Path: $"{o.Key} {p.Key}", Operation: o.Value!))).ToList();

        Assert.NotEmpty(operations);
        Assert.Empty(operations.Where(o => o.Operation["operationId"] is null || o.Operation["summary"] is null).Select(o => o.Path));
    }
}
