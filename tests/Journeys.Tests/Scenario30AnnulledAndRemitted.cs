using System.Net;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 30: the appeal body annuls the refusal and sends the case back (L-97, L-99).</summary>
public sealed class Scenario30AnnulledAndRemitted() : JourneyTest("2027-02-15 08:00")
{
    [Fact]
    public async Task Elgokses_case_is_assessed_anew_by_the_bodys_instructions_with_a_month_of_its_own()
    {
        await Given.AnAppeal(Elgokse, receivedAt: "2027-02-15 10:00", grounds: "Dere har ikke spurt fastlegen.");
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await When.OtherCaseManager.Completes("assess", "Opprettholdes", Values.Upheld);
        await When.CaseManager.Completes("send", "Sendt", new { sentOn = "2027-02-15" });

        await When.TimeIs("2027-06-21 10:00");
        const string Instructions = "Innhent uttalelse fra fastlegen før nytt vedtak.";
        await When.CaseManager.Completes("result", "Registrert", new { outcome = "AnnulledAndRemitted", decidedOn = "2027-06-18", receivedOn = "2027-06-21", reasons = Instructions });

        // Same case, a new assessment, and a month from the day it came back.
        await Then.TheOpenTasksAre("assess");
        await Then.TheStateIs("UnderAssessment");
        await Then.TheDeadline("D-1", startedOn: "2027-06-21", rawOn: "2027-07-21", effectiveOn: "2027-07-21", state: "Running", rolled: false);
        Then.Same("appeal", "AnnulledAndRemitted", (await Then.TheCase())["appeals"]![0]!["outcome"]!.ToString());
        Then.Same("decision", "Annulled", (await Then.TheDecision("Refused"))["state"]!.ToString());
        Assert.Equal(["Person"], await Then.TheRecipientsOf("appeal-body-outcome"));
        await Then.TheFigureIs("appeals", "outcomes", "AnnulledAndRemitted", 1, row: "EntitlementRefusal");

        // The instructions lie beside the task.
        var task = await Then.TheTask("assess");
        Then.Same("instructions", Instructions, (await Then.Journey.GetAsync("casemanager", $"/api/tasks/{task["taskId"]}/context"))["remittal"]!["instructions"]!.ToString());
        Then.Same("deadline of the task", "2027-07-21", task["legalDeadlineOn"]!.ToString());

        // Decided anew, the instructions are followed and stand there no more.
        await When.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        var notice = await Then.TheTask("notice");
        Assert.Null((await Then.Journey.GetAsync("casemanager", $"/api/tasks/{notice["taskId"]}/context"))["remittal"]);
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await Then.TheDeadline("D-1", startedOn: "2027-06-21", rawOn: "2027-07-21", effectiveOn: "2027-07-21", state: "Met", rolled: false);
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task A_new_refusal_is_approved_by_someone_who_had_no_part_in_the_annulled_one()
    {
        await Given.AnAppeal(Elgokse, receivedAt: "2027-02-15 10:00", grounds: "Dere har ikke spurt fastlegen.");
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await When.OtherCaseManager.Completes("assess", "Opprettholdes", Values.Upheld);
        await When.CaseManager.Completes("send", "Sendt", new { sentOn = "2027-02-15" });
        await When.TimeIs("2027-06-21 10:00");
        await When.CaseManager.Completes("result", "Registrert", new { outcome = "AnnulledAndRemitted", decidedOn = "2027-06-18", receivedOn = "2027-06-21", reasons = "Spør fastlegen." });

        // Refused anew: whoever approved the first refusal is kept off by the engine, over the API and on the page, also when the task is handed out.
        await When.CaseManager.Completes("assess", "Avslås", Values.Refused);
        var (status, problem) = await When.Approver.IsRefused("approve", "Godkjennes");
        Assert.Equal(403, status);
        Assert.Contains("separation-of-duties", problem!.ToJsonString(), StringComparison.Ordinal);
        var task = await Then.TheTask("approve");
        var (assigned, _) = await Then.Journey.TryAsync(HttpMethod.Post, "leader", $"/api/tasks/{task["taskId"]}/assign", new { assignee = "approver", reason = "Haster." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, assigned);
        using (var visitor = await Then.Journey.VisitorAsync("approver"))
        {
            var page = WebUtility.HtmlDecode((await visitor.OpensAsync($"/tasks/{task["taskId"]}")).Html);
            Assert.DoesNotContain("value=\"Godkjennes\"", page, StringComparison.Ordinal);
            Assert.Contains("Hege Moltu", page, StringComparison.Ordinal);
        }

        await When.Participant("approver2").Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        var refusals = (await Then.TheCase())["decisions"]!.AsArray().Where(d => d!["outcome"]!.ToString() == "Refused").ToList();
        Assert.Equal(2, refusals.Count);
        Assert.Equal(["approver", "approver2"], refusals.Select(d => d!["approvedBy"]!.ToString()).Order(StringComparer.Ordinal));
        await Then.NothingIsStuck();
    }
}
