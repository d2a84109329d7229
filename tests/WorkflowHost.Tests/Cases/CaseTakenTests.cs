using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

/// <summary>A case gets its case manager by itself, as the shipped drawings say: whoever registers the request, or takes the first task.</summary>
public sealed class CaseTakenTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_case_manager_who_registers_a_request_has_the_case_and_its_tasks()
    {
        using var manager = await host.AsAsync("casemanager");

        var receipt = await manager.RegisterAsync();

        Assert.Equal(("casemanager", "nav"), await HasAsync(receipt));
        Assert.Equal("casemanager", (string?)(await AssessAsync(receipt))["assignee"]);
        var row = Assert.Single(await HistoryAsync(receipt), static h => (string?)h!["event"] == "case-manager-assigned")!;
        Assert.Equal("casemanager", (string?)row["actor"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)row["reason"]));
        using var visitor = await host.VisitorAsync("casemanager");
        Assert.Contains("Kari Lyngmo ble saksbehandler", Html.Text(await visitor.GetStringAsync($"/cases/{receipt["caseId"]}/history")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_another_registered_goes_to_the_first_case_manager_who_takes_its_task_and_stays_there()
    {
        var receipt = await host.RequestAsync(Calls.Rype, "Modig", "Rype");
        Assert.Equal((null, null), await HasAsync(receipt));
        Assert.Null((string?)(await AssessAsync(receipt))["assignee"]);
        using var second = await host.AsAsync("casemanager2");
        using var first = await host.AsAsync("casemanager");
        var task = $"/api/tasks/{(await AssessAsync(receipt))["taskId"]}";

        (await second.PostAsync(task + "/claim", null)).EnsureSuccessStatusCode();
        var taken = await HasAsync(receipt);
        (await second.PostAsync(task + "/release", null)).EnsureSuccessStatusCode();
        (await first.PostAsync(task + "/claim", null)).EnsureSuccessStatusCode();
        (await first.PostAsJsonAsync(task + "/complete", new { operationId = "taken-1", outcome = "Innvilges", values = new { reasons = "Behov." } })).EnsureSuccessStatusCode();

        Assert.Equal(("casemanager2", "nav"), taken);
        Assert.Equal(taken, await HasAsync(receipt));
        Assert.Equal("casemanager2", (string?)Assert.Single(await first.ItemsAsync($"/api/tasks?caseId={receipt["caseId"]}&key=notice&state=open"))!["assignee"]);
        Assert.Equal("casemanager2", (string?)Assert.Single(await HistoryAsync(receipt), static h => (string?)h!["event"] == "case-manager-assigned")!["actor"]);
    }

    [Fact]
    public async Task Who_stands_in_for_a_colleague_takes_no_case()
    {
        var receipt = await host.RequestAsync("05850099903", "Kvikk", "Torsk");
        using var leader = await host.AsAsync("leader");
        using var away = await host.AsAsync("casemanager");
        using var substitute = await host.AsAsync("casemanager2");
        var task = $"/api/tasks/{(await AssessAsync(receipt))["taskId"]}";
        (await leader.PostAsJsonAsync(task + "/assign", new { assignee = "casemanager", reason = "Fordeling" })).EnsureSuccessStatusCode();
        (await away.PostAsJsonAsync("/api/absences", new { fromOn = "2027-01-11", toOn = "2027-01-12", substitute = "casemanager2", reason = "Kurs" })).EnsureSuccessStatusCode();

        var done = await substitute.PostAsJsonAsync(task + "/complete", new { operationId = "taken-2", outcome = "Innvilges", values = new { reasons = "Behov." } });

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal((null, null), await HasAsync(receipt));
    }

    private async Task<(string? Manager, string? Unit)> HasAsync(JsonObject receipt)
    {
        await using var db = host.Read();
        var id = new IndividualPlan.Workflows.Cases.CaseId(Guid.Parse((string)receipt["caseId"]!));
        var found = await db.Cases.FindAsync(id);
        return (found!.CaseManagerId, found.Unit);
    }

    private async Task<JsonNode> AssessAsync(JsonObject receipt)
    {
        using var leader = await host.AsAsync("leader");
        return Assert.Single(await leader.ItemsAsync($"/api/tasks?caseId={receipt["caseId"]}&key=assess&state=open"))!;
    }

    private async Task<JsonArray> HistoryAsync(JsonObject receipt)
    {
        using var manager = await host.AsAsync("casemanager");
        return await manager.ItemsAsync($"/api/cases/{receipt["caseId"]}/history");
    }
}
