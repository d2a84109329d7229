using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

/// <summary>The case manager sets and lifts protection of the address; it takes effect at once (P-19, P-20, scenario 22).</summary>
public sealed class AddressProtectionPageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Strict_protection_hides_the_case_from_all_others_at_the_office_until_it_is_lifted()
    {
        var address = await CaseOfAsync("casemanager", Calls.Fjellrev, "Glad", "Fjellrev");
        using var manager = await host.VisitorAsync("casemanager");
        using var colleague = await host.VisitorAsync("casemanager2");
        using var unit = await host.VisitorAsync("coordinatingunit");

        var seen = await colleague.PageAsync(address);
        var set = await SendAsync(manager, address, "StrictlyConfidential", "Folkeregisteret, melding 11. januar");
        var own = Html.Text(await manager.GetStringAsync(set.Headers.Location));

        Assert.DoesNotContain("address-protection", seen, StringComparison.Ordinal);
        Assert.Equal(address, set.Headers.Location!.OriginalString);
        Assert.Contains("Adressen er strengt fortrolig", own, StringComparison.Ordinal);
        foreach (var other in new[] { colleague, unit })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(address)).StatusCode);
            Assert.DoesNotContain(address, await other.PageAsync("/cases"), StringComparison.Ordinal);
        }

        var history = Html.Text(await manager.GetStringAsync(address + "/history"));
        var lifted = await SendAsync(manager, address, "None", "Folkeregisteret, melding 12. januar");
        var again = await colleague.GetAsync(address);

        Assert.Contains("Adressen ble strengt fortrolig", history, StringComparison.Ordinal);
        Assert.Contains("Folkeregisteret, melding 11. januar", history, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, lifted.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.DoesNotContain("Adressen er", Html.Text(await again.PageAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_one_who_has_the_case_may()
    {
        var address = await CaseOfAsync("casemanager", Calls.Rype, "Modig", "Rype");

        foreach (var user in new[] { "casemanager2", "leader", "coordinatingunit", "person", "auditor", "admin" })
        {
            using var other = await host.VisitorAsync(user);

            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(address + "/address-protection")).StatusCode);
            using var program = await host.AsAsync(user);
            Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsJsonAsync($"/api{address}/address-protection", Strictly)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.SendFormAsync("/", address + "/address-protection", ("grade", "StrictlyConfidential"), ("reason", "Vil"))).StatusCode);
        }
    }

    [Fact]
    public async Task A_program_sets_it_and_then_no_search_and_no_list_of_others_finds_the_person()
    {
        var address = await CaseOfAsync("casemanager", Havgløtt, "Blid", "Havgløtt");
        var caseId = address["/cases/".Length..];
        using var manager = await host.AsAsync("casemanager");
        using var unit = await host.AsAsync("coordinatingunit");
        using var intake = await host.VisitorAsync("coordinatingunit");

        var refused = await manager.PostAsJsonAsync($"/api{address}/address-protection", new { grade = "kode 6", reason = "" });
        var set = await (await manager.PostAsJsonAsync($"/api{address}/address-protection", Strictly)).JsonAsync();
        var byNumber = await (await unit.PostAsJsonAsync("/api/cases/search", new { nationalIdentityNumber = Havgløtt })).JsonAsync();
        var byName = await unit.ItemsAsync("/api/cases?q=Havgløtt");
        var byReference = await unit.ItemsAsync("/api/cases?q=" + (string)(await manager.GetFromJsonAsync<JsonObject>("/api" + address))!["reference"]!);
        var request = await intake.SendFormAsync("/requests/new", "/requests/new", ("person.nationalIdentityNumber", Havgløtt), ("act", "find"));
        var tasks = await unit.ItemsAsync($"/api/tasks?caseId={caseId}&state=open");
        var own = await manager.ItemsAsync($"/api/tasks?caseId={caseId}&state=open");

        Assert.Equal(["grade", "reason"], (await refused.JsonAsync())["errors"]!.AsObject().Select(static e => e.Key).Order());
        Assert.Equal("StrictlyConfidential", (string)set["grade"]!);
        Assert.Equal(0, (int)byNumber["total"]!);
        Assert.Empty(byName);
        Assert.Empty(byReference);
        Assert.DoesNotContain("Havgløtt", Html.Text(await request.PageAsync()), StringComparison.Ordinal);
        Assert.Empty(tasks);
        Assert.NotEmpty(own);
    }

    [Fact]
    public async Task What_is_missing_is_told_beside_its_field_and_nothing_typed_is_lost()
    {
        var address = await CaseOfAsync("casemanager", "28820299843", "Våken", "Måke");
        using var manager = await host.VisitorAsync("casemanager");

        var unreasoned = await SendAsync(manager, address, "Confidential", " ");
        var page = await unreasoned.PageAsync();
        var ungraded = await SendAsync(manager, address, "kode 6", "Folkeregisteret");
        var other = await ungraded.PageAsync();

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [unreasoned.StatusCode, ungraded.StatusCode]);
        Assert.Contains("href=\"#reason\"", page, StringComparison.Ordinal);
        Assert.Matches("value=\"Confidential\" checked", page);
        Assert.Contains("href=\"#grade\">Velg hvordan adressen er beskyttet.", other, StringComparison.Ordinal);
        Assert.Matches(">\\s*Folkeregisteret</textarea>", other);
    }

    private const string Havgløtt = "02899649578";

    private static readonly object Strictly = new { grade = "StrictlyConfidential", reason = "Folkeregisteret" };

    private static Task<HttpResponseMessage> SendAsync(HttpClient visitor, string address, string grade, string reason) =>
        visitor.SendFormAsync(address + "/address-protection", address + "/address-protection", ("grade", grade), ("reason", reason));

    /// <summary>A case that someone has taken.</summary>
    private async Task<string> CaseOfAsync(string manager, string number, string givenName, string familyName)
    {
        var request = await host.RequestAsync(number, givenName, familyName);
        using var api = await host.AsAsync(manager);
        (await api.PostAsJsonAsync($"/api/cases/{request["caseId"]}/case-manager", new { caseManager = manager })).EnsureSuccessStatusCode();
        return $"/cases/{request["caseId"]}";
    }
}
