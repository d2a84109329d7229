using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Api;

/// <summary>Never lose what I typed (casa#2651), and do not let drafts pile up (casa#5846).</summary>
public sealed class TaskDraftTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task What_is_typed_is_there_again_right_or_wrong()
    {
        using var manager = await _host.AsAsync("casemanager");
        var address = await DraftOfAssessAsync(manager);

        var none = await manager.GetFromJsonAsync<JsonObject>(address);
        var saved = await SaveAsync(manager, address, 0, new { reasons = "Halv setn", isLongLasting = "kanskje" }, "Avslås");
        var read = (await manager.GetFromJsonAsync<JsonObject>(address))!;

        Assert.Equal((0, null), ((int?)none!["revision"], none["values"]));
        Assert.Equal("2027-01-11T07:00:00Z", (string?)saved["savedAt"]);
        Assert.Equal(("Avslås", "Halv setn", "kanskje"), ((string?)read["outcome"], (string?)read["values"]!["reasons"], (string?)read["values"]!["isLongLasting"]));
        Assert.Equal((int?)saved["revision"], (int?)read["revision"]);
    }

    [Fact]
    public async Task Two_windows_the_slower_one_is_told_what_the_other_saved_and_nothing_is_overwritten()
    {
        using var manager = await _host.AsAsync("casemanager");
        var address = await DraftOfAssessAsync(manager);
        var first = await SaveAsync(manager, address, 0, new { reasons = "Fra det ene vinduet" });

        var blind = await manager.PutAsJsonAsync(address, new { values = new { reasons = "Fra det andre" } });
        var repeated = await manager.PutAsJsonAsync(address, new { values = new { reasons = "Fra det ene vinduet" } });
        var seen = await SaveAsync(manager, address, (int)first["revision"]!, new { reasons = "Rettet" });
        var stale = await manager.PutAsJsonAsync(address, new { revision = (int)first["revision"]!, values = new { reasons = "Gammelt" } });

        Assert.Equal(HttpStatusCode.PreconditionFailed, blind.StatusCode);
        Assert.Equal("Fra det ene vinduet", (string?)(await blind.JsonAsync())["values"]!["reasons"]);
        Assert.Equal(HttpStatusCode.OK, repeated.StatusCode);
        Assert.True((int)seen["revision"]! > (int)first["revision"]!);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("Rettet", (string?)(await manager.GetFromJsonAsync<JsonObject>(address))!["values"]!["reasons"]);
    }

    [Fact]
    public async Task A_colleague_sees_that_there_is_a_draft_but_not_what_it_says()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        var address = await DraftOfAssessAsync(manager);
        await SaveAsync(manager, address, 0, new { reasons = "Mitt" });

        var own = await SaveAsync(second, address, 0, new { reasons = "Et annet" });

        var other = Assert.Single(own["others"]!.AsArray())!;
        Assert.Equal(("casemanager", "Kari Lyngmo"), ((string?)other["userId"], (string?)other["name"]));
        Assert.DoesNotContain("Mitt", own.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Mitt", (string?)(await manager.GetFromJsonAsync<JsonObject>(address))!["values"]!["reasons"]);
    }

    [Fact]
    public async Task Drafts_are_gone_when_the_task_is_done_and_leave_no_history()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        var address = await DraftOfAssessAsync(manager);
        await SaveAsync(manager, address, 0, new { reasons = "Utkastet mitt" });
        await SaveAsync(second, address, 0, new { reasons = "Et annet" });
        await using var before = Read();
        Assert.DoesNotContain(await before.History.ToListAsync(), h => h.Event.Contains("draft", StringComparison.Ordinal) || h.Details.Contains("Utkastet", StringComparison.Ordinal));

        var done = await manager.PostAsJsonAsync(address.Replace("/draft", "/complete", StringComparison.Ordinal), new { operationId = "op", outcome = "Innvilges", values = new { reasons = "Behov." } });
        var late = await second.PutAsJsonAsync(address, new { revision = 1, values = new { reasons = "For sent" } });

        done.EnsureSuccessStatusCode();
        await using var db = Read();
        Assert.Equal(0, await db.TaskDrafts.CountAsync());
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task Drafts_are_gone_when_the_task_is_called_off()
    {
        using var manager = await _host.AsAsync("casemanager");
        var address = await DraftOfAssessAsync(manager);
        await SaveAsync(manager, address, 0, new { reasons = "Et utkast" });
        var caseId = (string)Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!["caseId"]!;

        (await manager.PostAsJsonAsync($"/api/cases/{caseId}/events/deceased", new { deceasedOn = "2027-01-10" })).EnsureSuccessStatusCode();

        await using var db = Read();
        Assert.Equal(0, await db.TaskDrafts.CountAsync());
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away_and_old_ones_are_forgotten()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        var address = await DraftOfAssessAsync(manager);
        await SaveAsync(manager, address, 0, new { reasons = "Et utkast" });
        await SaveAsync(second, address, 0, new { reasons = "Et annet" });

        (await manager.DeleteAsync(address)).EnsureSuccessStatusCode();
        await manager.PostAsJsonAsync("/api/demo/clock/advance", new { by = "P89D" });
        var early = await ForgetAsync();
        await using var db = Read();
        var kept = await db.TaskDrafts.CountAsync();

        // The job for it is due on the way, and has nothing left to do when it is run once more.
        await manager.PostAsJsonAsync("/api/demo/clock/advance", new { by = "P2D" });
        var late = await ForgetAsync();

        Assert.Equal((0, 1, 0), (early, kept, late));
        Assert.Equal(0, await db.TaskDrafts.CountAsync());
    }

    [Fact]
    public async Task A_draft_is_for_those_who_may_do_the_task_and_has_a_size()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var approver = await _host.AsAsync("approver");
        using var person = await _host.AsAsync("person");
        var address = await DraftOfAssessAsync(manager);

        Assert.Equal(HttpStatusCode.Forbidden, (await approver.PutAsJsonAsync(address, new { values = new { } })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync(address, new { values = 7 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync(address, new { values = new { reasons = new string('x', 100_001) } })).StatusCode);
    }

    private async Task<string> DraftOfAssessAsync(HttpClient manager)
    {
        await _host.RegisterAsync();
        return $"/api/tasks/{Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!["taskId"]}/draft";
    }

    private static async Task<JsonObject> SaveAsync(HttpClient client, string address, int revision, object values, string? outcome = null)
    {
        var answer = await client.PutAsJsonAsync(address, new { revision, outcome, values });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private Task<int> ForgetAsync() => _host.Services.GetRequiredService<ForgetOldDrafts>().RunAsync(CancellationToken.None);

    private IpDbContext Read() => _host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
}
