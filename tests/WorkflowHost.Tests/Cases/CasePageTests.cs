using System.Net;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory]
    [InlineData("/participants", "Ingen tjenester deltar ennå.")]
    [InlineData("/participants", "Ingen har spurt om samtykke ennå.")]
    [InlineData("/coordinators", "Saken har ikke hatt noen koordinator ennå.")]
    [InlineData("/decisions", "Det er ikke fattet noe vedtak ennå.")]
    [InlineData("/decisions", "Ingen har klaget.")]
    [InlineData("", "Saken har ingen plan ennå.")]
    [InlineData("", "Ikke registrert. Plikten til å informere må kunne dokumenteres.")]
    [InlineData("/history?kind=Plan", "Ingenting av dette slaget har skjedd i saken.")]
    public async Task What_is_empty_says_so_and_what_leads_on(string section, string sentence)
    {
        var address = await RequestedAsync();
        using var manager = await _host.VisitorAsync("casemanager");

        var text = Html.Text(await manager.GetStringAsync(address + section));

        Assert.Contains(sentence, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AddressProtection.Confidential, "Adressen er fortrolig")]
    [InlineData(AddressProtection.None, null)]
    public async Task A_protected_address_is_marked_on_every_page_of_the_case(AddressProtection grade, string? mark)
    {
        var address = await RequestedAsync();
        await ProtectAsync(grade);
        using var manager = await _host.VisitorAsync("casemanager");

        foreach (var section in new[] { "", "/participants", "/coordinators", "/decisions", "/letters", "/deadlines", "/flows", "/history" })
        {
            var page = await manager.GetStringAsync(address + section);
            Assert.Equal(mark is not null, Html.Ids(page).Contains("address-protected"));
            Assert.True(mark is null || Html.Text(page).Contains(mark, StringComparison.Ordinal), section);
        }
    }

    [Fact]
    public async Task A_strictly_confidential_case_is_closed_to_all_but_its_own_case_manager()
    {
        var address = await RequestedAsync();
        await ProtectAsync(AddressProtection.StrictlyConfidential);
        using var other = await _host.VisitorAsync("casemanager2");
        using var leader = await _host.VisitorAsync("leader");

        var refused = await other.GetAsync(address);
        var asked = await leader.GetAsync(address);
        var reason = await leader.GetAsync(address + "/reason");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotFound], [refused.StatusCode, asked.StatusCode, reason.StatusCode]);
        Assert.DoesNotContain("IP-2027-00001", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task ProtectAsync(AddressProtection grade) => _host.Services.GetRequiredService<WorkWriter>().RunAsync(
        new Operation(Actor.System, "", new DateTimeOffset(2027, 1, 11, 8, 0, 0, TimeSpan.Zero)),
        async (work, token) => (await work.Db.Persons.AsTracking().SingleAsync(token)).Protect(grade, work.Operation),
        CancellationToken.None);

    private async Task<string> RequestedAsync(object? request = null)
    {
        using var manager = await _host.AsAsync("casemanager");
        return $"/cases/{(await _host.RegisterAsync(request))["caseId"]}";
    }

    private async Task<List<JsonNode?>> LogAsync(string address)
    {
        using var auditor = await _host.AsAsync("auditor");
        return [.. await auditor.ItemsAsync($"/api{address}/access-log")];
    }
}
