using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;

/// <summary>Drawings and instances on a host that is reached over HTTP.</summary>
internal static class FlowsOnHost
{
    public const string Api = "/elsa/api";

    public static async Task PublishAsync(this TestHost host, Drawing drawing, int version = 1)
    {
        using var leader = await host.AsAsync("leader");
        var answer = await leader.PostAsync("/api/workflow-definitions/publish", new StringContent(drawing.ToJson(version), System.Text.Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Starts a flow without asking anyone.</summary>
    public static async Task<string> StartAsync(this TestHost host, string definitionId, string? caseId = null, JsonObject? input = null) =>
        (await host.Services.GetRequiredService<WorkWriter>().RunAsync(
            new Operation(Actor.System, "test", host.Services.GetRequiredService<TimeProvider>().GetUtcNow()),
            (work, token) => work.Flows.StartAsync(definitionId, input, caseId is null ? null : new CaseId(Guid.Parse(caseId)), token),
            CancellationToken.None)).ToString();

    /// <summary>The instances of a case, by definition.</summary>
    public static async Task<Dictionary<string, string>> InstancesOfAsync(this TestHost host, string caseId)
    {
        await using var db = host.Read();
        var id = new CaseId(Guid.Parse(caseId));
        var rows = await db.WorkflowInstances.Where(i => i.CaseId == id).OrderBy(i => i.Id).ToListAsync();
        return rows.GroupBy(i => i.DefinitionId).ToDictionary(g => g.Key, g => g.First().Id.ToString());
    }

    public static IpDbContext Read(this TestHost host) => host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();

    public static async Task<JsonObject> GetJsonAsync(this HttpClient client, string address)
    {
        var answer = await client.GetAsync(Api + address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    public static async Task<JsonObject> PostForJsonAsync(this HttpClient client, string address, object body)
    {
        var answer = await client.PostAsJsonAsync(Api + address, body);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    public static async Task<IReadOnlyList<JsonObject>> StatsAsync(this HttpClient client, string instanceId) =>
        [.. (await client.PostForJsonAsync("/activity-executions/report", new { workflowInstanceId = instanceId, activityNodeIds = Array.Empty<string>() }))["stats"]!.AsArray().Select(s => s!.AsObject())];

    /// <summary>Numbers of one node: started, completed, uncompleted, blocked, faulted.</summary>
    public static (int Started, int Completed, int Uncompleted, bool IsBlocked, bool IsFaulted) Badge(this IReadOnlyList<JsonObject> stats, string activityId)
    {
        var node = Assert.Single(stats, s => (string?)s["activityId"] == activityId);
        return ((int)node["startedCount"]!, (int)node["completedCount"]!, (int)node["uncompletedCount"]!, (bool)node["isBlocked"]!, (bool)node["isFaulted"]!);
    }
}

internal static class TasksOnHost
{
    /// <summary>Completes the open task of an instance with its first outcome.</summary>
    public static async Task CompleteTaskOfAsync(this HttpClient client, TestHost host, string instanceId)
    {
        await using var db = host.Read();
        var id = new Workflows.HumanTasks.WorkflowInstanceId(Guid.Parse(instanceId));
        var task = await db.HumanTasks.SingleAsync(t => t.InstanceId == id && t.EndedAt == null);
        var answer = await client.PostAsJsonAsync($"/api/tasks/{task.Id}/complete", new { operationId = $"done-{task.Id}", outcome = task.Outcomes[0].Value, values = new { } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
