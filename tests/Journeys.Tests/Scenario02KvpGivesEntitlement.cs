using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 2: the qualification programme gives entitlement without a test of need (SOC-33; L-2, L-12).</summary>
public sealed class Scenario02KvpGivesEntitlement() : JourneyTest("2027-02-01 08:00")
{
    [Fact]
    public async Task Havgløtt_is_informed_by_the_system_says_yes_and_is_granted_without_a_need_test()
    {
        // Monday 1 February: the programme decision. The system itself asks the case manager to inform him (L-12).
        await Given.ASignal(Havgløtt, "KvpDecision", occurredOn: "2027-02-01", track: "SOC-33", details: new { periodTo = "2028-01-31" });
        await Then.TheOpenTasksAre("inform");

        await When.TimeIs("2027-02-03 10:00");
        await When.CaseManager.Completes("inform", "Ønsker plan", Values.Information);

        // No need test: the next step is the notice of a decision under § 33 (L-2).
        await Then.TheOpenTasksAre("notice");
        await Then.TheDeadline("D-1", startedOn: "2027-02-03", rawOn: "2027-03-03", effectiveOn: "2027-03-03", state: "Running", rolled: false);
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        await Then.TheStateIs("AwaitingConsent");
        var theCase = await Then.TheCase();
        Then.Same("track", "SOC-33", theCase["track"]!.ToString());
        Then.Same("outcome", "Granted", theCase["decisions"]![0]!["outcome"]!.ToString());
        await Then.TheDeadline("D-1", startedOn: "2027-02-03", rawOn: "2027-03-03", effectiveOn: "2027-03-03", state: "Met", rolled: false);
        await Then.TheFigureIs("kvp", "coverage", "underway", 1);
        await Then.TheFiguresCount("kvp", "coverage", 1);
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-02-01 casemanager case-opened",
            "2027-02-01 casemanager event-reported",
            "2027-02-01 casemanager entitlement-basis-set",
            "2027-02-01 casemanager task-opened",
            "2027-02-03 casemanager task-completed",
            "2027-02-03 casemanager information-given",
            "2027-02-03 casemanager case-state-changed",
            "2027-02-03 casemanager request-received",
            "2027-02-03 casemanager case-state-changed",
            "2027-02-03 casemanager case-manager-assigned",
            "2027-02-03 casemanager letter-queued",
            "2027-02-03 casemanager deadline-started",
            "2027-02-03 casemanager responsibility-settled",
            "2027-02-03 casemanager main-responsible-service-set",
            "2027-02-03 casemanager case-state-changed",
            "2027-02-03 casemanager decision-drafted",
            "2027-02-03 casemanager decision-made",
            "2027-02-03 casemanager case-state-changed",
            "2027-02-03 casemanager task-opened",
            "2027-02-03 casemanager task-completed",
            "2027-02-03 casemanager letter-queued",
            "2027-02-03 casemanager decision-notified",
            "2027-02-03 casemanager deadline-started",
            "2027-02-03 casemanager deadline-started",
            "2027-02-03 casemanager deadline-met",
            "2027-02-03 casemanager case-state-changed",
            "2027-02-03 casemanager task-opened",
            "2027-02-03 casemanager letter-queued");
    }
}
