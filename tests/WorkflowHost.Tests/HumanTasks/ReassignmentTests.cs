using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.HumanTasks;

/// <summary>One office where Kari Lyngmo has five tasks that a leader moves, and one is free, for tests that each take one of them.</summary>
public sealed class OfficeToReassign : IAsyncLifetime
{
    internal TestHost Host { get; } = new();

    /// <summary>Ids of tasks that Kari Lyngmo has.</summary>
    internal IReadOnlyList<string> Tasks { get; private set; } = [];

    /// <summary>Ids of the tasks' cases.</summary>
    internal IReadOnlyList<string> Cases { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var kari = await Host.AsAsync("casemanager");
        List<JsonObject> receipts =
        [
            await Host.RequestAsync(), await Host.RequestAsync(Calls.Rype, "Modig", "Rype"), await Host.RequestAsync(WorkOnHost.Havglott, "Sindig", "Havgløtt"),
            await Host.RequestAsync("05850099903", "Kvikk", "Torsk"), await Host.RequestAsync("30818549896", "Blid", "Hestehov"),
        ];
        Cases = [.. receipts.Select(r => (string)r["caseId"]!)];
        List<string> tasks = [];
        foreach (var receipt in receipts)
        {
            tasks.Add(await Host.TaskAsync(receipt, "assess"));
            (await kari.PostAsJsonAsync($"/api/tasks/{tasks[^1]}/claim", new { })).EnsureSuccessStatusCode();
        }

        Tasks = tasks;
        await Host.RequestAsync("17887149917", "Stille", "Granskog");
    }

