using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Tests.Api;

public sealed class AuditTests : IDisposable
{
    private const string Why = "Derfor, sier kontoret";
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task EveryChange_LeavesWhoWhyAndWhen()
    {
        using var manager = await ActorAsync("casemanager");
        using var leader = await ActorAsync("leader");
        using var person = await ActorAsync("person");
        using var unit = await ActorAsync("coordinatingunit");
        var receipt = await unit.RegisterAsync();
        var caseId = (string)receipt["caseId"]!;
        var task = (string)Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!["taskId"]!;
        var events = new (string Event, Func<Task<HttpResponseMessage>> ActAsync, string Actor)[]
        {
            ("task-claimed", () => manager.PostAsync($"/api/tasks/{task}/claim", null), "casemanager"),
            ("task-put-on-hold", () => manager.PostAsJsonAsync($"/api/tasks/{task}/hold", new { until = "2027-01-20" }), "casemanager"),
            ("task-released", () => manager.PostAsync($"/api/tasks/{task}/release", null), "casemanager"),
            ("task-assigned", () => leader.PostAsJsonAsync($"/api/tasks/{task}/assign", new { assignee = "casemanager" }), "leader"),
            ("task-completed", () => manager.PostAsJsonAsync($"/api/tasks/{task}/complete", new { operationId = "op", outcome = "Innvilges", values = new { reasons = "Behov." } }), "casemanager"),
            ("event-reported", () => person.PostAsJsonAsync($"/api/cases/{caseId}/events/coordinator-requested", new { wish = "Gjerne en som kan samisk" }), "person"),
            ("request-joined", () => manager.PostAsJsonAsync("/api/requests", Calls.Request(role: "Service", channel: "Phone")), "casemanager"),
            ("event-reported", () => manager.PostAsJsonAsync("/api/signals", new
            {
                person = new { nationalIdentityNumber = Calls.Fjellrev, givenName = "Glad", familyName = "Fjellrev", bornOn = "1989-03-14" }, kind = "NewService",
            }), "casemanager"),
        };

        foreach (var (name, actAsync, actor) in events)
        {
            var before = (await HistoryAsync(manager, caseId)).Count;

            Assert.True((await actAsync()).IsSuccessStatusCode, name);

            var row = (await HistoryAsync(manager, caseId)).Skip(before).FirstOrDefault(h => (string?)h!["event"] == name);
            Assert.True(row is not null, $"{name} left no history");
            Assert.Equal(actor, (string?)row["actor"]);
            Assert.Equal(Why, (string?)row["reason"]);
            Assert.StartsWith("2027-01-11T", (string?)row["at"], StringComparison.Ordinal);
        }

        var first = (await HistoryAsync(manager, caseId))[0]!;
        Assert.Equal("case-opened", (string?)first["event"]);
        Assert.Equal(Why, (string?)first["reason"]);
    }

    [Fact]
    public async Task History_WithoutAGivenReason_NamesTheAct()
    {
        using var manager = await _host.AsAsync("casemanager");
        var caseId = (string)(await manager.RegisterAsync())["caseId"]!;

        Assert.Equal("Registrerte en henvendelse om individuell plan.", (string?)(await HistoryAsync(manager, caseId))[0]!["reason"]);
    }

    private async Task<HttpClient> ActorAsync(string user)
    {
        var client = await _host.AsAsync(user);
        client.DefaultRequestHeaders.Add("X-Reason", Uri.EscapeDataString(Why));
        return client;
    }

    private static Task<JsonArray> HistoryAsync(HttpClient client, string caseId) => client.ItemsAsync($"/api/cases/{caseId}/history?pageSize=200");
}
