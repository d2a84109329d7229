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
        await Then.ThePlanLacks("e", "f");

        await When.TimeIs("2027-04-20 09:00");
        await When.Person.Tells("appeal-received", new { type = "Content", points = new[] { "e", "h" }, grounds = "Planen sier ikke hvor mye hjelp jeg får.", wantedChange = "Fullstendig plan", isSigned = true, learnedOn = "2027-03-30" });
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
        await Then.TheHistoryIs();
    }

    [Fact]
    public async Task Otherwise_the_file_goes_to_the_appeal_body_with_the_plan()
    {
        await Given.AnActivePlan(Hestehov, receivedAt: "2027-03-01 09:00", approvedAt: "2027-03-30 10:00", track: "HEALTH-MUN", plan: Values.PlanWithoutExtent);
        await When.TimeIs("2027-04-20 09:00");
        await When.Person.Tells("appeal-received", new { type = "Content", points = new[] { "e", "h" }, grounds = "Planen sier ikke hvor mye hjelp jeg får.", wantedChange = "Fullstendig plan", isSigned = true, learnedOn = "2027-03-30" });
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await When.OtherCaseManager.Completes("assess", "Opprettholdes", Values.Upheld);
        await When.CaseManager.Completes("send", "Sendt", new { sentOn = "2027-04-20" });

        var appeal = (await Then.TheCase())["appeals"]![0]!;
        Then.Same("state", "Forwarded", appeal["state"]!.ToString());
        await Then.TheOpenTasksAre("result");
        await Then.NothingIsStuck();
        await Then.TheHistoryIs();
    }
}
