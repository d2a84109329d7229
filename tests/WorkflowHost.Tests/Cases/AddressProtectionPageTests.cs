using System.Net;
using System.Net.Http.Json;
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
            Assert.Equal(HttpStatusCode.Forbidden, (await other.SendFormAsync("/", address + "/address-protection", ("grade", "StrictlyConfidential"), ("reason", "Vil"))).StatusCode);
        }
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
