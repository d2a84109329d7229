using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 7: appeal out of time, with its variants (L-93, L-94, L-95, L-96, D-3, D-6).</summary>
public sealed class Scenario07AppealOutOfTime() : JourneyTest("2027-01-04 08:00")
{
    private static object Late(string? exception) =>
        exception is null
            ? new { isParty = "Met", isConcrete = "Met", isSigned = "Met", isInTime = "NotMet" }
            : new { isParty = "Met", isConcrete = "Met", isSigned = "Met", isInTime = "NotMet", lateException = exception, reasoning = "Vurdert opp mot forvaltningsloven § 31." };

    [Fact]
    public async Task Elgokse_was_in_hospital_and_is_heard_all_the_same()
    {
        await ARefusalNotifiedOn5January();

        await When.TimeIs("2027-02-10 12:00");
        await AnAppeal("Jeg lå på sykehus fra 10. januar til 5. februar.");

        // The system accepts no silence: a late appeal needs a choice of exception (L-94).
        var (status, problem) = await When.CaseManager.IsRefused("check", "Prøvd", Late(exception: null));
        Assert.Equal(422, status);
        Assert.Contains("lateException", problem!.ToJsonString(), StringComparison.Ordinal);

        await When.CaseManager.Completes("check", "Prøvd", Late("NotToBlame"));

        await Then.TheOpenTasksAre("assess");
        Then.Same("appeal", "UnderAssessment", (await Then.TheCase())["appeals"]![0]!["state"]!.ToString());
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-01-04 elgokse case-opened",
            "2027-01-04 elgokse request-received",
            "2027-01-04 elgokse case-state-changed",
            "2027-01-04 elgokse letter-queued",
            "2027-01-04 elgokse deadline-started",
            "2027-01-04 elgokse responsibility-settled",
            "2027-01-04 elgokse main-responsible-service-set",
            "2027-01-04 elgokse case-state-changed",
            "2027-01-04 elgokse task-opened",
            "2027-01-04 casemanager task-completed",
            "2027-01-04 casemanager case-manager-assigned",
            "2027-01-04 casemanager case-unit-changed",
            "2027-01-04 casemanager decision-drafted",
            "2027-01-04 casemanager decision-submitted",
            "2027-01-04 casemanager task-opened",
            "2027-01-04 approver task-completed",
            "2027-01-04 approver decision-approved",
            "2027-01-04 approver decision-made",
            "2027-01-04 approver case-state-changed",
            "2027-01-04 approver task-opened",
            "2027-01-05 casemanager task-completed",
            "2027-01-05 casemanager letter-queued",
            "2027-01-05 casemanager decision-notified",
            "2027-01-05 casemanager deadline-started",
            "2027-01-05 casemanager deadline-started",
            "2027-01-05 casemanager deadline-met",
            "2027-01-05 casemanager no-plan-reason-recorded",
            "2027-02-10 elgokse event-reported",
            "2027-02-10 elgokse appeal-received",
            "2027-02-10 elgokse letter-queued",
            "2027-02-10 elgokse task-opened",
            "2027-02-10 casemanager task-completed",
            "2027-02-10 casemanager appeal-formal-check-recorded",
            "2027-02-10 casemanager appeal-accepted",
            "2027-02-10 casemanager task-opened");
    }

    [Fact]
    public async Task Variant_b_without_a_reason_the_appeal_is_dismissed_with_a_right_of_appeal_of_its_own()
    {
        await ARefusalNotifiedOn5January();

        await When.TimeIs("2027-02-10 12:00");
        await AnAppeal(grounds: null);
        await When.CaseManager.Completes("check", "Prøvd", Late("None"));
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        var theCase = await Then.TheCase();
        Then.Same("outcome", "DismissedByFirstInstance", theCase["appeals"]![0]!["outcome"]!.ToString());

        // The dismissal is a decision: three weeks from 10 February (L-96, D-3).
        await Then.TheDeadline("D-3", startedOn: "2027-02-10", rawOn: "2027-03-03", effectiveOn: "2027-03-03", state: "Running", rolled: false);
        Assert.Contains("2027-02-10 appeal-dismissed", await Then.Letters());
        await Then.TheOpenTasksAre();
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-01-04 elgokse case-opened",
            "2027-01-04 elgokse request-received",
            "2027-01-04 elgokse case-state-changed",
            "2027-01-04 elgokse letter-queued",
            "2027-01-04 elgokse deadline-started",
            "2027-01-04 elgokse responsibility-settled",
            "2027-01-04 elgokse main-responsible-service-set",
            "2027-01-04 elgokse case-state-changed",
            "2027-01-04 elgokse task-opened",
            "2027-01-04 casemanager task-completed",
            "2027-01-04 casemanager case-manager-assigned",
            "2027-01-04 casemanager case-unit-changed",
            "2027-01-04 casemanager decision-drafted",
            "2027-01-04 casemanager decision-submitted",
            "2027-01-04 casemanager task-opened",
            "2027-01-04 approver task-completed",
            "2027-01-04 approver decision-approved",
            "2027-01-04 approver decision-made",
            "2027-01-04 approver case-state-changed",
            "2027-01-04 approver task-opened",
            "2027-01-05 casemanager task-completed",
            "2027-01-05 casemanager letter-queued",
            "2027-01-05 casemanager decision-notified",
            "2027-01-05 casemanager deadline-started",
            "2027-01-05 casemanager deadline-started",
            "2027-01-05 casemanager deadline-met",
            "2027-01-05 casemanager no-plan-reason-recorded",
            "2027-02-10 elgokse event-reported",
            "2027-02-10 elgokse appeal-received",
            "2027-02-10 elgokse letter-queued",
            "2027-02-10 elgokse task-opened",
            "2027-02-10 casemanager task-completed",
            "2027-02-10 casemanager appeal-formal-check-recorded",
            "2027-02-10 casemanager decision-drafted",
            "2027-02-10 casemanager decision-submitted",
            "2027-02-10 casemanager task-opened",
            "2027-02-10 approver task-completed",
            "2027-02-10 approver decision-approved",
            "2027-02-10 approver decision-made",
            "2027-02-10 approver appeal-dismissed",
            "2027-02-10 approver task-opened",
            "2027-02-10 casemanager task-completed",
            "2027-02-10 casemanager letter-queued",
            "2027-02-10 casemanager decision-notified",
            "2027-02-10 casemanager deadline-started",
            "2027-02-10 casemanager deadline-started");
    }

    [Fact]
    public async Task Variant_c_after_more_than_a_year_it_is_never_heard_as_an_appeal()
    {
        await ARefusalNotifiedOn5January();

        // Made on 4 January 2027; the appeal of 10 January 2028 is past the absolute limit, whatever the reason (D-6).
        await When.TimeIs("2028-01-10 12:00");
        await AnAppeal("Jeg visste ikke at jeg kunne klage.");
        await When.CaseManager.Completes("check", "Prøvd", Late("NotToBlame"));

        await Then.TheOpenTasksAre("approve");
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        Then.Same("outcome", "DismissedByFirstInstance", (await Then.TheCase())["appeals"]![0]!["outcome"]!.ToString());

        // Offer reconsideration (FVL § 35) and supervision.
        var letter = await Then.TheLetterText("appeal-dismissed");
        Assert.Contains("på nytt uten klage", letter, StringComparison.Ordinal);
        Assert.Contains("tilsyn", letter, StringComparison.OrdinalIgnoreCase);
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-01-04 elgokse case-opened",
            "2027-01-04 elgokse request-received",
            "2027-01-04 elgokse case-state-changed",
            "2027-01-04 elgokse letter-queued",
            "2027-01-04 elgokse deadline-started",
            "2027-01-04 elgokse responsibility-settled",
            "2027-01-04 elgokse main-responsible-service-set",
            "2027-01-04 elgokse case-state-changed",
            "2027-01-04 elgokse task-opened",
            "2027-01-04 casemanager task-completed",
            "2027-01-04 casemanager case-manager-assigned",
            "2027-01-04 casemanager case-unit-changed",
            "2027-01-04 casemanager decision-drafted",
            "2027-01-04 casemanager decision-submitted",
            "2027-01-04 casemanager task-opened",
            "2027-01-04 approver task-completed",
            "2027-01-04 approver decision-approved",
            "2027-01-04 approver decision-made",
            "2027-01-04 approver case-state-changed",
            "2027-01-04 approver task-opened",
            "2027-01-05 casemanager task-completed",
            "2027-01-05 casemanager letter-queued",
            "2027-01-05 casemanager decision-notified",
            "2027-01-05 casemanager deadline-started",
            "2027-01-05 casemanager deadline-started",
            "2027-01-05 casemanager deadline-met",
            "2027-01-05 casemanager no-plan-reason-recorded",
            "2028-01-10 elgokse event-reported",
            "2028-01-10 elgokse appeal-received",
            "2028-01-10 elgokse letter-queued",
            "2028-01-10 elgokse task-opened",
            "2028-01-10 casemanager task-completed",
            "2028-01-10 casemanager appeal-formal-check-recorded",
            "2028-01-10 casemanager decision-drafted",
            "2028-01-10 casemanager decision-submitted",
            "2028-01-10 casemanager task-opened",
            "2028-01-10 approver task-completed",
            "2028-01-10 approver decision-approved",
            "2028-01-10 approver decision-made",
            "2028-01-10 approver appeal-dismissed",
            "2028-01-10 approver task-opened",
            "2028-01-10 casemanager task-completed",
            "2028-01-10 casemanager letter-queued",
            "2028-01-10 casemanager decision-notified",
            "2028-01-10 casemanager deadline-started",
            "2028-01-10 casemanager deadline-started");
    }

    private async Task ARefusalNotifiedOn5January()
    {
        await Given.ARequest(Elgokse, receivedAt: "2027-01-04 08:30");
        await When.CaseManager.Completes("assess", "Avslås", Values.Refused);
        await When.Approver.Completes("approve", "Godkjennes");
        await When.TimeIs("2027-01-05 09:00");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await Then.TheDeadline("D-3", startedOn: "2027-01-05", rawOn: "2027-01-26", effectiveOn: "2027-01-26", state: "Running", rolled: false);
    }

    private async Task AnAppeal(string? grounds)
    {
        var refusal = await Then.TheDecision("Refused");
        await When.Person.Tells("appeal-received", new { type = "EntitlementRefusal", decisionId = refusal["decisionId"]!.ToString(), grounds, wantedChange = "Rett til plan", isSigned = true });
    }
}
