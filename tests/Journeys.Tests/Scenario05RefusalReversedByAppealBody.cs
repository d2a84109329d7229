using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 5: refusal, appeal, reversed by the appeal body (L-42, L-92, L-97, L-99, L-100, D-3, D-10, D-12, worked example 2).</summary>
[Trait("Database", "Both")]
public sealed class Scenario05RefusalReversedByAppealBody() : JourneyTest("2027-02-15 08:00")
{
    [Fact]
    public async Task Elgokse_is_refused_appeals_and_the_appeal_body_opens_the_case_at_the_consent_gate()
    {
        await Given.ARequest(Elgokse, receivedAt: "2027-02-15 10:00");

        // Refused: only one service (N09). The drafter cannot approve; a second person does (L-42).
        await When.TimeIs("2027-03-03 10:00");
        await When.CaseManager.Completes("assess", "Avslås", Values.Refused);
        await Then.TheOpenTasksAre("approve");
        await When.Approver.Completes("approve", "Godkjennes");

        // Thursday 4 March: the notice arrives. Three weeks end on Maundy Thursday and roll to Tuesday 30 March.
        await When.TimeIs("2027-03-04 09:00");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await Then.TheStateIs("Refused");
        await Then.TheDeadline("D-3", startedOn: "2027-03-04", rawOn: "2027-03-25", effectiveOn: "2027-03-30", state: "Running", rolled: true);
        await Then.TheReasonForNoPlanIs("N09", "2027-03-04");

        // Easter Monday 29 March, 21:40: an electronic appeal is in time (D-23, D-26).
        await When.TimeIs("2027-03-29 21:40");
        var refusal = await Then.TheDecision("Refused");
        await When.Person.Tells("appeal-received", new { type = "EntitlementRefusal", decisionId = refusal["decisionId"]!.ToString(), grounds = "Jeg har flere tjenester.", wantedChange = "Rett til plan", isSigned = true });
        await When.TimeIs("2027-03-31 10:00");
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);

        // The one who wrote the decision may not assess the appeal alone (L-92, L-94).
        var (status, _) = await When.CaseManager.IsRefused("assess", "Opprettholdes", Values.Upheld, readAs: "casemanager2");
        Assert.Equal(403, status);

        // 9 April: upheld by another person; 12 April: the file goes to the appeal body, with a copy of the statement to him.
        await When.TimeIs("2027-04-09 10:00");
        await When.OtherCaseManager.Completes("assess", "Opprettholdes", Values.Upheld);
        await When.TimeIs("2027-04-12 10:00");
        await When.CaseManager.Completes("send", "Sendt", new { sentOn = "2027-04-12" });
        await Then.TheDeadline("D-12", startedOn: "2027-04-09", rawOn: "2027-04-23", effectiveOn: "2027-04-23", state: "Met", rolled: false);

        // 21 June: changed, he is entitled.
        await When.TimeIs("2027-06-21 10:00");
        await When.CaseManager.Completes("result", "Registrert", new { outcome = "ChangedFully", decidedOn = "2027-06-21", receivedOn = "2027-06-21", reasons = "Behovet er langvarig." });

        // Expect: the decision is kept and marked; the case is open at the consent gate without a new request; costs; N09 closed with date.
        await Then.TheStateIs("AwaitingConsent");
        await Then.TheOpenTasksAre("ask-consent");
        Then.Same("decision", "Changed", (await Then.TheDecision("Refused"))["state"]!.ToString());
        Then.Same("requests", "1", (await Then.HistoryItems()).Count(item => item["event"]!.ToString() == "request-received").ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Then.TheReasonForNoPlanIs("N09", "2027-03-04", endedOn: "2027-06-21");
        await Then.TheFigureIs("appeals", "outcomes", "Changed", 1, row: "EntitlementRefusal");
        await Then.TheDeadline("D-10", startedOn: "2027-06-21", rawOn: "2027-07-12", effectiveOn: "2027-07-12", state: "Running", rolled: false);
        await Then.TheLettersAre(
            "2027-02-15 receipt", "2027-03-04 decision-refused", "2027-03-29 appeal-receipt", "2027-04-12 appeal-forwarded", "2027-04-12 appeal-upheld-copy", "2027-06-21 case-costs", "2027-06-21 consent-form");
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-02-15 elgokse case-opened",
            "2027-02-15 elgokse request-received",
            "2027-02-15 elgokse case-state-changed",
            "2027-02-15 elgokse letter-queued",
            "2027-02-15 elgokse deadline-started",
            "2027-02-15 elgokse responsibility-settled",
            "2027-02-15 elgokse main-responsible-service-set",
            "2027-02-15 elgokse case-state-changed",
            "2027-02-15 elgokse task-opened",
            "2027-02-23 system deadline-warning-sent",
            "2027-03-03 casemanager task-completed",
            "2027-03-03 casemanager case-manager-assigned",
            "2027-03-03 casemanager case-unit-changed",
            "2027-03-03 casemanager decision-drafted",
            "2027-03-03 casemanager decision-submitted",
            "2027-03-03 casemanager task-opened",
            "2027-03-03 approver task-completed",
            "2027-03-03 approver decision-approved",
            "2027-03-03 approver decision-made",
            "2027-03-03 approver case-state-changed",
            "2027-03-03 approver task-opened",
            "2027-03-04 casemanager task-completed",
            "2027-03-04 casemanager letter-queued",
            "2027-03-04 casemanager decision-notified",
            "2027-03-04 casemanager deadline-started",
            "2027-03-04 casemanager deadline-started",
            "2027-03-04 casemanager deadline-met",
            "2027-03-04 casemanager no-plan-reason-recorded",
            "2027-03-29 elgokse event-reported",
            "2027-03-29 elgokse appeal-received",
            "2027-03-29 elgokse deadline-met",
            "2027-03-29 elgokse letter-queued",
            "2027-03-29 elgokse task-opened",
            "2027-03-31 casemanager task-completed",
            "2027-03-31 casemanager appeal-formal-check-recorded",
            "2027-03-31 casemanager appeal-accepted",
            "2027-03-31 casemanager task-opened",
            "2027-04-07 system task-reminder-sent",
            "2027-04-09 casemanager2 task-completed",
            "2027-04-09 casemanager2 appeal-handler-set",
            "2027-04-09 casemanager2 appeal-upheld-by-first-instance",
            "2027-04-09 casemanager2 appeal-forwarding-written",
            "2027-04-09 casemanager2 task-opened",
            "2027-04-09 casemanager2 deadline-started",
            "2027-04-12 casemanager task-completed",
            "2027-04-12 casemanager appeal-forwarded",
            "2027-04-12 casemanager deadline-met",
            "2027-04-12 casemanager appeal-file-built",
            "2027-04-12 casemanager letter-queued",
            "2027-04-12 casemanager letter-queued",
            "2027-04-12 casemanager task-opened",
            "2027-04-12 casemanager deadline-started",
            "2027-06-21 casemanager task-completed",
            "2027-06-21 casemanager appeal-decided",
            "2027-06-21 casemanager deadline-met",
            "2027-06-21 casemanager decision-changed",
            "2027-06-21 casemanager deadline-started",
            "2027-06-21 casemanager letter-queued",
            "2027-06-21 casemanager no-plan-reason-ended",
            "2027-06-21 casemanager case-state-changed",
            "2027-06-21 casemanager task-opened",
            "2027-06-21 casemanager letter-queued");
    }
}
