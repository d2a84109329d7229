using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Descriptors;

/// <summary>Studio's tab Test: one step is tried, and nothing happens to any case.</summary>
public sealed class TryActivityTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_decision_says_which_way_it_goes()
    {
        var answer = await TryAsync("request-handling", "Elsa.FlowDecision");

        Assert.Contains((string)answer["status"]!, new[] { "Completed", "Faulted" });
        Assert.NotNull(answer["payload"]!["Outcomes"]);
    }

    [Fact]
    public async Task A_task_is_tried_without_opening_one()
    {
        using var leader = await host.AsAsync("leader");
        var before = (await leader.ItemsAsync("/api/tasks?state=open")).Count;

        var answer = await TryAsync("request-handling", "IndividualPlan.CaseTask");

        Assert.Equal("Running", (string?)answer["status"]);
        Assert.Contains("ikke gjort noe i noen sak", (string?)answer["activityState"]!["Test"], StringComparison.Ordinal);
        Assert.NotEmpty((string)answer["activityState"]!["Title"]!);
        Assert.Equal(before, (await leader.ItemsAsync("/api/tasks?state=open")).Count);
    }

    [Fact]
    public async Task A_step_that_is_not_saved_is_answered_with_a_sentence()
    {
        using var leader = await host.AsAsync("leader");

        using var answer = await leader.PostAsJsonAsync("/elsa/api/tests/activities", new { workflowDefinitionHandle = new { definitionId = "request-handling" }, activityHandle = new { activityId = "nothing" } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Lagre først", (string?)(await answer.JsonAsync())["detail"], StringComparison.Ordinal);
    }

    private async Task<JsonObject> TryAsync(string definitionId, string type)
    {
        var file = Path.Combine(TestHost.Root, "workflow-definitions", definitionId, "v1.json");
        var step = JsonNode.Parse(await File.ReadAllTextAsync(file))!["root"]!["activities"]!.AsArray().First(a => (string?)a!["type"] == type)!;
        using var leader = await host.AsAsync("leader");

        using var answer = await leader.PostAsJsonAsync("/elsa/api/tests/activities", new
        {
            workflowDefinitionHandle = new { definitionId, versionOptions = (string?)null, definitionVersionId = (string?)null },
            activityHandle = new { activityId = (string?)step["id"], activityNodeId = (string?)null, activityInstanceId = (string?)null, activityHash = (string?)null },
        });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
