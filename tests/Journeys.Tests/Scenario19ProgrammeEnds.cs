using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 19: the qualification programme ends; the plan does not end by itself (SOC-33, domain §1.15 <c>KvpEnded</c>).</summary>
public sealed class Scenario19ProgrammeEnds() : JourneyTest("2027-02-01 08:00")
{
    [Fact]
    public async Task Havgløtts_need_is_assessed_and_the_plan_goes_on_under_another_section()
    {
        await APlanOfAParticipant();

        await When.TimeIs("2028-12-31 10:00");
        await When.CaseManager.Tells("kvp-ended", new { endedOn = "2028-12-31" });

        // Not closed: somebody assesses the need under § 28 within 30 days.
        await Then.TheTaskIsDue("need", "2029-01-30");
        Assert.NotEqual("Closed", (await Then.TheCase())["state"]!.ToString());

        await When.TimeIs("2029-01-04 10:00");
        await Then.TheFigureIs("kvp", "coverage", "plan", 1);
        await When.CaseManager.Completes("need", "Behovet består", new { reasons = "Trenger fortsatt flere tjenester." });

        // He counts among the programme's participants no longer.
        await Then.TheFiguresCount("kvp", "coverage", 0);

        var theCase = await Then.TheCase();
        Then.Same("track", "SOC-28", theCase["track"]!.ToString());
        Then.Same("basis", "NeedAssessed", theCase["entitlementBasis"]!.ToString());
        await Then.TheHistoryTells("2028-12-31 casemanager event-reported", "2029-01-04 casemanager entitlement-basis-set");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task Variant_without_further_need_it_closes_after_a_final_evaluation_with_him()
    {
        await APlanOfAParticipant();
        await When.TimeIs("2028-12-31 10:00");
        await When.CaseManager.Tells("kvp-ended", new { endedOn = "2028-12-31" });

        await When.CaseManager.Completes("need", "Ikke lenger behov", new { reasons = "I fast arbeid." });
        Assert.NotEqual("Closed", (await Then.TheCase())["state"]!.ToString());
        await When.Coordinator.Completes("evaluate", "Enig", new { evaluation = "Målene er nådd." }, about: "Sluttnotat");

        await Then.TheStateIs("Closed");
        Then.Same("reason", "KvpEnded", (await Then.TheCase())["closeReason"]!.ToString());
        await Then.TheOpenTasksAre();
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task A_new_programme_decision_asks_for_a_revision_of_his_plan_and_of_nobody_elses()
    {
        await Given.AnActivePlan(Fjellrev, receivedAt: "2027-02-01 09:00", approvedAt: "2027-02-01 10:00");
        var other = Journey.CaseId;
        await APlanOfAParticipant();

        await When.CaseManager.Tells("kvp-decided", new { startsOn = "2027-02-01" });

        await Then.TheStateIs("UnderRevision");
        Journey.CaseId = other;
        await Then.TheStateIs("Active");
        await Then.NothingIsStuck();
    }

    private async Task APlanOfAParticipant()
    {
        await Given.ASignal(Havgløtt, "KvpDecision", occurredOn: "2027-02-01");
        await When.CaseManager.Completes("inform", "Ønsker plan", Values.Information);
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await When.CaseManager.Completes("ask-consent", "Given", Values.Consent);
        await When.CoordinatingUnit.Completes("appoint-coordinator", "Appointed", Values.Coordinator);
        await Given.TheGpTakingPart();
        await When.Coordinator.Completes("draft", "Klar for godkjenning", Values.Plan);
        await When.Person.Completes("approve-plan", "Approved");
        await Then.TheStateIs("Active");
    }
}
