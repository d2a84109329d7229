using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

/// <summary>Role × unit × case (P-10). The NAV office and the child welfare service share the product; Kari works in the one, Liv and her leader Torunn in the other.</summary>
public sealed class UnitRightsTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_case_that_a_unit_has_registered_is_not_there_for_those_of_another_unit()
    {
        var (id, reference) = await RegisterAsync("casemanager", "05850099903");
        using var liv = await host.AsAsync("casemanager3");
        using var livsBrowser = await host.VisitorAsync("casemanager3");
        using var torunn = await host.AsAsync("leader2");

        var listed = await liv.ItemsAsync("/api/cases?limit=200");
        var read = await liv.GetAsync($"/api/cases/{id}");
        var page = await livsBrowser.GetAsync($"/cases/{id}");
        var acted = await liv.PostAsJsonAsync($"/api/cases/{id}/events/moved", new { movesOn = "2027-02-01", reason = "Flytter." });
        var tasks = await liv.ItemsAsync($"/api/tasks?caseId={id}");
        var found = await liv.PostAsJsonAsync("/api/cases/search", new { nationalIdentityNumber = "05850099903" });
        var leader = await torunn.GetAsync($"/api/cases/{id}?reason=Kontroll");

        Assert.DoesNotContain(listed, c => (string?)c!["reference"] == reference);
        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            [read.StatusCode, page.StatusCode, acted.StatusCode, leader.StatusCode]);
        Assert.DoesNotContain(reference, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(tasks);
        Assert.Empty((await found.Content.ReadFromJsonAsync<JsonObject>())!["items"]!.AsArray());
    }

    [Theory]
    [InlineData("casemanager2", HttpStatusCode.OK)]
    [InlineData("leader", HttpStatusCode.OK)]
    [InlineData("approver", HttpStatusCode.OK)]
    [InlineData("coordinatingunit", HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("archivist", HttpStatusCode.OK)]
    [InlineData("casemanager3", HttpStatusCode.Forbidden)]
    [InlineData("leader2", HttpStatusCode.Forbidden)]
    [InlineData("coordinator", HttpStatusCode.Forbidden)]
    [InlineData("participant", HttpStatusCode.Forbidden)]
    public async Task Those_of_the_unit_read_it_and_those_whose_work_is_with_all_units(string user, HttpStatusCode expected)
    {
        var (id, _) = await RegisterAsync("casemanager", "11917849937");
        using var reader = await host.AsAsync(user);

        Assert.Equal(expected, (await reader.GetAsync($"/api/cases/{id}?reason=Kontroll")).StatusCode);
    }

    [Fact]
    public async Task A_task_of_another_units_case_can_neither_be_seen_taken_nor_given_to_someone_there()
    {
        var (id, _) = await RegisterAsync("casemanager", "28820299843");
        using var kari = await host.AsAsync("casemanager");
        using var liv = await host.AsAsync("casemanager3");
        using var leader = await host.AsAsync("leader");
        var task = await TaskOfCaseManagersAsync(kari, id);

        var looked = await liv.GetAsync($"/api/tasks/{task}");
        var taken = await liv.PostAsJsonAsync($"/api/tasks/{task}/claim", new { });
        var given = await leader.PostAsJsonAsync($"/api/tasks/{task}/assign", new { assignee = "casemanager3", reason = "Sykdom." });

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (looked.StatusCode, taken.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, given.StatusCode);
        Assert.Contains("Liv Haugane har ikke tilgang til saken.", await given.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinating_unit_hands_the_case_on_with_a_reason_and_then_the_other_unit_has_it()
    {
        var (id, reference) = await RegisterAsync("casemanager", "30818549896");
        using var inger = await host.VisitorAsync("coordinatingunit");
        using var liv = await host.AsAsync("casemanager3");
        using var anders = await host.AsAsync("casemanager2");
        var address = $"/cases/{id}/unit";

        var nothing = await inger.FillInAsync(address, address, ("unit", ""), ("reason", "Barnet trenger mest hjelp derfra"));
        var same = await inger.FillInAsync(address, address, ("unit", "nav"), ("reason", "Igjen"));
        var moved = await inger.FillInAsync(address, address, ("unit", "child-welfare"), ("reason", "Barnet trenger mest hjelp derfra"));
        var told = await inger.FollowAsync(moved);
        var (nothingPage, samePage) = (await nothing.Content.ReadAsStringAsync(), await same.Content.ReadAsStringAsync());

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect], [nothing.StatusCode, same.StatusCode, moved.StatusCode]);
        Assert.Contains("Barnet trenger mest hjelp derfra", WebUtility.HtmlDecode(nothingPage), StringComparison.Ordinal);
        Assert.Contains("Saken er alt hos denne enheten", WebUtility.HtmlDecode(samePage), StringComparison.Ordinal);
        Assert.Contains($"Barnevernet behandler nå sak {reference}.", told, StringComparison.Ordinal);
        Assert.Contains("Enhet Barnevernet", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await liv.GetAsync($"/api/cases/{id}")).StatusCode);
        Assert.NotEmpty(await liv.ItemsAsync($"/api/tasks?caseId={id}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await anders.GetAsync($"/api/cases/{id}")).StatusCode);
        var change = Assert.Single(await liv.ItemsAsync($"/api/cases/{id}/history?limit=200"), h => (string?)h!["event"] == "case-unit-changed")!;
        Assert.Equal("Barnet trenger mest hjelp derfra", (string?)change["reason"]);
    }

    [Fact]
    public async Task Whoever_has_a_task_in_the_case_keeps_it_and_the_case_when_the_case_moves()
    {
        var (id, _) = await RegisterAsync("casemanager", "07879049800");
        using var kari = await host.AsAsync("casemanager");
        using var leader = await host.AsAsync("leader");
        var task = await TaskOfCaseManagersAsync(kari, id);
        (await kari.PostAsJsonAsync($"/api/tasks/{task}/claim", new { })).EnsureSuccessStatusCode();

        var moved = await leader.PostAsJsonAsync($"/api/cases/{id}/unit", new { unit = "child-welfare", reason = "Avtalt mellom lederne." });
        var after = await kari.GetAsync($"/api/cases/{id}");
        var mine = await kari.ItemsAsync("/api/tasks?scope=mine&state=open&limit=200");

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains(mine, t => (string?)t!["taskId"] == task);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"/api/cases/{id}?reason=Kontroll")).StatusCode);
    }

    [Fact]
    public async Task What_nobody_has_taken_is_seen_by_every_unit_until_a_case_manager_has_it()
    {
        var (id, _) = await RegisterAsync("person", "14838949844");
        using var kari = await host.AsAsync("casemanager");
        using var liv = await host.AsAsync("casemanager3");

        Assert.Equal(HttpStatusCode.OK, (await kari.GetAsync($"/api/cases/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await liv.GetAsync($"/api/cases/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_case_manager_takes_a_case_that_nobody_has_and_only_the_leader_gives_it_to_another()
    {
        var (id, reference) = await RegisterAsync("coordinatingunit", "17887149917");
        using var kari = await host.VisitorAsync("casemanager");
        using var anders = await host.AsAsync("casemanager2");
        using var leader = await host.AsAsync("leader");
        using var liv = await host.AsAsync("casemanager3");
        var address = $"/cases/{id}/case-manager";

        var nobody = await kari.FillInAsync(address, address, ("caseManager", ""), ("reason", "Kjenner personen fra før"));
        var taken = await kari.FollowAsync(await kari.FillInAsync(address, address, ("caseManager", "casemanager"), ("reason", "")));
        var grabbed = await anders.PostAsJsonAsync($"/api{address}", new { caseManager = "casemanager2", reason = "Jeg tar den." });
        var foreign = await leader.PostAsJsonAsync($"/api{address}", new { caseManager = "casemanager3", reason = "Vi har for mye." });
        var unexplained = await leader.PostAsJsonAsync($"/api{address}", new { caseManager = "casemanager2" });
        var given = await leader.PostAsJsonAsync($"/api{address}", new { caseManager = "casemanager2", reason = "Kari slutter." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Contains("Kjenner personen fra før", WebUtility.HtmlDecode(await nobody.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains($"Kari Lyngmo er nå saksbehandler i sak {reference}.", taken, StringComparison.Ordinal);
        Assert.Contains("Enhet NAV-kontoret", taken, StringComparison.Ordinal);
        Assert.Contains("Kari Lyngmo har saken.", await grabbed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK],
            [grabbed.StatusCode, foreign.StatusCode, unexplained.StatusCode, given.StatusCode]);
        Assert.Equal("casemanager2", (string?)(await anders.GetFromJsonAsync<JsonObject>($"/api/cases/{id}"))!["caseManager"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await liv.GetAsync($"/api/cases/{id}")).StatusCode);
    }

    private static async Task<string> TaskOfCaseManagersAsync(HttpClient reader, string caseId) =>
        (string)(await reader.ItemsAsync($"/api/tasks?caseId={caseId}&state=open")).First(t => (string?)t!["role"] == "CaseManager")!["taskId"]!;

    private async Task<(string Id, string Reference)> RegisterAsync(string user, string number)
    {
        using var client = await host.AsAsync(user);
        var receipt = await client.RegisterAsync(new
        {
            person = new { nationalIdentityNumber = number, givenName = "Kvikk", familyName = "Fjellrev", bornOn = "2000-05-05" },
            track = "SOC-28",
            channel = user == "person" ? "Digital" : "Phone",
            receivedAt = "2027-01-11T08:00:00+01:00",
            requester = new { role = "Person" },
            services = new[] { "nav" },
        });
        return ((string)receipt["caseId"]!, (string)receipt["reference"]!);
    }
}