    public Task DisposeAsync()
    {
        Host.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>Moving many tasks at once: what would happen is told first, then it happens together (domain §6, "reassign when absent"; peers rows 6 and 20).</summary>
public sealed class ReassignmentTests(OfficeToReassign office) : IClassFixture<OfficeToReassign>
{
    private readonly TestHost _host = office.Host;

    [Fact]
    public async Task A_dry_run_tells_what_moves_what_stays_and_how_many_each_has_and_changes_nothing()
    {
        using var leader = await _host.AsAsync("leader");
        var task = office.Tasks[0];

        var dry = await RunAsync(leader, new { tasks = new[] { new { taskId = task }, new { taskId = Guid.NewGuid().ToString() } }, assignee = "casemanager2", dryRun = true });
        var coordinator = await RunAsync(leader, new { tasks = new[] { new { taskId = task } }, assignee = "coordinator", dryRun = true });
        var same = await RunAsync(leader, new { tasks = new[] { new { taskId = task } }, assignee = "casemanager", dryRun = true });

        var moving = Assert.Single(dry["moving"]!.AsArray())!;
        Assert.Equal((task, "casemanager", "Kari Lyngmo"), ((string)moving["taskId"]!, (string)moving["from"]!, (string)moving["fromName"]!));
        Assert.Equal("not-found", (string?)Assert.Single(dry["staying"]!.AsArray())!["code"]);
        var loads = dry["loads"]!.AsArray();
        Assert.Equal("casemanager2", (string)loads[0]!["userId"]!);
        Assert.All(loads, l => Assert.Equal((string)l!["userId"]! == "casemanager2" ? 1 : -1, (int)l["after"]! - (int)l["before"]!));
        Assert.Equal(("role-missing", "Maja Solhaug har ikke rollen saksbehandler."), Why(coordinator));
        Assert.Equal(("already-there", "Kari Lyngmo har oppgaven allerede."), Why(same));
        Assert.Equal("casemanager", (string?)(await leader.GetFromJsonAsync<JsonObject>($"/api/tasks/{task}"))!["assignee"]);
    }

    [Fact]
    public async Task What_has_changed_since_it_was_seen_is_left_and_told_and_the_rest_moves()
    {
        using var leader = await _host.AsAsync("leader");
        using var kari = await _host.AsAsync("casemanager");
        var (moves, changes) = (office.Tasks[1], office.Tasks[2]);
        var dry = await RunAsync(leader, new { tasks = new[] { new { taskId = moves }, new { taskId = changes } }, assignee = "casemanager2", dryRun = true });
        var seen = dry["moving"]!.AsArray().Select(m => new { taskId = (string)m!["taskId"]!, version = (long)m["version"]! }).ToArray();
        await kari.PostAsJsonAsync($"/api/tasks/{changes}/hold", new { until = "2027-01-20" });

        var unreasoned = await leader.PostAsJsonAsync("/api/tasks/reassign", new { tasks = seen, assignee = "casemanager2" });
        var moved = await RunAsync(leader, new { tasks = seen, assignee = "casemanager2", reason = "Kari har for mye." });
        var again = await RunAsync(leader, new { tasks = seen.Where(t => t.taskId == moves), assignee = "casemanager2", reason = "Kari har for mye." });

        Assert.Equal(422, (int)unreasoned.StatusCode);
        Assert.Equal(moves, (string?)Assert.Single(moved["moving"]!.AsArray())!["taskId"]);
        Assert.Equal(("changed", "Oppgaven er endret siden du så på den. Kari Lyngmo har den nå."), Why(moved));
        Assert.Equal("already-there", Why(again).Code);
        await using var db = Read();
        var history = await db.History.Where(h => h.Event == "task-assigned" && h.Details.Contains(moves)).ToListAsync();
        Assert.Equal(("leader", "Kari har for mye.", office.Cases[1]), Assert.Single(history.Select(h => (h.Actor, h.Reason, h.CaseId!.Value.ToString()))));
        Assert.Equal(["casemanager", "casemanager2"], await db.Notifications.Where(n => n.SubjectId == Guid.Parse(moves)).OrderBy(n => n.UserId).Select(n => n.UserId).ToListAsync());
        Assert.Equal(0, await db.History.CountAsync(h => h.Event == "task-assigned" && h.Details.Contains(changes)));
    }

    [Theory]
    [InlineData("leader", HttpStatusCode.OK)]
    [InlineData("coordinatingunit", HttpStatusCode.OK)]
    [InlineData("casemanager", HttpStatusCode.Forbidden)]
    [InlineData("coordinator", HttpStatusCode.Forbidden)]
    [InlineData("approver", HttpStatusCode.Forbidden)]
    [InlineData("participant", HttpStatusCode.Forbidden)]
    [InlineData("person", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    public async Task Only_those_who_lead_move_tasks(string user, HttpStatusCode expected)
    {
        using var client = await _host.AsAsync(user);

        var answer = await client.PostAsJsonAsync("/api/tasks/reassign", new { tasks = new[] { new { taskId = office.Tasks[3] } }, assignee = "casemanager2", dryRun = true });

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_missing_is_told_field_by_field()
    {
        using var leader = await _host.AsAsync("leader");

        var empty = await leader.PostAsJsonAsync("/api/tasks/reassign", new { });
        var unknown = await leader.PostAsJsonAsync("/api/tasks/reassign", new { from = "casemanager", assignee = "nobody", reason = "Slutter" });
        var many = await leader.PostAsJsonAsync("/api/tasks/reassign", new { tasks = Enumerable.Range(0, 101).Select(_ => new { taskId = Guid.NewGuid() }), assignee = "casemanager2", dryRun = true });

        Assert.Equal(["assignee", "reason", "tasks"], (await empty.JsonAsync())["errors"]!.AsObject().Select(e => e.Key).Order());
        Assert.Contains("assignee", (await unknown.JsonAsync())["errors"]!.AsObject().Select(e => e.Key));
        Assert.Equal("Velg høyst 100 oppgaver om gangen.", (string?)(await many.JsonAsync())["errors"]!["tasks"]![0]);
    }

    [Fact]
    public async Task From_the_work_list_to_the_dry_run_to_the_colleague_without_script()
    {
        using var leader = await _host.VisitorAsync("leader");
        using var anders = await _host.VisitorAsync("casemanager2");
        var task = office.Tasks[4];

        var list = await leader.PageAsync("/tasks?scope=all&assignee=casemanager");
        var ticked = await leader.PageAsync(list.LinkTo("Merk alle på siden"));
        var none = await leader.PageAsync("/tasks/reassign?ticked=true");
        var choice = await leader.PageAsync($"/tasks/reassign?ticked=true&task={task}&list=scope%3Dall");
        var nobody = await leader.PageAsync($"/tasks/reassign?ticked=true&task={task}&assignee=");
        var address = $"/tasks/reassign?ticked=true&task={task}&assignee=casemanager2&list=scope%3Dall";
        var dry = await leader.PageAsync(address);
        var seen = dry.Hidden("task");
        var unreasoned = await leader.SendFormAsync(address, "/tasks/reassign", ("task", seen), ("assignee", "casemanager2"), ("reason", ""), ("list", "scope=all"));
        var confirmed = await leader.SendFormAsync(address, "/tasks/reassign", ("task", seen), ("assignee", "casemanager2"), ("reason", "Kari slutter."), ("list", "scope=all"));
        var twice = await leader.SendFormAsync(address, "/tasks/reassign", ("task", seen), ("assignee", "casemanager2"), ("reason", "Kari slutter."), ("list", "scope=all"));
        var after = Html.Text(await leader.PageAsync("/tasks?scope=all"));

        Assert.Contains("Flytt alle oppgavene som Kari Lyngmo har", list, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", Html.Element(list, "input", $"pick-{task}"), StringComparison.Ordinal);
        Assert.Matches($"id=\"pick-{task}\"[^>]* checked", ticked);
        Assert.Contains("Du har ikke merket noen oppgaver.", none, StringComparison.Ordinal);
        Assert.Contains("Anders Bekkely, saksbehandler – kan få 1 av 1, har", choice, StringComparison.Ordinal);
        Assert.DoesNotContain("Maja Solhaug", choice, StringComparison.Ordinal);
        Assert.Contains("href=\"#assignee\"", nobody, StringComparison.Ordinal);
        Assert.Contains("1 oppgave flyttes til Anders Bekkely", dry, StringComparison.Ordinal);
        Assert.Equal(422, (int)unreasoned.StatusCode);
        Assert.Contains("href=\"#reason\"", await unreasoned.PageAsync(), StringComparison.Ordinal);
        Assert.Equal("/tasks?scope=all", confirmed.Headers.Location!.OriginalString);
        Assert.Equal("/tasks?scope=all", twice.Headers.Location!.OriginalString);
        Assert.Contains("1 oppgave ligger nå hos Anders Bekkely, som har fått beskjed.", after, StringComparison.Ordinal);
        Assert.Contains(task, await anders.PageAsync("/tasks"), StringComparison.Ordinal);
        Assert.Contains("«Kari slutter.»", await anders.PageAsync($"/tasks/{task}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_stay_are_looked_at_again_and_the_lists_of_the_office_lead_here()
    {
        using var leader = await _host.VisitorAsync("leader");
        using var manager = await _host.VisitorAsync("casemanager");
        var task = office.Tasks[3];
        var address = $"/tasks/reassign?task={task}&assignee=casemanager2&from=casemanager";
        var seen = (await leader.PageAsync(address)).Hidden("task");
        await manager.SendFormAsync($"/tasks/{task}", $"/tasks/{task}/follow-up", ("followUpOn", "2027-01-25"));

        var left = await leader.SendFormAsync(address, "/tasks/reassign", ("task", seen), ("assignee", "casemanager2"), ("reason", "Kari slutter."), ("from", "casemanager"));
        var again = Html.Text(await leader.PageAsync(left.Headers.Location!.OriginalString));
        var holders = await leader.PageAsync("/tasks/reassign");
        var block = await leader.PageAsync("/office/unassigned-tasks");
        var offered = await leader.PageAsync(Html.Links(block).First(a => a.StartsWith("/tasks/reassign", StringComparison.Ordinal)));
        var manager2 = await manager.GetAsync("/tasks/reassign");

        Assert.Contains($"task={task}", left.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Ingen oppgaver er flyttet. 1 ble stående. Se hvorfor nedenfor.", again, StringComparison.Ordinal);
        Assert.Contains("1 oppgave flyttes til Anders Bekkely", again, StringComparison.Ordinal);
        Assert.Matches("<option value=\"casemanager\"[^>]*>Kari Lyngmo \\([0-9]+ oppgaver?\\)", holders);
        Assert.Contains("block=unassigned-tasks", string.Join(' ', Html.Links(block)), StringComparison.Ordinal);
        Assert.Contains("Velg hvem som skal få oppgavene.", offered, StringComparison.Ordinal);
        Assert.Contains("Vurder retten til plan", offered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, manager2.StatusCode);
    }

    private static (string? Code, string? Why) Why(JsonObject answer)
    {
        var staying = Assert.Single(answer["staying"]!.AsArray())!;
        return ((string?)staying["code"], (string?)staying["why"]);
    }

    private static async Task<JsonObject> RunAsync(HttpClient client, object body)
    {
        var answer = await client.PostAsJsonAsync("/api/tasks/reassign", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private IpDbContext Read() => _host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
}
