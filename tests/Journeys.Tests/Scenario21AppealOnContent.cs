using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 21: appeal on the content of the plan, health track (L-77, L-102, D-4).</summary>
public sealed class Scenario21AppealOnContent() : JourneyTest("2027-03-01 08:00")
{
    [Fact]
    public async Task Hestehovs_plan_lacks_points_and_the_first_instance_mends_it_with_a_version_she_approves()
    {
        // She got the plan on Tuesday 30 March: four weeks are Tuesday 27 April.
        await Given.AnActivePlan(Hestehov, receivedAt: "2027-03-01 09:00", approvedAt: "2027-03-30 10:00", track: "HEALTH-MUN", plan: Values.PlanWithoutExtent);
        await Then.ThePlanLacks("e");

        await When.TimeIs("2027-04-20 09:00");
        await When.Person.Tells("appeal-received", new { type = "Content", points = new[] { "e", "h" }, grounds = "Planen sier ikke hvor mye hjelp jeg får.", wantedChange = "Fullstendig plan", isSigned = true, knowledgeOn = "2027-03-30" });
        var appeal = (await Then.TheCase())["appeals"]![0]!;
        Then.Same("type", "Content", appeal["type"]!.ToString());
        Then.Same("points", "e,h", string.Join(",", appeal["pointsAttacked"]!.AsArray().Select(point => point!.ToString())));
        await Then.TheDeadline("D-4", startedOn: "2027-03-30", rawOn: "2027-04-27", effectiveOn: "2027-04-27", state: "Met", rolled: false);

        await When.TimeIs("2027-04-22 09:00");
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await When.OtherCaseManager.Completes("assess", "Omgjøres helt", new { assessment = "Planen mangler omfang." });
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await When.Coordinator.Completes("draft", "Klar for godkjenning", Values.Plan);
        await When.Person.Completes("approve-plan", "Approved");

        Then.Same("version", "2", (await Then.TheCase())["plan"]!["version"]!.ToString());
        Then.Same("outcome", "ReversedByFirstInstance", (await Then.TheCase())["appeals"]![0]!["outcome"]!.ToString());
        await Then.ThePlanIsComplete(version: 2);
        await Then.TheStateIs("Active");
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-03-01 hestehov case-opened",
            "2027-03-01 hestehov request-received",
            "2027-03-01 hestehov case-state-changed",
            "2027-03-01 hestehov letter-queued",
            "2027-03-01 hestehov deadline-started",
            "2027-03-01 hestehov responsibility-settled",
            "2027-03-01 hestehov main-responsible-service-set",
            "2027-03-01 hestehov case-state-changed",
            "2027-03-01 hestehov task-opened",
            "2027-03-01 casemanager task-completed",
            "2027-03-01 casemanager case-manager-assigned",
            "2027-03-01 casemanager case-unit-changed",
            "2027-03-01 casemanager decision-drafted",
            "2027-03-01 casemanager entitlement-basis-set",
            "2027-03-01 casemanager decision-made",
            "2027-03-01 casemanager case-state-changed",
            "2027-03-01 casemanager task-opened",
            "2027-03-01 casemanager task-completed",
            "2027-03-01 casemanager letter-queued",
            "2027-03-01 casemanager decision-notified",
            "2027-03-01 casemanager deadline-started",
            "2027-03-01 casemanager deadline-started",
            "2027-03-01 casemanager deadline-met",
            "2027-03-01 casemanager case-state-changed",
            "2027-03-01 casemanager task-opened",
            "2027-03-01 casemanager letter-queued",
            "2027-03-01 casemanager task-completed",
            "2027-03-01 casemanager consent-asked",
            "2027-03-01 casemanager consent-given",
            "2027-03-01 casemanager case-state-changed",
            "2027-03-01 casemanager task-opened",
            "2027-03-01 coordinatingunit task-completed",
            "2027-03-01 coordinatingunit coordinator-proposed",
            "2027-03-01 coordinatingunit coordinator-appointed",
            "2027-03-01 coordinatingunit letter-queued",
            "2027-03-01 coordinatingunit case-state-changed",
            "2027-03-01 coordinatingunit plan-opened",
            "2027-03-01 coordinatingunit task-opened",
            "2027-03-01 coordinator task-completed",
            "2027-03-01 coordinator task-opened",
            "2027-03-01 coordinator task-completed",
            "2027-03-01 coordinator participant-invited",
            "2027-03-01 coordinator task-opened",
            "2027-03-01 coordinator task-completed",
            "2027-03-01 coordinator task-opened",
            "2027-03-01 coordinator letter-queued",
            "2027-03-01 coordinator task-completed",
            "2027-03-01 coordinator consent-asked",
            "2027-03-01 coordinator consent-given",
            "2027-03-01 coordinator task-opened",
            "2027-03-01 coordinator letter-queued",
            "2027-03-01 participant2 task-completed",
            "2027-03-01 participant2 participant-confirmed",
            "2027-03-01 participant2 cooperation-agreement-proposed",
            "2027-03-01 participant2 cooperation-agreement-confirmed",
            "2027-03-01 participant2 cooperation-agreement-in-force",
            "2027-03-01 participant2 case-state-changed",
            "2027-03-01 participant2 task-opened",
            "2027-03-24 system task-reminder-sent",
            "2027-03-30 coordinator task-completed",
            "2027-03-30 coordinator plan-drafted",
            "2027-03-30 coordinator case-state-changed",
            "2027-03-30 coordinator letter-queued",
            "2027-03-30 coordinator plan-submitted",
            "2027-03-30 coordinator task-opened",
            "2027-03-30 hestehov task-completed",
            "2027-03-30 hestehov plan-approved",
            "2027-03-30 hestehov case-state-changed",
            "2027-03-30 hestehov letter-queued",
            "2027-03-30 hestehov deadline-started",
            "2027-03-30 hestehov plan-revision-scheduled",
            "2027-04-20 hestehov event-reported",
            "2027-04-20 hestehov deadline-started",
            "2027-04-20 hestehov appeal-received",
            "2027-04-20 hestehov deadline-met",
            "2027-04-20 hestehov letter-queued",
            "2027-04-20 hestehov task-opened",
            "2027-04-22 casemanager task-completed",
            "2027-04-22 casemanager appeal-formal-check-recorded",
            "2027-04-22 casemanager appeal-accepted",
            "2027-04-22 casemanager task-opened",
            "2027-04-22 casemanager2 task-completed",
            "2027-04-22 casemanager2 decision-drafted",
            "2027-04-22 casemanager2 decision-submitted",
            "2027-04-22 casemanager2 task-opened",
            "2027-04-22 approver task-completed",
            "2027-04-22 approver decision-approved",
            "2027-04-22 approver decision-made",
            "2027-04-22 approver appeal-handler-set",
            "2027-04-22 approver appeal-reversed-by-first-instance",
            "2027-04-22 approver deadline-started",
            "2027-04-22 approver task-opened",
            "2027-04-22 casemanager task-completed",
            "2027-04-22 casemanager letter-queued",
            "2027-04-22 casemanager decision-notified",
            "2027-04-22 casemanager deadline-started",
            "2027-04-22 casemanager deadline-started",
            "2027-04-22 casemanager letter-queued",
            "2027-04-22 casemanager case-state-changed",
            "2027-04-22 casemanager task-opened",
            "2027-04-22 coordinator task-completed",
            "2027-04-22 coordinator plan-revision-begun",
            "2027-04-22 coordinator plan-drafted",
            "2027-04-22 coordinator case-state-changed",
            "2027-04-22 coordinator letter-queued",
            "2027-04-22 coordinator plan-submitted",
            "2027-04-22 coordinator task-opened",
            "2027-04-22 hestehov task-completed",
            "2027-04-22 hestehov plan-approved",
            "2027-04-22 hestehov case-state-changed",
            "2027-04-22 hestehov letter-queued");
    }

    [Fact]
    public async Task Otherwise_the_file_goes_to_the_appeal_body_with_the_plan()
    {
        await Given.AnActivePlan(Hestehov, receivedAt: "2027-03-01 09:00", approvedAt: "2027-03-30 10:00", track: "HEALTH-MUN", plan: Values.PlanWithoutExtent);
        await When.TimeIs("2027-04-20 09:00");
        await When.Person.Tells("appeal-received", new { type = "Content", points = new[] { "e", "h" }, grounds = "Planen sier ikke hvor mye hjelp jeg får.", wantedChange = "Fullstendig plan", isSigned = true, knowledgeOn = "2027-03-30" });
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await When.OtherCaseManager.Completes("assess", "Opprettholdes", Values.Upheld);
        await When.CaseManager.Completes("send", "Sendt", new { sentOn = "2027-04-20" });

        var appeal = (await Then.TheCase())["appeals"]![0]!;
        Then.Same("state", "Forwarded", appeal["state"]!.ToString());
        await Then.TheOpenTasksAre("result");

        // The appeal body gets the plan as it stands, with everything else in one file and a list for machines (L-102, L-113).
        var address = $"/cases/{Journey.CaseId}/appeals/{appeal["appealId"]}/file";
        using var manager = await Journey.VisitorAsync("casemanager");
        using var participant = await Journey.VisitorAsync("participant");
        var text = PdfText.Of((await manager.DownloadsAsync(address))!);
        var index = JsonNode.Parse(await manager.DownloadsAsync(address + "/index"))!;
        var kinds = index["documents"]!.AsArray().Select(document => document!["kind"]!.ToString()).ToList();
        Assert.Superset(new HashSet<string> { "appeal", "formal-check", "statement", "request", "consents", "plan", "letter" }, kinds.ToHashSet());
        Assert.Contains("Planen, versjon 1", text, StringComparison.Ordinal);
        Assert.Contains("Vi har fått klagen din", text, StringComparison.Ordinal);
        Assert.Null(await participant.DownloadsAsync(address));
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-03-01 hestehov case-opened",
            "2027-03-01 hestehov request-received",
            "2027-03-01 hestehov case-state-changed",
            "2027-03-01 hestehov letter-queued",
            "2027-03-01 hestehov deadline-started",
            "2027-03-01 hestehov responsibility-settled",
            "2027-03-01 hestehov main-responsible-service-set",
            "2027-03-01 hestehov case-state-changed",
            "2027-03-01 hestehov task-opened",
            "2027-03-01 casemanager task-completed",
            "2027-03-01 casemanager case-manager-assigned",
            "2027-03-01 casemanager case-unit-changed",
            "2027-03-01 casemanager decision-drafted",
            "2027-03-01 casemanager entitlement-basis-set",
            "2027-03-01 casemanager decision-made",
            "2027-03-01 casemanager case-state-changed",
            "2027-03-01 casemanager task-opened",
            "2027-03-01 casemanager task-completed",
            "2027-03-01 casemanager letter-queued",
            "2027-03-01 casemanager decision-notified",
            "2027-03-01 casemanager deadline-started",
            "2027-03-01 casemanager deadline-started",
            "2027-03-01 casemanager deadline-met",
            "2027-03-01 casemanager case-state-changed",
            "2027-03-01 casemanager task-opened",
            "2027-03-01 casemanager letter-queued",
            "2027-03-01 casemanager task-completed",
            "2027-03-01 casemanager consent-asked",
            "2027-03-01 casemanager consent-given",
            "2027-03-01 casemanager case-state-changed",
            "2027-03-01 casemanager task-opened",
            "2027-03-01 coordinatingunit task-completed",
            "2027-03-01 coordinatingunit coordinator-proposed",
            "2027-03-01 coordinatingunit coordinator-appointed",
            "2027-03-01 coordinatingunit letter-queued",
            "2027-03-01 coordinatingunit case-state-changed",
            "2027-03-01 coordinatingunit plan-opened",
            "2027-03-01 coordinatingunit task-opened",
            "2027-03-01 coordinator task-completed",
            "2027-03-01 coordinator task-opened",
            "2027-03-01 coordinator task-completed",
            "2027-03-01 coordinator participant-invited",
            "2027-03-01 coordinator task-opened",
            "2027-03-01 coordinator task-completed",
            "2027-03-01 coordinator task-opened",
            "2027-03-01 coordinator letter-queued",
            "2027-03-01 coordinator task-completed",
            "2027-03-01 coordinator consent-asked",
            "2027-03-01 coordinator consent-given",
            "2027-03-01 coordinator task-opened",
            "2027-03-01 coordinator letter-queued",
            "2027-03-01 participant2 task-completed",
            "2027-03-01 participant2 participant-confirmed",
            "2027-03-01 participant2 cooperation-agreement-proposed",
            "2027-03-01 participant2 cooperation-agreement-confirmed",
            "2027-03-01 participant2 cooperation-agreement-in-force",
            "2027-03-01 participant2 case-state-changed",
            "2027-03-01 participant2 task-opened",
            "2027-03-24 system task-reminder-sent",
            "2027-03-30 coordinator task-completed",
            "2027-03-30 coordinator plan-drafted",
            "2027-03-30 coordinator case-state-changed",
            "2027-03-30 coordinator letter-queued",
            "2027-03-30 coordinator plan-submitted",
            "2027-03-30 coordinator task-opened",
            "2027-03-30 hestehov task-completed",
            "2027-03-30 hestehov plan-approved",
            "2027-03-30 hestehov case-state-changed",
            "2027-03-30 hestehov letter-queued",
            "2027-03-30 hestehov deadline-started",
            "2027-03-30 hestehov plan-revision-scheduled",
            "2027-04-20 hestehov event-reported",
            "2027-04-20 hestehov deadline-started",
            "2027-04-20 hestehov appeal-received",
            "2027-04-20 hestehov deadline-met",
            "2027-04-20 hestehov letter-queued",
            "2027-04-20 hestehov task-opened",
            "2027-04-20 casemanager task-completed",
            "2027-04-20 casemanager appeal-formal-check-recorded",
            "2027-04-20 casemanager appeal-accepted",
            "2027-04-20 casemanager task-opened",
            "2027-04-20 casemanager2 task-completed",
            "2027-04-20 casemanager2 appeal-handler-set",
            "2027-04-20 casemanager2 appeal-upheld-by-first-instance",
            "2027-04-20 casemanager2 appeal-forwarding-written",
            "2027-04-20 casemanager2 task-opened",
            "2027-04-20 casemanager2 deadline-started",
            "2027-04-20 casemanager task-completed",
            "2027-04-20 casemanager appeal-forwarded",
            "2027-04-20 casemanager deadline-met",
            "2027-04-20 casemanager appeal-file-built",
            "2027-04-20 casemanager letter-queued",
            "2027-04-20 casemanager letter-queued",
            "2027-04-20 casemanager task-opened",
            "2027-04-20 casemanager deadline-started");
    }
}
