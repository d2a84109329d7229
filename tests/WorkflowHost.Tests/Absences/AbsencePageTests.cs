using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;

namespace IndividualPlan.WorkflowHost.Tests.Absences;

/// <summary>Going away and coming back, as pages: one's own, a leader's for others, and what the substitute and the leader see meanwhile.</summary>
public sealed class AbsencePageTests(TestHost host) : IClassFixture<TestHost>
{
    private readonly TestHost _host = host;

    [Fact]
    public async Task Someone_goes_away_the_substitute_sees_why_the_task_is_theirs_and_the_leader_what_waits()
    {
        using var kari = await _host.VisitorAsync("casemanager");
        using var anders = await _host.VisitorAsync("casemanager2");
        using var leader = await _host.VisitorAsync("leader");
        var task = $"/tasks/{await _host.TaskAsync(await _host.RequestAsync(), "assess")}";
        await kari.SendFormAsync(task, task + "/claim");

        var first = await kari.PageAsync("/absence");
        var empty = await kari.SendFormAsync("/absence", "/absence", ("fromOn", ""), ("toOn", "snart"), ("substitute", "casemanager2"));
        var sent = await kari.SendFormAsync("/absence", "/absence", ("fromOn", "11.01.2027"), ("toOn", "2027-01-15"), ("substitute", "casemanager2"));
        var own = Html.Text(await kari.PageAsync("/absence"));
        var page = await anders.PageAsync(task);
        var his = Html.Text(await anders.PageAsync("/absence"));
        var office = await leader.PageAsync("/office");
        var toldLeader = Html.Text(await leader.PageAsync(task));

        Assert.Contains("Du har 1 åpen oppgave nå.", first, StringComparison.Ordinal);
        Assert.Contains("<option value=\"casemanager2\">", first, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"coordinator\">", first, StringComparison.Ordinal);
        var refused = await empty.PageAsync();
        Assert.Equal(422, (int)empty.StatusCode);
        Assert.Contains("href=\"#fromOn\"", refused, StringComparison.Ordinal);
        Assert.Contains("Skriv dagen som en dato", refused, StringComparison.Ordinal);
        Assert.Contains("<option value=\"casemanager2\" selected>", refused, StringComparison.Ordinal);
        Assert.Equal("/absence", sent.Headers.Location!.OriginalString);
        Assert.Contains("Fraværet er registrert.", own, StringComparison.Ordinal);
        Assert.Contains("Borte nå", own, StringComparison.Ordinal);
        Assert.Contains("Du er stedfortreder for Kari Lyngmo, som er borte til og med 15.01.2027.", page, StringComparison.Ordinal);
        Assert.Contains("id=\"task\"", page, StringComparison.Ordinal);
        Assert.Contains("Du er stedfortreder for Kari Lyngmo", his, StringComparison.Ordinal);
        Assert.Matches("Kari Lyngmo er borte til og med 15.01.2027.\\s+Stedfortreder er Anders Bekkely.", toldLeader);
        Assert.Matches("Kari Lyngmo Endre fraværet til Kari Lyngmo 15.01.2027 Anders Bekkely 1", Html.Text(office));

        var change = Html.Links(office).First(a => a.StartsWith("/absence/", StringComparison.Ordinal));
        var version = (await leader.PageAsync(change)).Hidden("version");
        var unreasoned = await leader.SendFormAsync(change, change, ("toOn", "2027-01-15"), ("substitute", ""), ("version", version));
        var uncovered = await leader.SendFormAsync(change, change, ("toOn", "2027-01-20"), ("substitute", ""), ("version", version), ("reason", "Anders har for mye."));
        var stale = await leader.SendFormAsync(change, change, ("toOn", "2027-01-21"), ("substitute", ""), ("version", version), ("reason", "Anders har for mye."));
        office = Html.Text(await leader.PageAsync("/office"));
        var foreign = await anders.GetAsync(change);
        var noReason = await leader.SendFormAsync(change, change + "/cancel", ("cancelReason", ""));
        var cancelled = await leader.SendFormAsync(change, change + "/cancel", ("cancelReason", "Kari er tilbake."));
        var after = await anders.PageAsync(task);

        Assert.Contains("Skriv hvorfor du gjør dette for kollegaen.", await unreasoned.PageAsync(), StringComparison.Ordinal);
        Assert.Equal("/absence?of=casemanager", uncovered.Headers.Location!.OriginalString);
        Assert.Equal(412, (int)stale.StatusCode);
        Assert.Contains("20.01.2027 Ingen gjør oppgavene 1", office, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(422, (int)noReason.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, cancelled.StatusCode);
        Assert.DoesNotContain("Du er stedfortreder", after, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await leader.GetAsync(change)).StatusCode);
    }

    [Fact]
    public async Task A_leader_registers_for_those_led_and_for_nobody_else()
    {
        using var leader = await _host.VisitorAsync("leader");
        using var unit = await _host.VisitorAsync("coordinatingunit");
        using var manager = await _host.VisitorAsync("casemanager");

        var page = await leader.PageAsync("/absence?of=approver");
        var notLed = await leader.GetAsync("/absence?of=coordinator");
        var sent = await leader.SendFormAsync("/absence?of=approver", "/absence", ("of", "approver"), ("fromOn", "2027-02-01"), ("toOn", "2027-02-02"), ("substitute", ""), ("reason", "Avtalt i møte."));
        var ofUnit = await unit.PageAsync("/absence?of=coordinator");
        var ofColleague = await manager.GetAsync("/absence?of=approver");
        using var api = await _host.AsAsync("leader");
        var refused = await api.PostAsJsonAsync("/api/absences", new { userId = "coordinator", fromOn = "2027-02-01", toOn = "2027-02-02", reason = "Avtalt" });
        using var auditor = await _host.AsAsync("auditor");
        var away = await auditor.GetFromJsonAsync<JsonObject>("/api/office/away");

        Assert.Contains("Fravær for Olav Granmo", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, notLed.StatusCode);
        Assert.Equal("/absence?of=approver", sent.Headers.Location!.OriginalString);
        Assert.Contains("Maja Solhaug", ofUnit, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, ofColleague.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.NotNull(away!["items"]);
    }
}
