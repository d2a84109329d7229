using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Tests.Api;

public sealed class TaskApiTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Task_ShowsFormAndOutcomes_InTheCallersLanguage()
    {
        using var manager = await _host.AsAsync("casemanager");
        var task = await AssessAsync(manager);
        manager.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "en");

        var found = await manager.GetFromJsonAsync<JsonObject>($"/api/tasks/{task["taskId"]}");

        Assert.Equal("assess", (string?)found!["key"]);
        Assert.Equal("CaseManager", (string?)found["role"]);
        Assert.Equal("2027-02-11", (string?)found["legalDeadlineOn"]);
        var reasons = Assert.Single(found["form"]!["fields"]!.AsArray(), f => (string?)f!["name"] == "reasons")!;
        Assert.Equal("longText", (string?)reasons["type"]);
        Assert.Equal("Reasons", (string?)reasons["label"]);
        Assert.Contains(found["outcomes"]!.AsArray(), o => (string?)o!["value"] == "Innvilges");
    }

    [Fact]
    public async Task Complete_TwiceWithOneOperationId_IsOneCompletion()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var other = await _host.AsAsync("casemanager2");
        var address = $"/api/tasks/{(await AssessAsync(manager))["taskId"]}/complete";
        var body = new { operationId = "op-1", outcome = "Innvilges", values = new { reasons = "Langvarig behov." } };

        var first = await manager.PostAsJsonAsync(address, body);
        var again = await manager.PostAsJsonAsync(address, body);
        var late = await other.PostAsJsonAsync(address, body with { operationId = "op-2" });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("Oppgaven er allerede fullført av Kari Lyngmo.", (string?)(await late.JsonAsync())["detail"]);
    }

    [Fact]
    public async Task Complete_WithWrongValues_NamesTheFields()
    {
        using var manager = await _host.AsAsync("casemanager");
        var address = $"/api/tasks/{(await AssessAsync(manager))["taskId"]}/complete";

        var missing = await manager.PostAsJsonAsync(address, new { });
        var illTyped = await manager.PostAsJsonAsync(address, new { operationId = "a", outcome = "Innvilges", values = new { isLongLasting = "ja" } });
        var unreasoned = await manager.PostAsJsonAsync(address, new { operationId = "b", outcome = "Avslås", values = new { } });
        var unknown = await manager.PostAsJsonAsync(address, new { operationId = "c", outcome = "Kanskje", values = new { } });
        var notValues = await manager.PostAsJsonAsync(address, new { operationId = "d", outcome = "Innvilges", values = 7 });

        Assert.Equal(["operationId", "outcome"], await FieldsAsync(missing));
        Assert.Equal(["isLongLasting"], await FieldsAsync(illTyped));
        Assert.Equal(["reasons"], await FieldsAsync(unreasoned));
        Assert.Equal(["outcome"], await FieldsAsync(unknown));
        Assert.Equal(["values"], await FieldsAsync(notValues));
    }

    [Fact]
    public async Task Task_OfAnotherRoleOrPerson_Is403WithASentence()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        using var approver = await _host.AsAsync("approver");
        using var person = await _host.AsAsync("person");
        var id = (string)(await AssessAsync(manager))["taskId"]!;
        await manager.PostAsync($"/api/tasks/{id}/claim", null);

        var byRole = await approver.PostAsJsonAsync($"/api/tasks/{id}/complete", new { operationId = "a", outcome = "Innvilges" });
        var byColleague = await second.PostAsync($"/api/tasks/{id}/claim", null);
        var byPerson = await person.GetAsync($"/api/tasks/{id}");

        Assert.All(new[] { byRole, byColleague, byPerson }, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal("Kari Lyngmo har oppgaven. Be om å få den tildelt.", (string?)(await byColleague.JsonAsync())["detail"]);
    }

    [Fact]
    public async Task Assign_NeedsAReasonAndALeader()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var leader = await _host.AsAsync("leader");
        var id = (string)(await AssessAsync(manager))["taskId"]!;

        var unreasoned = await leader.PostAsJsonAsync($"/api/tasks/{id}/assign", new { assignee = "casemanager2" });
        var byManager = await manager.PostAsJsonAsync($"/api/tasks/{id}/assign", new { assignee = "casemanager2", reason = "Ferie" });
        var assigned = await leader.PostAsJsonAsync($"/api/tasks/{id}/assign", new { assignee = "casemanager2", reason = "Ferie" });

        Assert.Equal(["reason"], await FieldsAsync(unreasoned));
        Assert.Equal(HttpStatusCode.Forbidden, byManager.StatusCode);
        Assert.Equal("casemanager2", (string?)(await assigned.JsonAsync())["assignee"]);
    }

    [Fact]
    public async Task Change_WithAStaleVersion_Is412()
    {
        using var manager = await _host.AsAsync("casemanager");
        var id = (string)(await AssessAsync(manager))["taskId"]!;
        var seen = (await manager.GetAsync($"/api/tasks/{id}")).Headers.ETag!;
        using var claim = new HttpRequestMessage(HttpMethod.Post, $"/api/tasks/{id}/claim") { Headers = { IfMatch = { seen } } };
        using var release = new HttpRequestMessage(HttpMethod.Post, $"/api/tasks/{id}/release") { Headers = { IfMatch = { seen } } };

        var fresh = await manager.SendAsync(claim);
        var stale = await manager.SendAsync(release);

        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        Assert.NotEqual(seen, fresh.Headers.ETag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
    }

    [Fact]
    public async Task List_FiltersByCaseAssigneeStateAndRole()
    {
        using var manager = await _host.AsAsync("casemanager");
        var task = await AssessAsync(manager);
        await manager.PostAsync($"/api/tasks/{task["taskId"]}/claim", null);

        Assert.Single(await manager.ItemsAsync($"/api/tasks?caseId={task["caseId"]}&assignee=me&state=open&role=CaseManager"));
        Assert.Empty(await manager.ItemsAsync("/api/tasks?assignee=none"));
        Assert.Single(await manager.ItemsAsync("/api/tasks?assignee=casemanager&state=claimed"));
        Assert.Empty(await manager.ItemsAsync("/api/tasks?state=completed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync("/api/tasks?state=sleeping")).StatusCode);
    }

    private static async Task<JsonNode> AssessAsync(HttpClient manager)
    {
        await manager.RegisterAsync();
        return Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!;
    }

    private static async Task<IEnumerable<string>> FieldsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.JsonAsync())["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal);
    }
}
