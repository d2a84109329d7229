using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

        Assert.Equal(HttpStatusCode.Conflict, byRole.StatusCode);
        Assert.Equal("Kari Lyngmo har oppgaven. Be om å få den tildelt.", (string?)(await byRole.JsonAsync())["detail"]);
        Assert.Equal(HttpStatusCode.Conflict, byColleague.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, byPerson.StatusCode);
    }

    [Fact]
    public async Task Task_ThatAColleagueHas_IsTakenOverOnlyWhenThatIsSaidAndWhy()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        var task = await AssessAsync(manager);
        var address = $"/api/tasks/{task["taskId"]}/claim";
        await manager.PostAsync(address, null);

        var byAccident = await second.PostAsync(address, null);
        var unreasoned = await second.PostAsJsonAsync(address, new { takeOver = true });
        var taken = await second.PostAsJsonAsync(address, new { takeOver = true, reason = "Kari er syk i dag" });
        var again = await second.PostAsJsonAsync(address, new { takeOver = true, reason = "Kari er syk i dag" });

        var refusal = await byAccident.JsonAsync();
        Assert.Equal(HttpStatusCode.Conflict, byAccident.StatusCode);
        Assert.Equal("Kari Lyngmo har oppgaven. Vil du ta den over, må du si hvorfor.", (string?)refusal["detail"]);
        Assert.Equal(("casemanager", "Kari Lyngmo", true), ((string?)refusal["holder"], (string?)refusal["holderName"], (bool?)refusal["mayTakeOver"]));
        Assert.Equal(["reason"], await FieldsAsync(unreasoned));
        Assert.Equal("casemanager2", (string?)(await taken.JsonAsync())["assignee"]);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var history = await manager.ItemsAsync($"/api/cases/{task["caseId"]}/history?pageSize=200");
        var row = Assert.Single(history, h => (string?)h!["event"] == "task-taken-over")!;
        Assert.Equal(("casemanager2", "Kari er syk i dag", "casemanager"), ((string?)row["actor"], (string?)row["reason"], (string?)row["details"]!["before"]));
        await using var db = _host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
        Assert.Equal("casemanager", Assert.Single(await db.Notifications.Where(n => n.Kind == NotificationKinds.TaskTaken).ToListAsync()).UserId);
    }

    [Fact]
    public async Task Two_who_claim_at_once_one_gets_it_and_the_other_is_told_who()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        var address = $"/api/tasks/{(await AssessAsync(manager))["taskId"]}/claim";

        var answers = await Task.WhenAll(manager.PostAsync(address, null), second.PostAsync(address, null));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
    }

    [Fact]
    public async Task Hold_ReturnsByItselfOnTheDay_AndMovesNoDeadline()
    {
        using var manager = await _host.AsAsync("casemanager");
        var task = await AssessAsync(manager);
        var address = $"/api/tasks/{task["taskId"]}";

        var past = await manager.PostAsJsonAsync($"{address}/hold", new { until = "2027-01-11" });
        var held = await (await manager.PostAsJsonAsync($"{address}/hold", new { until = "2027-01-13", reason = "Venter på legen" })).JsonAsync();

        Assert.Equal(["until"], await FieldsAsync(past));
        Assert.Equal(("OnHold", "2027-01-13", "2027-02-11"), ((string?)held["state"], (string?)held["holdUntil"], (string?)held["legalDeadlineOn"]));
        Assert.Empty(await manager.ItemsAsync("/api/tasks?key=assess&state=active"));
        Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess&state=onHold"));

        await MoveClockAsync(manager, "P1DT14H30M");
        Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess&state=onHold"));

        await MoveClockAsync(manager, "PT2H");
        var back = Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess&state=active&scope=mine"))!;
        Assert.Equal(("Claimed", "casemanager"), ((string?)back["state"], (string?)back["assignee"]));
        Assert.Empty(await manager.ItemsAsync("/api/tasks?key=assess&state=onHold"));
    }

    [Fact]
    public async Task Hold_CanBeEndedEarly_AndAFollowUpDateSetAndRemoved()
    {
        using var manager = await _host.AsAsync("casemanager");
        var address = $"/api/tasks/{(await AssessAsync(manager))["taskId"]}";
        await manager.PostAsJsonAsync($"{address}/hold", new { until = "2027-01-20" });

        var resumed = await (await manager.PostAsync($"{address}/resume", null)).JsonAsync();
        var noted = await (await manager.PostAsJsonAsync($"{address}/follow-up", new { followUpOn = "2027-01-18" })).JsonAsync();
        var soon = await manager.ItemsAsync("/api/tasks?followUpBefore=2027-01-19");
        var later = await manager.ItemsAsync("/api/tasks?followUpBefore=2027-01-18");
        var cleared = await (await manager.PostAsJsonAsync($"{address}/follow-up", new { })).JsonAsync();
        var past = await manager.PostAsJsonAsync($"{address}/follow-up", new { followUpOn = "2027-01-10" });

        Assert.Equal(("Claimed", null), ((string?)resumed["state"], (string?)resumed["holdUntil"]));
        Assert.Equal(("2027-01-18", "2027-02-11"), ((string?)noted["followUpOn"], (string?)noted["legalDeadlineOn"]));
        Assert.Single(soon);
        Assert.Empty(later);
        Assert.Null(cleared["followUpOn"]);
        Assert.Equal(["followUpOn"], await FieldsAsync(past));
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
    public async Task Assign_OfAnOwnTask_NeedsNoLeader()
    {
        using var manager = await _host.AsAsync("casemanager");
        var id = (string)(await AssessAsync(manager))["taskId"]!;
        await manager.PostAsync($"/api/tasks/{id}/claim", null);

        var assigned = await manager.PostAsJsonAsync($"/api/tasks/{id}/assign", new { assignee = "casemanager2", reason = "Kjenner personen" });
        var again = await manager.PostAsJsonAsync($"/api/tasks/{id}/assign", new { assignee = "casemanager2", reason = "Kjenner personen" });

        Assert.Equal("casemanager2", (string?)(await assigned.JsonAsync())["assignee"]);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
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

    private static async Task MoveClockAsync(HttpClient client, string by) =>
        (await client.PostAsJsonAsync("/api/demo/clock/advance", new { by })).EnsureSuccessStatusCode();

    private async Task<JsonNode> AssessAsync(HttpClient manager)
    {
        await _host.RegisterAsync();
        return Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!;
    }

    private static async Task<IEnumerable<string>> FieldsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.JsonAsync())["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal);
    }
}
