using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Api;

/// <summary>Context beside the task (open-mercato#4242): what a case worker would otherwise look up in five places.</summary>
public sealed class TaskContextTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Context_TellsWhomItIsAboutWhichClockRunsAndWhy()
    {
        using var manager = await _host.AsAsync("casemanager");
        var id = await AssessAsync(manager);

        var context = await ContextAsync(manager, id);

        Assert.Equal(("Glad", "Fjellrev", 37, "nb"), ((string?)context["person"]!["givenName"], (string?)context["person"]!["familyName"], (int?)context["person"]!["age"], (string?)context["person"]!["language"]));
        Assert.Equal("UnderAssessment", (string?)context["case"]!["state"]);
        var clock = Assert.Single(context["clocks"]!.AsArray(), c => (string?)c!["key"] == "D-1")!;
        Assert.Equal(("2027-02-11", 31, true), ((string?)clock["effectiveOn"], (int?)clock["daysLeft"], (bool?)clock["isOfTask"]));
        Assert.DoesNotContain("D-", (string?)clock["name"], StringComparison.Ordinal);
        Assert.Equal("Letter", (string?)context["lastContact"]!["kind"]);
        Assert.True((bool?)context["isRequiredByLaw"]);
        Assert.DoesNotContain("L-4", (string?)context["guidance"], StringComparison.Ordinal);
        Assert.Contains(context["law"]!.AsArray(), l => (string?)l!["fact"] == "L-41" && ((string?)l["statute"])!.Contains("forvaltningsloven", StringComparison.Ordinal));
        Assert.Equal("task-opened", (string?)context["history"]![0]!["event"]);
        Assert.NotEmpty(context["task"]!["form"]!["fields"]!.AsArray());
    }

    [Fact]
    public async Task Context_IsInTheCallersLanguage()
    {
        using var manager = await _host.AsAsync("casemanager");
        var id = await AssessAsync(manager);
        manager.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "nn");

        var context = await ContextAsync(manager, id);

        Assert.Contains(context["law"]!.AsArray(), l => ((string?)l!["text"])!.Contains("Saka skal vere så godt opplyst", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Context_ShowsThatTheAddressIsProtected_NeverTheNumber()
    {
        using var manager = await _host.AsAsync("casemanager");
        var id = await AssessAsync(manager);

        var text = (await ContextAsync(manager, id)).ToJsonString();

        Assert.Contains("\"addressProtection\":\"None\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Fjellrev, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Context_ForALeader_HidesTheContentUntilAReasonIsGiven_AndBothAreLogged()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var leader = await _host.AsAsync("leader");
        var id = await AssessAsync(manager);

        var without = await ContextAsync(leader, id);
        var with = (await leader.GetFromJsonAsync<JsonObject>($"/api/tasks/{id}/context?reason=Klage"))!;

        Assert.Equal("reason-required", (string?)without["contentRefusedCode"]);
        Assert.Null(without["person"]);
        Assert.Equal("assess", (string?)without["task"]!["key"]);
        Assert.NotEmpty(without["law"]!.AsArray());
        Assert.Equal("Fjellrev", (string?)with["person"]!["familyName"]);
        await using var db = _host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
        var looks = await db.AccessLog.Where(a => a.UserId == "leader" && a.What == "task").OrderBy(a => a.Id).ToListAsync();
        Assert.Equal([(false, null), (true, "Klage")], looks.Select(l => (l.IsAllowed, l.Reason)));
    }

    [Fact]
    public async Task Context_TellsWhoHadTheTaskBefore()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        var id = await AssessAsync(manager);
        await manager.PostAsync($"/api/tasks/{id}/claim", null);
        await manager.PutAsJsonAsync($"/api/tasks/{id}/draft", new { values = new { reasons = "Et utkast" } });
        await second.PostAsJsonAsync($"/api/tasks/{id}/claim", new { takeOver = true, reason = "Kari er syk" });

        var context = await ContextAsync(second, id);

        var taken = Assert.Single(context["history"]!.AsArray(), h => (string?)h!["event"] == "task-taken-over")!;
        Assert.Equal(("Anders Bekkely", "Kari Lyngmo", "Kari er syk"), ((string?)taken["name"], (string?)taken["beforeName"], (string?)taken["reason"]));
        Assert.Equal("Kari Lyngmo", (string?)Assert.Single(context["otherDrafts"]!.AsArray())!["name"]);
    }

    [Theory]
    [InlineData("person")]
    [InlineData("coordinator")]
    [InlineData("participant")]
    public async Task Context_OfAForeignTask_Is403(string user)
    {
        using var manager = await _host.AsAsync("casemanager");
        using var other = await _host.AsAsync(user);
        var id = await AssessAsync(manager);

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/api/tasks/{id}/context")).StatusCode);
    }

    private async Task<string> AssessAsync(HttpClient manager)
    {
        await _host.RegisterAsync();
        return (string)Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!["taskId"]!;
    }

    private static async Task<JsonObject> ContextAsync(HttpClient client, string id) => (await client.GetFromJsonAsync<JsonObject>($"/api/tasks/{id}/context"))!;
}
