using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 6: the first instance reverses itself, health track (L-62, L-92, L-99, D-4).</summary>
public sealed class Scenario06FirstInstanceReverses() : JourneyTest("2027-03-01 08:00")
{
    [Fact]
    public async Task Hestehovs_complaint_about_no_coordinator_is_justified_and_never_leaves_the_municipality()
    {
        // She has a right to a plan, but nobody has appointed a coordinator (health track: four weeks to complain).
        await Given.AGrantedCase(Hestehov, receivedAt: "2027-03-01 09:00", decidedAt: "2027-03-02 10:00", track: "HEALTH-MUN");
        await Then.TheDeadline("D-4", startedOn: "2027-03-02", rawOn: "2027-03-30", effectiveOn: "2027-03-30", state: "Running", rolled: false);
        await When.CaseManager.Completes("ask-consent", "Given", Values.Consent);

        // Week two: the complaint. It is found justified and a second person approves the reversal (L-92).
        await When.TimeIs("2027-03-12 10:00");
        await When.Person.Tells("appeal-received", new { type = "Coordinator", grounds = "Jeg har ikke fått koordinator.", wantedChange = "Koordinator", isSigned = true });
        await When.TimeIs("2027-03-15 10:00");
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await When.OtherCaseManager.Completes("assess", "Omgjøres helt", new { assessment = "Koordinator skulle vært oppnevnt." });
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        var appeal = (await Then.TheCase())["appeals"]![0]!;
        Then.Same("outcome", "ReversedByFirstInstance", appeal["outcome"]!.ToString());
        Then.Same("extent", "Full", appeal["extent"]!.ToString());

        // Expect: nothing forwarded, complaint closed, an appointment task.
        Assert.Contains("appoint-coordinator", await Then.OpenTasks());
        Assert.DoesNotContain(await Then.History(), line => line.Contains("appeal-forwarded", StringComparison.Ordinal));
        Assert.DoesNotContain(await Then.Letters(), letter => letter.Contains("appeal-forwarded", StringComparison.Ordinal) || letter.Contains("upheld", StringComparison.Ordinal));
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
            "2027-03-02 casemanager task-completed",
            "2027-03-02 casemanager case-manager-assigned",
            "2027-03-02 casemanager case-unit-changed",
            "2027-03-02 casemanager decision-drafted",
            "2027-03-02 casemanager entitlement-basis-set",
            "2027-03-02 casemanager decision-made",
            "2027-03-02 casemanager case-state-changed",
            "2027-03-02 casemanager task-opened",
            "2027-03-02 casemanager task-completed",
            "2027-03-02 casemanager letter-queued",
            "2027-03-02 casemanager decision-notified",
            "2027-03-02 casemanager deadline-started",
            "2027-03-02 casemanager deadline-started",
            "2027-03-02 casemanager deadline-met",
            "2027-03-02 casemanager case-state-changed",
            "2027-03-02 casemanager task-opened",
            "2027-03-02 casemanager letter-queued",
            "2027-03-02 casemanager task-completed",
            "2027-03-02 casemanager consent-asked",
            "2027-03-02 casemanager consent-given",
            "2027-03-02 casemanager case-state-changed",
            "2027-03-02 casemanager task-opened",
            "2027-03-12 hestehov event-reported",
            "2027-03-12 hestehov appeal-received",
            "2027-03-12 hestehov letter-queued",
            "2027-03-12 hestehov task-opened",
            "2027-03-15 system task-reminder-sent",
            "2027-03-15 casemanager task-completed",
            "2027-03-15 casemanager appeal-formal-check-recorded",
            "2027-03-15 casemanager appeal-accepted",
            "2027-03-15 casemanager task-opened",
            "2027-03-15 casemanager2 task-completed",
            "2027-03-15 casemanager2 decision-drafted",
            "2027-03-15 casemanager2 decision-submitted",
            "2027-03-15 casemanager2 task-opened",
            "2027-03-15 approver task-completed",
            "2027-03-15 approver decision-approved",
            "2027-03-15 approver decision-made",
            "2027-03-15 approver appeal-handler-set",
            "2027-03-15 approver appeal-reversed-by-first-instance",
            "2027-03-15 approver deadline-started",
            "2027-03-15 approver task-opened",
            "2027-03-15 casemanager task-completed",
            "2027-03-15 casemanager letter-queued",
            "2027-03-15 casemanager decision-notified",
            "2027-03-15 casemanager deadline-started",
            "2027-03-15 casemanager deadline-started",
            "2027-03-15 casemanager letter-queued",
            "2027-03-15 casemanager alert-raised");
    }
}
