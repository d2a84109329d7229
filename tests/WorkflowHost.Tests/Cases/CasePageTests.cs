using System.Net;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

public sealed class CasePageTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_top_of_a_case_says_whom_it_is_about_how_far_it_has_come_and_what_must_be_done_by_when()
    {
        var address = await RequestedAsync();
        using var manager = await _host.VisitorAsync("casemanager");

        var page = await manager.GetStringAsync(address);
        var top = Html.Text(Html.Element(page, "section", "case-header"));

        Assert.Contains("Glad Fjellrev 37 år", top, StringComparison.Ordinal);
        Assert.Contains("Sak IP-2027-00001", top, StringComparison.Ordinal);
        Assert.Contains("Spor Sosiale tjenester", top, StringComparison.Ordinal);
        Assert.Contains("Neste frist Foreløpig svar 11.02.2027 31 dager igjen", top, StringComparison.Ordinal);
        Assert.Contains("Henvendelse Ferdig Vurdering Nå Samtykke Gjenstår", top, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_says_why_once_and_every_look_is_logged_with_it()
    {
        var address = await RequestedAsync();
        using var leader = await _host.VisitorAsync("leader");

        var asked = await leader.GetAsync(address);
        var answered = await leader.SendFormAsync(asked.Headers.Location!.OriginalString, address + "/reason", ("choice", "absence"), ("words", "Vikar trengs"), ("returnUrl", address));
        var opened = await leader.GetAsync(answered.Headers.Location);
        var again = await leader.GetAsync(address);
        var log = await LogAsync(address);

        Assert.StartsWith(address + "/reason?returnUrl=", asked.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.Equal(address, answered.Headers.Location!.OriginalString);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [opened.StatusCode, again.StatusCode]);
        Assert.Equal(
            ["Saksbehandler eller koordinator er borte: Vikar trengs", "Saksbehandler eller koordinator er borte: Vikar trengs"],
            log.Where(l => (string?)l!["userId"] == "leader").Select(l => (string?)l!["reason"]));
    }

    [Fact]
    public async Task A_leader_who_gives_no_reason_is_told_what_is_missing_and_keeps_what_was_typed()
    {
        var address = await RequestedAsync();
        using var leader = await _host.VisitorAsync("leader");

        var answer = await leader.SendFormAsync(address + "/reason", address + "/reason", ("choice", "other"), ("words", " "));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Skriv hvorfor du åpner saken.", Html.Text(page), StringComparison.Ordinal);
        Assert.Matches("value=\"other\" checked", page);
    }

    [Fact]
    public async Task The_reason_for_one_case_opens_no_other_and_another_leader_is_asked_anew()
    {
        var address = await RequestedAsync();
        using var leader = await _host.VisitorAsync("leader");
        await leader.SendFormAsync(address + "/reason", address + "/reason", ("choice", "deadline"));
        var other = await RequestedAsync(Calls.Request(Calls.Rype, "Modig", "Rype"));

        var asked = await leader.GetAsync(other);

        Assert.StartsWith(other + "/reason", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_someone_has_no_part_in_is_refused_with_a_page()
    {
        var address = await RequestedAsync();
        using var coordinator = await _host.VisitorAsync("coordinator");

        var answer = await coordinator.GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Denne saken gjelder noen andre", Html.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Fjellrev", page, StringComparison.Ordinal);
    }

    private async Task<string> RequestedAsync(object? request = null)
    {
        using var manager = await _host.AsAsync("casemanager");
        return $"/cases/{(await manager.RegisterAsync(request))["caseId"]}";
    }

    private async Task<List<JsonNode?>> LogAsync(string address)
    {
        using var auditor = await _host.AsAsync("auditor");
        return [.. await auditor.ItemsAsync($"/api{address}/access-log")];
    }
}
