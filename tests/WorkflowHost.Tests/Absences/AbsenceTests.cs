using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.Workflows.Absences;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Absences;

/// <summary>Colleagues go away and come back, and the work goes on meanwhile.</summary>
public sealed class AbsenceTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_substitute_has_the_tasks_for_the_days_of_the_absence_and_not_a_minute_longer()
    {
        using var kari = await _host.AsAsync("casemanager");
        using var anders = await _host.AsAsync("casemanager2");
        var id = await ClaimedAsync(kari);

        await RegisterAsync(kari, "2027-01-12", "2027-01-12", "casemanager2");
        var before = await anders.ItemsAsync("/api/tasks?scope=mine&state=open");
        await MoveAsync(kari, "PT16H");
        var on = Assert.Single(await anders.ItemsAsync("/api/tasks?scope=mine&state=open"))!;
        var counts = (await anders.GetFromJsonAsync<JsonObject>("/api/tasks/counts"))!;
        await MoveAsync(kari, "P1D");
        var after = await anders.ItemsAsync("/api/tasks?scope=mine&state=open");

        Assert.Empty(before);
        Assert.Equal((id, "casemanager", "casemanager", "2027-01-12"), ((string?)on["taskId"], (string?)on["assignee"], (string?)on["onBehalfOf"], (string?)on["assigneeAwayTo"]));
        Assert.Equal(1, (int?)counts["mine"]);
        Assert.Empty(after);
        Assert.Single(await kari.ItemsAsync("/api/tasks?scope=mine&state=open"));
    }

    [Fact]
    public async Task The_substitute_does_the_task_and_history_says_for_whom()
    {
        using var kari = await _host.AsAsync("casemanager");
        using var anders = await _host.AsAsync("casemanager2");
        var id = await ClaimedAsync(kari);
        await RegisterAsync(kari, "2027-01-11", "2027-01-15", "casemanager2");

        var context = (await anders.GetFromJsonAsync<JsonObject>($"/api/tasks/{id}/context"))!;
        var held = await (await anders.PostAsJsonAsync($"/api/tasks/{id}/hold", new { until = "2027-01-13" })).JsonAsync();
        var done = await anders.PostAsJsonAsync($"/api/tasks/{id}/complete", new { operationId = "op", outcome = "Innvilges", values = new { reasons = "Behov." } });

        Assert.Equal(("casemanager", "Kari Lyngmo"), ((string?)context["onBehalfOf"], (string?)context["onBehalfOfName"]));
        Assert.Equal(("OnHold", "casemanager"), ((string?)held["state"], (string?)held["assignee"]));
        Assert.Equal("casemanager2", (string?)(await done.JsonAsync())["completedBy"]);
        await using var db = Read();
        var completed = await db.History.SingleAsync(h => h.Event == "task-completed" && h.Details.Contains(id));
        Assert.Equal(("casemanager2", "casemanager"), (completed.Actor, completed.OnBehalfOf));
    }

    [Fact]
    public async Task A_chain_is_followed_and_a_circle_is_refused_with_a_sentence()
    {
        using var leader = await _host.AsAsync("leader");
        using var kari = await _host.AsAsync("casemanager");
        using var anders = await _host.AsAsync("casemanager2");

        await RegisterAsync(kari, "2027-01-11", "2027-01-31", "casemanager2");
        var circle = await anders.PostAsJsonAsync("/api/absences", new { fromOn = "2027-01-20", toOn = "2027-01-20", substitute = "casemanager", reason = "Kurs" });
        var open = await anders.PostAsJsonAsync("/api/absences", new { fromOn = "2027-01-20", toOn = "2027-01-20", reason = "Kurs" });
        var listed = await leader.ItemsAsync("/api/absences");

        Assert.Contains("i ring", await FieldAsync(circle, "substitute"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Equal(["casemanager", "casemanager2"], listed.Select(a => (string?)a!["userId"]));
        Assert.Equal(("casemanager2", "Anders Bekkely", true), ((string?)listed[0]!["worker"], (string?)listed[0]!["workerName"], (bool?)listed[0]!["isNow"]));
        Assert.Equal((null, false), ((string?)listed[1]!["worker"], (bool?)listed[1]!["isNow"]));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_told_field_by_field()
    {
        using var kari = await _host.AsAsync("casemanager");

        var empty = await kari.PostAsJsonAsync("/api/absences", new { });
        var wrong = await kari.PostAsJsonAsync("/api/absences", new { fromOn = "2027-01-05", toOn = "2027-01-06", substitute = "coordinator", reason = "Ferie" });
        var unknown = await kari.PostAsJsonAsync("/api/absences", new { fromOn = "2027-01-12", toOn = "2027-01-13", substitute = "nobody", reason = "Ferie" });

        Assert.Equal(["fromOn", "reason", "toOn"], (await empty.JsonAsync())["errors"]!.AsObject().Select(e => e.Key).Order());
        Assert.Equal("Dagen har vært. Velg i dag eller en senere dag.", await FieldAsync(wrong, "toOn"));
        Assert.Contains("Maja Solhaug har ingen av rollene", await FieldAsync(wrong, "substitute"), StringComparison.Ordinal);
        Assert.Contains("Vi kjenner ingen kollega", await FieldAsync(unknown, "substitute"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leader", "casemanager", HttpStatusCode.OK)]
    [InlineData("coordinatingunit", "coordinator", HttpStatusCode.OK)]
    [InlineData("casemanager", "casemanager", HttpStatusCode.OK)]
    [InlineData("casemanager2", "casemanager", HttpStatusCode.Forbidden)]
    [InlineData("coordinator", "coordinator2", HttpStatusCode.Forbidden)]
    [InlineData("person", "person", HttpStatusCode.Forbidden)]
    [InlineData("auditor", "casemanager", HttpStatusCode.Forbidden)]
    [InlineData("admin", "casemanager", HttpStatusCode.Forbidden)]
    public async Task The_one_who_is_away_registers_it_or_a_leader(string user, string away, HttpStatusCode expected)
    {
        using var client = await _host.AsAsync(user);

        var answer = await client.PostAsJsonAsync("/api/absences", new { userId = away, fromOn = "2027-01-12", toOn = "2027-01-13", reason = "Avtalt" });

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task An_absence_is_prolonged_and_called_off_and_each_is_in_history()
    {
        using var leader = await _host.AsAsync("leader");
        using var anders = await _host.AsAsync("casemanager2");
        var absence = await RegisterAsync(leader, "2027-01-11", "2027-01-12", "casemanager2", "casemanager");
        var address = $"/api/absences/{absence["absenceId"]}";

        var longer = await leader.PostAsJsonAsync($"{address}/change", new { toOn = "2027-01-20", substitute = "casemanager2", reason = "Ble lenger" });
        var foreign = await anders.PostAsJsonAsync($"{address}/cancel", new { reason = "Nei" });
        var cancelled = await leader.PostAsJsonAsync($"{address}/cancel", new { reason = "Feil person" });
        var again = await leader.PostAsJsonAsync($"{address}/cancel", new { reason = "Feil person" });

        Assert.Equal("2027-01-20", (string?)(await longer.JsonAsync())["toOn"]);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (cancelled.StatusCode, again.StatusCode));
        Assert.Empty(await leader.ItemsAsync("/api/absences"));
        await using var db = Read();
        var history = await db.History.Where(h => h.Event.StartsWith("absence-")).OrderBy(h => h.Id).ToListAsync();
        Assert.Equal([("absence-registered", "Avtalt"), ("absence-changed", "Ble lenger"), ("absence-cancelled", "Feil person")], history.Select(h => (h.Event, h.Reason)));
        Assert.Equal("casemanager2", (await db.Notifications.SingleAsync(n => n.Kind == NotificationKinds.SubstituteNamed)).UserId);
    }

    [Fact]
    public async Task Work_is_not_given_to_someone_who_is_away()
    {
        using var leader = await _host.AsAsync("leader");
        using var kari = await _host.AsAsync("casemanager");
        var id = await ClaimedAsync(kari);
        await RegisterAsync(leader, "2027-01-11", "2027-01-15", "casemanager", "casemanager2");

        var away = await leader.PostAsJsonAsync($"/api/tasks/{id}/assign", new { assignee = "casemanager2", reason = "Fordeling" });
        var roleless = await leader.PostAsJsonAsync($"/api/tasks/{id}/assign", new { assignee = "coordinator", reason = "Fordeling" });
        var unknown = await leader.PostAsJsonAsync($"/api/tasks/{id}/assign", new { assignee = "nobody", reason = "Fordeling" });

        Assert.Equal("Anders Bekkely er borte til og med 15.01.2027. Stedfortreder er Kari Lyngmo.", await FieldAsync(away, "assignee"));
        Assert.Equal("Maja Solhaug har ikke rollen saksbehandler.", await FieldAsync(roleless, "assignee"));
        Assert.Contains("Vi kjenner ingen kollega", await FieldAsync(unknown, "assignee"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_register_each_other_at_once_never_end_in_a_circle()
    {
        using var kari = await _host.AsAsync("casemanager");
        using var anders = await _host.AsAsync("casemanager2");

        var answers = await Task.WhenAll(
            kari.PostAsJsonAsync("/api/absences", new { fromOn = "2027-01-12", toOn = "2027-01-13", substitute = "casemanager2", reason = "Kurs" }),
            anders.PostAsJsonAsync("/api/absences", new { fromOn = "2027-01-13", toOn = "2027-01-14", substitute = "casemanager", reason = "Kurs" }));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
    }

    /// <summary>The statement that lists stand on finds the same as the rule.</summary>
    [Fact]
    public async Task The_statement_and_the_rule_follow_the_same_chains()
    {
        using var leader = await _host.AsAsync("leader");
        using var unit = await _host.AsAsync("coordinatingunit");
        await RegisterAsync(unit, "2027-01-11", "2027-01-31", "coordinator2", "coordinator");
        await RegisterAsync(leader, "2027-01-11", "2027-01-31", "casemanager2", "casemanager");

        await RegisterAsync(leader, "2027-01-11", "2027-01-11", "leader", "approver", expected: HttpStatusCode.UnprocessableEntity);
        await using var db = Read();
        var today = new DateOnly(2027, 1, 11);
        var rule = new Substitution(await db.Absences.ToListAsync(), today);

        foreach (var user in DemoUsers.All.Select(u => u.User))
        {
            Assert.Equal(rule.CoveredBy(user), (await Substitutes.CoveredBy(db, user, today).ToListAsync()).Order());
        }
    }

    [Fact]
    public async Task The_coordinators_substitute_sees_the_coordinators_cases_while_it_lasts()
    {
        await using var journey = new Journey("2027-02-01 09:00");
        var given = new Given(journey, new When(journey));
        await given.ACoordinator(SyntheticPerson.Fjellrev, "2027-02-01 09:00");
        await journey.PostAsync("coordinatingunit", "/api/absences", new { userId = "coordinator", fromOn = "2027-02-02", toOn = "2027-02-03", substitute = "coordinator2", reason = "Avtalt" });

        Assert.Equal(0, await CountAsync());
        await journey.MoveToAsync("2027-02-02 00:30");
        Assert.Equal(1, await CountAsync());
        Assert.NotEqual(0, (int)(await journey.GetAsync("coordinator2", "/api/tasks?state=open"))["total"]!);
        await journey.MoveToAsync("2027-02-04 00:01");
        Assert.Equal(0, await CountAsync());

        async Task<int> CountAsync() => (int)(await journey.GetAsync("coordinator2", "/api/cases"))["total"]!;
    }

    private async Task<string> ClaimedAsync(HttpClient manager)
    {
        await _host.RegisterAsync();
        var id = (string)Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!["taskId"]!;
        (await manager.PostAsync($"/api/tasks/{id}/claim", null)).EnsureSuccessStatusCode();
        return id;
    }

    private static async Task<JsonObject> RegisterAsync(
        HttpClient client, string fromOn, string toOn, string substitute, string? userId = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await client.PostAsJsonAsync("/api/absences", new { userId, fromOn, toOn, substitute, reason = "Avtalt" });
        Assert.Equal(expected, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private static async Task<string> FieldAsync(HttpResponseMessage answer, string field)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]![field]![0]!;
    }

    private static async Task MoveAsync(HttpClient client, string by) => (await client.PostAsJsonAsync("/api/demo/clock/advance", new { by })).EnsureSuccessStatusCode();

    private IpDbContext Read() => _host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
}
