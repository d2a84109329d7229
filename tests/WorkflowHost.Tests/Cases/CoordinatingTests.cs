using System.Net;
using System.Text.Json.Nodes;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

/// <summary>Why there is no plan and what coordinates instead, written down and ended from the case (domain §5.3, §5.5).</summary>
[Trait("Database", "Both")]
public sealed class CoordinatingTests : IAsyncLifetime
{
    private readonly Journey _journey = new("2027-01-11 08:00");

    public async Task InitializeAsync() => await new Given(_journey, new When(_journey)).ARequest(Fjellrev, "2027-01-11 09:00");

    public async Task DisposeAsync() => await _journey.DisposeAsync();

    [Fact]
    public async Task Reasons_are_several_one_is_the_main_one_and_they_end_one_by_one()
    {
        await ReasonsAsync("casemanager", new { codes = new[] { "N04", "N18" }, primary = "N18", note = "Vil snakke med familien." });
        Assert.Equal(["N18CompetingPriorities main", "N04InformedUndecided"], Standing(await ReadAsync()));

        // What holds already is not written down again; the main reason is another now.
        await _journey.MoveToAsync("2027-02-01 09:00");
        var changed = await ReasonsAsync("coordinatingunit", new { codes = new[] { "N12", "N04" }, primary = "N12" });
        Assert.Equal(["N12NoCoordinatorAvailable main", "N04InformedUndecided", "N18CompetingPriorities"], Standing(changed));

        // The oldest takes the place of a main reason that ends.
        var main = changed["reasons"]![0]!["reasonId"]!.ToString();
        await _journey.PostAsync("casemanager", $"{Api}/no-plan-reasons/{main}/end");
        var left = await _journey.PostAsync("casemanager", $"{Api}/no-plan-reasons/{main}/end");
        Assert.Equal(["N04InformedUndecided main", "N18CompetingPriorities"], Standing(left));
        Assert.Equal("2027-02-01", left["reasons"]!.AsArray().Single(r => r!["reasonId"]!.ToString() == main)!["endedOn"]!.ToString());

        using var manager = await _journey.VisitorAsync("casemanager");
        var history = Text(await manager.OpensAsync($"/cases/{_journey.CaseId}/history"));
        Assert.Contains("Grunn til at det ikke er noen plan: ingen koordinator er ledig", history, StringComparison.Ordinal);
        Assert.Contains("Hovedgrunnen til at det ikke er noen plan, er nå: personen vil tenke på det", history, StringComparison.Ordinal);
        Assert.DoesNotContain("familien", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_coordinates_instead_goes_from_a_day_to_a_day_and_stands_on_the_overview_meanwhile()
    {
        using var manager = await _journey.VisitorAsync("casemanager");
        var page = $"/cases/{_journey.CaseId}/coordination";

        var recorded = await manager.SendsAsync(page, page, ("kind", "CareTeam"), ("service", "municipal-health"), ("fromOn", "2027-01-05"), ("toOn", ""), ("note", ""));
        Assert.Equal((HttpStatusCode.Redirect, page), (recorded.Status, recorded.Location));
        Assert.Contains("Ansvarsgruppe", Text(await manager.OpensAsync($"/cases/{_journey.CaseId}")), StringComparison.Ordinal);

        var id = (await ReadAsync())["coordination"]![0]!["coordinationId"]!.ToString();
        var early = await manager.SendsAsync(page, $"{page}/{id}/end", ("toOn", "2027-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("Siste dag må være samme dag som første dag, eller senere.", Text(early), StringComparison.Ordinal);
        Assert.Contains("2027-01-01", early.Html, StringComparison.Ordinal);

        await manager.SendsAsync(page, $"{page}/{id}/end", ("toOn", "2027-01-20"));
        await _journey.MoveToAsync("2027-01-21 09:00");
        Assert.DoesNotContain("Ansvarsgruppe", Overview(await manager.OpensAsync($"/cases/{_journey.CaseId}")), StringComparison.Ordinal);
        Assert.Contains("Annen samordning tok slutt: ansvarsgruppe, siste dag 20.01.2027", Text(await manager.OpensAsync($"/cases/{_journey.CaseId}/history")), StringComparison.Ordinal);

        static string Overview(PageAnswer answer) => Text(answer)[Text(answer).IndexOf("Annen samordning", StringComparison.Ordinal)..][..3000];
    }

    [Fact]
    public async Task What_cannot_be_taken_is_shown_again_as_it_was_typed()
    {
        using var manager = await _journey.VisitorAsync("casemanager");
        var page = $"/cases/{_journey.CaseId}/coordination";

        var reasons = await manager.SendsAsync(page, page + "/reasons", ("codes", "N06"), ("codes", "N07"), ("primary", ""), ("note", "Møtes hver uke."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reasons.Status);
        Assert.Contains("Velg hvilken av grunnene som er hovedgrunnen.", Text(reasons), StringComparison.Ordinal);
        Assert.Contains("Møtes hver uke.", Text(reasons), StringComparison.Ordinal);

        var other = await manager.SendsAsync(page, page, ("kind", "Other"), ("fromOn", "32.13.2027"), ("toOn", ""), ("note", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Skriv hva det er.", Text(other), StringComparison.Ordinal);
        Assert.Contains("32.13.2027", Text(other), StringComparison.Ordinal);
        Assert.Empty((await ReadAsync())["coordination"]!.AsArray());
    }

    [Fact]
    public async Task Only_those_who_work_with_the_case_write_it_down()
    {
        foreach (var user in (string[])["leader", "auditor", "participant", "person", "approver"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await _journey.TryAsync(HttpMethod.Post, user, $"{Api}/no-plan-reasons", new { codes = new[] { "N04" } })).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await _journey.TryAsync(HttpMethod.Post, user, $"{Api}/coordination", new { kind = "CareTeam", fromOn = "2027-01-05" })).Status);
        }

        // A coordinator of another case is not let in either.
        Assert.Equal(HttpStatusCode.Forbidden, (await _journey.TryAsync(HttpMethod.Post, "coordinator", $"{Api}/no-plan-reasons", new { codes = new[] { "N04" } })).Status);
    }

    private string Api => $"/api/cases/{_journey.CaseId}";

    private Task<JsonNode> ReasonsAsync(string user, object body) => _journey.PostAsync(user, $"{Api}/no-plan-reasons", body);

    private Task<JsonNode> ReadAsync() => _journey.GetAsync("casemanager", $"{Api}/coordination");

    private static string[] Standing(JsonNode view) =>
        [.. view["reasons"]!.AsArray().Where(static r => r!["endedOn"] is null).Select(static r => $"{r!["code"]}{(r["isPrimary"]!.GetValue<bool>() ? " main" : "")}")];

    private static string Text(PageAnswer answer) => WebUtility.HtmlDecode(answer.Html);
}
