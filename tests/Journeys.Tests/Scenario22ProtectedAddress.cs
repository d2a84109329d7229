using System.Net;
using System.Text.Json.Nodes;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 22: the register makes the address strictly confidential (P-19, P-20).</summary>
public sealed class Scenario22ProtectedAddress() : JourneyTest("2027-01-11 08:00", ("Outbox:LetterTransport", "Folder"), ("Outbox:LetterFolder", Folder))
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "individual-plan-tests", "letters-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Måkes_case_is_known_to_its_case_manager_alone_from_the_same_minute()
    {
        await Given.AnActivePlan(Måke, receivedAt: "2027-01-11 09:00", approvedAt: "2027-03-05 10:00");
        await When.TimeIs("2027-05-10 09:00");
        Assert.True(await IsFoundByAsync("casemanager2") && await IsFoundByAsync("leader") && await IsFoundByAsync("coordinatingunit"));

        await Then.Journey.PostAsync("casemanager", $"/api/cases/{Then.Journey.CaseId}/address-protection", new { grade = "StrictlyConfidential", reason = "Melding fra folkeregisteret" });

        // The same minute: no list, no search and no door leads others to it; the one case manager goes on.
        Assert.True(await IsFoundByAsync("casemanager"));
        foreach (var other in new[] { "casemanager2", "leader", "coordinatingunit", "approver" })
        {
            Assert.False(await IsFoundByAsync(other), other);
            Assert.Equal(HttpStatusCode.Forbidden, (await Then.Journey.TryAsync(HttpMethod.Get, other, $"/api/cases/{Then.Journey.CaseId}")).Status);
        }

        // Whoever may enter sees no hint in the office's numbers either.
        var office = await Then.Journey.TryAsync(HttpMethod.Get, "leader", "/api/office/summary");
        Assert.DoesNotContain(Then.Journey.CaseId, office.Body?.ToJsonString() ?? "", StringComparison.Ordinal);

        // The participants are gone through by the case manager, by the next day.
        var review = (await Then.Journey.GetAsync("casemanager", $"/api/tasks?caseId={Then.Journey.CaseId}&state=open"))["items"]!.AsArray().Single(t => t!["key"]!.ToString() == "review-participants")!;
        Then.Same("assignee", "casemanager", review["assignee"]!.ToString());
        Then.Same("due", "2027-05-11", review["dueOn"]!.ToString());
        Assert.DoesNotContain("review-participants", (await Then.Journey.GetAsync("leader", "/api/tasks?state=open&pageSize=200")).ToJsonString(), StringComparison.Ordinal);

        // Each look, and each try, is told to the data protection officer, who is led to the access log and not to the case.
        await When.TimeIs("2027-05-10 10:00");
        await Then.Journey.GetAsync("casemanager", $"/api/cases/{Then.Journey.CaseId}");
        var told = await NotificationsAsync("dpo");
        Assert.Contains("En sak med strengt fortrolig adresse er åpnet", told, StringComparison.Ordinal);
        Assert.Contains("Noen prøvde å åpne en sak med strengt fortrolig adresse", told, StringComparison.Ordinal);
        Assert.Contains($"/cases/{Then.Journey.CaseId}/access-log", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Måke", told, StringComparison.OrdinalIgnoreCase);

        // A letter takes the protected way, on paper, and names no office to others; its manifest holds no name and no place.
        await When.TimeIs("2027-05-11 09:00");
        await When.CaseManager.Completes("review-participants", "Gått gjennom", new { note = "Arbeidsgiveren er ikke med. Fastlegen fortsetter." });
        await When.CaseManager.Tells("coordinator-left", new { lastDayOn = "2027-05-31", endReason = "LeftJob" });
        await When.TimeIs("2027-06-02 09:00");
        await Then.AllIsDelivered();
        var manifests = Directory.GetFiles(Path.Combine(Folder, "protected-post"), "*.json").Select(File.ReadAllText).ToList();
        Assert.NotEmpty(manifests);
        Assert.All(manifests, text =>
        {
            Then.Same("channel", "Paper", JsonNode.Parse(text)!["channel"]!.ToString());
            Assert.DoesNotContain("Måke", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Fjellvik", text, StringComparison.OrdinalIgnoreCase);
        });

        // She is called to a meeting, and the letter does not say where (P-20).
        await When.CaseManager.Tells("meeting-called", new { meetingOn = "2027-06-10", meetingPlace = "Rådhuset i Fjellvik" });
        var call = await Then.TheLetterText("meeting-call");
        Assert.Contains("10. juni 2027", call, StringComparison.Ordinal);
        Assert.DoesNotContain("Fjellvik", call, StringComparison.Ordinal);

        // The plan is not downloaded by others than herself.
        Assert.Equal(HttpStatusCode.Forbidden, (await Then.Journey.TryAsync(HttpMethod.Get, "casemanager", $"/api/cases/{Then.Journey.CaseId}/plan/pdf")).Status);
        Assert.NotEmpty(await Then.Journey.BytesAsync(Måke.User, $"/api/cases/{Then.Journey.CaseId}/plan/pdf"));
        await Then.TheHistoryTells("2027-05-10 casemanager address-protection-changed", "2027-05-11 casemanager task-completed");
        await Then.NothingIsStuck();
    }

    private async Task<bool> IsFoundByAsync(string user) =>
        (await Then.Journey.GetAsync(user, "/api/cases?pageSize=200"))["items"]!.AsArray().Any(item => item!["caseId"]!.ToString() == Then.Journey.CaseId);

    private async Task<string> NotificationsAsync(string user)
    {
        using var visitor = await Then.Journey.VisitorAsync(user);
        return WebUtility.HtmlDecode((await visitor.OpensAsync("/notifications")).Html);
    }
}
