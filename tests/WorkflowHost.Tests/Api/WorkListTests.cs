using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Tests.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Api;

/// <summary>The case worker's list: the most urgent first (camunda#24178), three dates apart (camunda#26744), and what is looked at stands in the address.</summary>
public sealed class WorkListTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task List_HasTheNearestLegalDeadlineFirst_AndOtherOrdersWhenAsked()
    {
        using var manager = await _host.AsAsync("casemanager");
        var late = await RegisterAsync(Calls.Fjellrev, "Glad", "Fjellrev", "2027-01-11T07:30:00+01:00");
        var early = await RegisterAsync(Calls.Rype, "Modig", "Rype", "2027-01-04T07:30:00+01:00");

        var byUrgency = await manager.ItemsAsync("/api/tasks?key=assess");
        var byReference = await manager.ItemsAsync("/api/tasks?key=assess&sort=reference");
        var byDue = await manager.ItemsAsync("/api/tasks?key=assess&sort=due");

        Assert.Equal([early, late], byUrgency.Select(t => (string?)t!["caseReference"]));
        Assert.Equal([late, early], byReference.Select(t => (string?)t!["caseReference"]));
        Assert.Equal([early, late], byDue.Select(t => (string?)t!["caseReference"]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync("/api/tasks?sort=mood")).StatusCode);
    }

    [Fact]
    public async Task List_ShowsThePersonToThoseWhoWorkWithTheCase_NotToTheLeader()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var leader = await _host.AsAsync("leader");
        await _host.RegisterAsync();

        var shown = Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!;
        var hidden = Assert.Single(await leader.ItemsAsync("/api/tasks?key=assess"))!;

        Assert.Equal(("Glad", "Fjellrev", "SOC-28"), ((string?)shown["person"]!["givenName"], (string?)shown["person"]!["familyName"], (string?)shown["caseTrack"]));
        Assert.Null(hidden["person"]);
        Assert.Equal("SOC-28", (string?)hidden["caseTrack"]);
    }

    [Fact]
    public async Task Search_FindsByReferenceAndByName_AndIsLoggedWithoutTheWords()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var leader = await _host.AsAsync("leader");
        var reference = await RegisterAsync(Calls.Fjellrev, "Glad", "Fjellrev");
        await RegisterAsync(Calls.Rype, "Modig", "Rype");

        Assert.Single(await manager.ItemsAsync($"/api/tasks?key=assess&q={reference}"));
        Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess&q=fjell glad"));
        Assert.Empty(await manager.ItemsAsync("/api/tasks?key=assess&q=fjell modig"));
        Assert.Empty(await leader.ItemsAsync("/api/tasks?key=assess&q=fjell"));
        Assert.Single(await leader.ItemsAsync($"/api/tasks?key=assess&q={reference}"));

        await using var db = Read();
        var searches = await db.AccessLog.Where(a => a.What.StartsWith("task-search")).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(["task-search (1)", "task-search (1)", "task-search (0)", "task-search (0)", "task-search (1)"], searches.Select(a => a.What));
        Assert.DoesNotContain(_host.Logged, line => line.Contains("fjell", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Search_ByIdentityNumber_IsRefusedInAddresses()
    {
        using var manager = await _host.AsAsync("casemanager");

        var answer = await manager.GetAsync($"/api/tasks?q={Calls.Fjellrev}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task StrictlyProtectedPerson_IsInNobodysList_ButTheCaseManagers()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        using var leader = await _host.AsAsync("leader");
        var reference = await RegisterAsync(Calls.Fjellrev, "Glad", "Fjellrev");
        await ProtectAsync("casemanager");

        Assert.Single(await manager.ItemsAsync($"/api/tasks?key=assess&q={reference}"));
        foreach (var other in new[] { second, leader })
        {
            Assert.Empty(await other.ItemsAsync("/api/tasks?key=assess"));
            Assert.Empty(await other.ItemsAsync($"/api/tasks?q={reference}"));
            Assert.Equal(0, (int?)(await other.GetFromJsonAsync<JsonObject>("/api/tasks/counts"))!["all"]);
        }
    }

    [Fact]
    public async Task Scopes_PartWhatIsMineFromTheUnitsAndFromAll()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        using var unit = await _host.AsAsync("coordinatingunit");
        await RegisterAsync(Calls.Fjellrev, "Glad", "Fjellrev");
        await RegisterAsync(Calls.Rype, "Modig", "Rype");
        var tasks = await manager.ItemsAsync("/api/tasks?key=assess");
        await manager.PostAsync($"/api/tasks/{tasks[0]!["taskId"]}/claim", null);

        Assert.Single(await manager.ItemsAsync("/api/tasks?scope=mine"));
        Assert.Empty(await second.ItemsAsync("/api/tasks?scope=mine"));
        Assert.Equal(2, (await second.ItemsAsync("/api/tasks?scope=unit&key=assess")).Count);
        Assert.Single(await second.ItemsAsync("/api/tasks?scope=unit&key=assess&assignee=none"));
        Assert.Single(await second.ItemsAsync("/api/tasks?key=assess&assignee=casemanager"));
        Assert.Empty(await unit.ItemsAsync("/api/tasks?scope=unit&key=assess"));
        Assert.Equal(2, (await unit.ItemsAsync("/api/tasks?scope=all&key=assess")).Count);
    }

    [Fact]
    public async Task Counts_SayWhatEachTabWouldShow()
    {
        using var manager = await _host.AsAsync("casemanager");
        await RegisterAsync(Calls.Fjellrev, "Glad", "Fjellrev");
        await RegisterAsync(Calls.Rype, "Modig", "Rype", "2026-12-14T07:30:00+01:00");

        // What the month that is long over brings comes before anyone takes the case, and so not to whoever takes it.
        await _host.Services.GetRequiredService<BackgroundWork>().RunOnceAsync(CancellationToken.None);
        var tasks = await manager.ItemsAsync("/api/tasks?key=assess");
        await manager.PostAsync($"/api/tasks/{tasks[0]!["taskId"]}/claim", null);
        await manager.PostAsJsonAsync($"/api/tasks/{tasks[1]!["taskId"]}/hold", new { until = "2027-01-20" });

        var all = (await manager.GetFromJsonAsync<JsonObject>("/api/tasks/counts"))!;
        var mine = (await manager.GetFromJsonAsync<JsonObject>("/api/tasks/counts?scope=mine"))!;

        Assert.Equal(2, (int?)all["mine"]);
        Assert.Equal((await manager.ItemsAsync("/api/tasks?state=open")).Count, (int?)all["all"]);
        Assert.Equal((await manager.ItemsAsync("/api/tasks?state=open&scope=unit")).Count, (int?)all["unit"]);
        Assert.Equal((await manager.ItemsAsync("/api/tasks?overdue=true")).Count, (int?)all["overdue"]);
        Assert.Equal(1, (int?)all["onHold"]);
        Assert.Equal((await manager.ItemsAsync("/api/tasks?state=open&assignee=none")).Count, (int?)all["unassigned"]);
        Assert.Equal((1, 0), ((int?)mine["onHold"], (int?)mine["unassigned"]));
        Assert.Equal((await manager.ItemsAsync("/api/tasks?scope=mine&state=open&legalDeadlineBefore=2027-01-18")).Count, (int?)mine["dueThisWeek"]);
    }

    [Fact]
    public async Task Filters_ByDatesTrackAndRole_NarrowTheList()
    {
        using var manager = await _host.AsAsync("casemanager");
        await _host.RegisterAsync();

        Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess&legalDeadlineBefore=2027-02-12"));
        Assert.Empty(await manager.ItemsAsync("/api/tasks?key=assess&legalDeadlineBefore=2027-02-11"));
        Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess&track=SOC-28"));
        Assert.Empty(await manager.ItemsAsync("/api/tasks?key=assess&track=HEALTH"));
        Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess,no-such-step&role=CaseManager"));
        Assert.Empty(await manager.ItemsAsync("/api/tasks?key=assess&overdue=true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync("/api/tasks?dueBefore=tomorrow")).StatusCode);
    }

    [Fact]
    public async Task Pages_AreStable_AndTheTotalIsThatOfTheWholeList()
    {
        using var manager = await _host.AsAsync("casemanager");
        foreach (var (number, name) in new[] { (Calls.Fjellrev, "Fjellrev"), (Calls.Rype, "Rype"), ("02899649578", "Havgløtt") })
        {
            await RegisterAsync(number, "En", name);
        }

        var first = (await manager.GetFromJsonAsync<JsonObject>("/api/tasks?key=assess&pageSize=2"))!;
        var second = (await manager.GetFromJsonAsync<JsonObject>((string)first["next"]!))!;

        Assert.Equal((3, 3), ((int?)first["total"], (int?)second["total"]));
        Assert.Equal(3, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(t => (string?)t!["taskId"]).Distinct().Count());
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task Done_ListsTheLatestFirst_AndMineAreThoseICompleted()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var second = await _host.AsAsync("casemanager2");
        await _host.RegisterAsync();
        var id = (string)Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!["taskId"]!;
        await manager.PostAsJsonAsync($"/api/tasks/{id}/complete", new { operationId = "op-1", outcome = "Innvilges", values = new { reasons = "Langvarig behov." } });

        var done = Assert.Single(await manager.ItemsAsync("/api/tasks?scope=mine&state=done"))!;

        Assert.Equal((id, "Kari Lyngmo"), ((string?)done["taskId"], (string?)done["completedByName"]));
        Assert.Empty(await second.ItemsAsync("/api/tasks?scope=mine&state=done"));
        Assert.Contains(await second.ItemsAsync("/api/tasks?state=done"), t => (string?)t!["taskId"] == id);
    }

    [Fact]
    public async Task Page_CostsTwoStatements_AndFindsItsTasksInAnIndexThatHoldsWhatIsFilteredBy()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var coordinator = await _host.AsAsync("coordinator");
        await _host.RegisterAsync();
        await using var db = Read();
        using var statements = new Statements(db, "human_tasks");

        await manager.GetAsync("/api/tasks?state=active");
        var list = statements.Take();
        await manager.GetAsync("/api/tasks?state=open&scope=unit&sort=due");
        var unit = statements.Take();
        await manager.GetAsync("/api/tasks?state=done&scope=mine&q=fjell");
        var done = statements.Take();
        await manager.GetAsync("/api/tasks/counts");
        var counts = statements.Take();
        await coordinator.GetAsync("/api/tasks?state=active&scope=all");
        var bound = statements.Take();

        // What finds nothing is not read, so one or two.
        Assert.Equal((2, 2, 1, 1, 1), (list.Count, unit.Count, done.Count, counts.Count, bound.Count));
        Assert.All(new[] { list, unit, done, counts, bound }.SelectMany(s => s).SelectMany(Plan), step => Assert.DoesNotMatch("^SCAN h[0-9]*$|Seq Scan on human_tasks", step));

        // Which of the indexes serves is the affair of each database; SQLite's choice hangs on no statistics and can be told.
        if (TestDatabase.DefaultProvider == DatabaseOptions.Sqlite)
        {
            foreach (var statement in new[] { list[0], unit[0], counts[0], bound[0] })
            {
                Assert.Contains(Plan(statement), step => step.StartsWith("SCAN h USING COVERING INDEX ix_human_tasks_open", StringComparison.Ordinal));
            }

            Assert.Contains(Plan(done[0]), step => step.Contains("INDEX ix_human_tasks_ended_by_user (completed_by=?", StringComparison.Ordinal) || step.Contains("IX_human_tasks_case_id", StringComparison.Ordinal));
        }
    }

    private List<string> Plan(Statement statement)
    {
        using var db = Read();
        using var command = db.Database.GetDbConnection().CreateCommand();
        db.Database.OpenConnection();
        command.CommandText = db.Database.IsSqlite() ? "EXPLAIN QUERY PLAN " + statement.Text : "SET enable_seqscan = off; EXPLAIN " + statement.Text;
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(reader.FieldCount - 1));
        }

        return steps;
    }

    private async Task<string> RegisterAsync(string number, string givenName, string familyName, string receivedAt = "2027-01-11T07:30:00+01:00") =>
        (string)(await _host.RegisterAsync(Calls.Request(number, givenName, familyName, receivedAt: receivedAt)))["reference"]!;

    private async Task ProtectAsync(string caseManager) =>
        await _host.Services.GetRequiredService<WorkWriter>().RunAsync(
            new Operation(new Actor("register", Roles.System), "", new DateTimeOffset(2027, 1, 11, 8, 0, 0, TimeSpan.Zero)),
            async (work, token) =>
            {
                (await work.Db.Persons.SingleAsync(token)).Protect(AddressProtection.StrictlyConfidential, work.Operation);
                (await work.Db.Cases.SingleAsync(token)).AssignCaseManager(caseManager, work.Operation);
            },
            CancellationToken.None);

    private IpDbContext Read() => _host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
}
