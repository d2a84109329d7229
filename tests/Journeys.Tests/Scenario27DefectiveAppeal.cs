using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 27: a defective appeal is put right in time, or dismissed (L-93, L-96, D-8).</summary>
public sealed class Scenario27DefectiveAppeal() : JourneyTest("2027-02-01 08:00")
{
    private static object Defective => new { isParty = "Met", isConcrete = "NotMet", isSigned = "NotMet", isInTime = "Met", reasoning = "Klagen er ikke underskrevet og sier ikke hvilket vedtak den gjelder." };

    [Fact]
    public async Task Bergknaus_sends_a_signed_copy_on_day_thirteen_and_the_original_date_counts()
    {
        await AnUnsignedAppeal();
        await Then.TheDeadline("D-8", startedOn: "2027-02-15", rawOn: "2027-03-01", effectiveOn: "2027-03-01", state: "Running", rolled: false);

        await When.TimeIs("2027-02-28 12:00");
        await When.Person.Tells("appeal-corrected", new { isSigned = true, note = "Gjelder avslaget." });
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);

        await Then.TheDeadline("D-8", startedOn: "2027-02-15", rawOn: "2027-03-01", effectiveOn: "2027-03-01", state: "Met", rolled: false);
        var appeal = (await Then.TheCase())["appeals"]![0]!;
        Then.Same("received", "2027-02-12", appeal["receivedOn"]!.ToString());
        Then.Same("state", "UnderAssessment", appeal["state"]!.ToString());
        await Then.TheOpenTasksAre("assess");
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-02-01 bergknaus case-opened",
            "2027-02-01 bergknaus request-received",
            "2027-02-01 bergknaus case-state-changed",
            "2027-02-01 bergknaus letter-queued",
            "2027-02-01 bergknaus deadline-started",
            "2027-02-01 bergknaus responsibility-settled",
            "2027-02-01 bergknaus main-responsible-service-set",
            "2027-02-01 bergknaus case-state-changed",
            "2027-02-01 bergknaus task-opened",
            "2027-02-01 casemanager task-completed",
            "2027-02-01 casemanager case-manager-assigned",
            "2027-02-01 casemanager case-unit-changed",
            "2027-02-01 casemanager decision-drafted",
            "2027-02-01 casemanager decision-submitted",
            "2027-02-01 casemanager task-opened",
            "2027-02-01 approver task-completed",
            "2027-02-01 approver decision-approved",
            "2027-02-01 approver decision-made",
            "2027-02-01 approver case-state-changed",
            "2027-02-01 approver task-opened",
            "2027-02-01 casemanager task-completed",
            "2027-02-01 casemanager letter-queued",
            "2027-02-01 casemanager decision-notified",
            "2027-02-01 casemanager deadline-started",
            "2027-02-01 casemanager deadline-started",
            "2027-02-01 casemanager deadline-met",
            "2027-02-01 casemanager no-plan-reason-recorded",
            "2027-02-12 casemanager event-reported",
            "2027-02-12 casemanager appeal-received",
            "2027-02-12 casemanager deadline-met",
            "2027-02-12 casemanager letter-queued",
            "2027-02-12 casemanager task-opened",
            "2027-02-15 system task-reminder-sent",
            "2027-02-15 casemanager task-completed",
            "2027-02-15 casemanager appeal-formal-check-recorded",
            "2027-02-15 casemanager appeal-correction-asked",
            "2027-02-15 casemanager letter-queued",
            "2027-02-15 casemanager deadline-started",
            "2027-02-28 bergknaus event-reported",
            "2027-02-28 bergknaus deadline-met",
            "2027-02-28 bergknaus task-opened",
            "2027-02-28 casemanager task-completed",
            "2027-02-28 casemanager appeal-formal-check-recorded",
            "2027-02-28 casemanager appeal-accepted",
            "2027-02-28 casemanager task-opened");
    }

    [Fact]
    public async Task Variant_nothing_comes_and_the_appeal_is_dismissed_with_a_right_of_appeal()
    {
        await AnUnsignedAppeal();

        await When.TimeIs("2027-03-02 09:00");
        await When.CaseManager.Completes("check", "Prøvd", Defective);
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        Then.Same("outcome", "DismissedByFirstInstance", (await Then.TheCase())["appeals"]![0]!["outcome"]!.ToString());
        await Then.TheDeadline("D-3", startedOn: "2027-03-02", rawOn: "2027-03-23", effectiveOn: "2027-03-23", state: "Running", rolled: false);
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-02-01 bergknaus case-opened",
            "2027-02-01 bergknaus request-received",
            "2027-02-01 bergknaus case-state-changed",
            "2027-02-01 bergknaus letter-queued",
            "2027-02-01 bergknaus deadline-started",
            "2027-02-01 bergknaus responsibility-settled",
            "2027-02-01 bergknaus main-responsible-service-set",
            "2027-02-01 bergknaus case-state-changed",
            "2027-02-01 bergknaus task-opened",
            "2027-02-01 casemanager task-completed",
            "2027-02-01 casemanager case-manager-assigned",
            "2027-02-01 casemanager case-unit-changed",
            "2027-02-01 casemanager decision-drafted",
            "2027-02-01 casemanager decision-submitted",
            "2027-02-01 casemanager task-opened",
            "2027-02-01 approver task-completed",
            "2027-02-01 approver decision-approved",
            "2027-02-01 approver decision-made",
            "2027-02-01 approver case-state-changed",
            "2027-02-01 approver task-opened",
            "2027-02-01 casemanager task-completed",
            "2027-02-01 casemanager letter-queued",
            "2027-02-01 casemanager decision-notified",
            "2027-02-01 casemanager deadline-started",
            "2027-02-01 casemanager deadline-started",
            "2027-02-01 casemanager deadline-met",
            "2027-02-01 casemanager no-plan-reason-recorded",
            "2027-02-12 casemanager event-reported",
            "2027-02-12 casemanager appeal-received",
            "2027-02-12 casemanager deadline-met",
            "2027-02-12 casemanager letter-queued",
            "2027-02-12 casemanager task-opened",
            "2027-02-15 system task-reminder-sent",
            "2027-02-15 casemanager task-completed",
            "2027-02-15 casemanager appeal-formal-check-recorded",
            "2027-02-15 casemanager appeal-correction-asked",
            "2027-02-15 casemanager letter-queued",
            "2027-02-15 casemanager deadline-started",
            "2027-03-02 system deadline-missed",
            "2027-03-02 system task-opened",
            "2027-03-02 casemanager task-completed",
            "2027-03-02 casemanager appeal-formal-check-recorded",
            "2027-03-02 casemanager decision-drafted",
            "2027-03-02 casemanager decision-submitted",
            "2027-03-02 casemanager task-opened",
            "2027-03-02 approver task-completed",
            "2027-03-02 approver decision-approved",
            "2027-03-02 approver decision-made",
            "2027-03-02 approver appeal-dismissed",
            "2027-03-02 approver task-opened",
            "2027-03-02 casemanager task-completed",
            "2027-03-02 casemanager letter-queued",
            "2027-03-02 casemanager decision-notified",
            "2027-03-02 casemanager deadline-started",
            "2027-03-02 casemanager deadline-started");
    }

    private async Task AnUnsignedAppeal()
    {
        await Given.ARequest(Bergknaus, receivedAt: "2027-02-01 09:00");
        await When.CaseManager.Completes("assess", "Avslås", Values.Refused);
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        // Friday 12 February: the appeal comes on paper, unsigned. Monday 15 February: the letter with 14 days goes out.
        await When.TimeIs("2027-02-12 10:00");
        await When.CaseManager.Tells("appeal-received", new { type = "EntitlementRefusal", grounds = "Jeg er uenig.", isSigned = false, channel = "Paper" });
        await When.TimeIs("2027-02-15 10:00");
        await When.CaseManager.Completes("check", "Prøvd", Defective);
        Assert.Contains("2027-02-15 appeal-defects", await Then.Letters());
    }
}
