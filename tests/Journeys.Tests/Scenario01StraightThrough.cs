using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 1: straight through on the social track (SOC-28; L-26, L-45, L-49, L-50, L-53, L-77, L-81, L-86, L-87).</summary>
[Trait("Database", "Both")]
public sealed class Scenario01StraightThrough() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task Fjellrev_asks_for_a_plan_and_has_one_that_is_revised_after_six_months()
    {
        // Monday 11 January: she asks, gets a receipt with reference and time, and the one-month clock runs (L-26, D-1).
        var receipt = await Given.ARequest(Fjellrev, receivedAt: "2027-01-11 09:30", services: ["nav", "municipal-health"], wishes: "Ønsker Maja Solhaug som koordinator");
        Assert.StartsWith("IP-2027-", receipt["reference"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(receipt["joinedExistingCase"]!.GetValue<bool>());
        await Then.TheDeadline("D-1", startedOn: "2027-01-11", rawOn: "2027-02-11", effectiveOn: "2027-02-11", state: "Running", rolled: false);

        // Two services are involved, so one takes the main responsibility (L-34).
        await When.CoordinatingUnit.Completes("agree", "Enige", new { mainResponsibleService = "nav", parties = "nav, municipal-health" });

        // Wednesday 27 January: granted. Thursday 28 January: made available and the alert sent, so the appeal deadline runs (D-3).
        await When.TimeIs("2027-01-27 10:00");
        await When.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await When.TimeIs("2027-01-28 09:00");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await Then.TheStateIs("AwaitingConsent");
        await Then.TheDeadline("D-1", startedOn: "2027-01-11", rawOn: "2027-02-11", effectiveOn: "2027-02-11", state: "Met", rolled: false);
        await Then.TheDeadline("D-3", startedOn: "2027-01-28", rawOn: "2027-02-18", effectiveOn: "2027-02-18", state: "Running", rolled: false);

        // 2 February: consent to the plan. 3 February: the coordinating unit appoints the one she wished for (L-49, L-66).
        await When.TimeIs("2027-02-02 12:00");
        await When.CaseManager.Completes("ask-consent", "Given", Values.Consent);
        await When.TimeIs("2027-02-03 09:00");
        await When.CoordinatingUnit.Completes("appoint-coordinator", "Appointed", Values.Coordinator);

        // Mapping, three participants, two sharing consents given and one refused (L-50, L-53), all three confirm (L-81).
        await When.TimeIs("2027-02-10 10:00");
        await When.Coordinator.Completes("map", "Kartlagt");
        await When.Coordinator.Completes("invite", "Inviter", Values.Invite("upper-secondary-school", "participant"));
        await When.Coordinator.Completes("invite", "Inviter", Values.Invite("gp", "participant2"));
        await When.Coordinator.Completes("invite", "Inviter", Values.Invite("employer", "participant3"));
        await When.Coordinator.Completes("invite", "Ferdig");
        await When.Coordinator.Completes("ask-sharing-consent", "Given", Values.Sharing, about: "videregående skole");
        await When.Coordinator.Completes("ask-sharing-consent", "Given", Values.Sharing, about: "fastlegen");
        await When.Coordinator.Completes("ask-sharing-consent", "Refused", Values.Sharing, about: "arbeidsgiver");
        await When.Participant("participant").Completes("agree", "Confirmed", new { contribution = "Tilrettelagt undervisning" });
        await When.Participant("participant2").Completes("agree", "Confirmed", new { contribution = "Følger opp helsen" });
        await When.Participant("participant3").Completes("agree", "Confirmed", new { contribution = "Arbeidstrening" });

        // Friday 5 March: the plan is written and she approves it herself; version 1 is fixed (L-86, L-90).
        await When.TimeIs("2027-03-05 10:00");
        await When.Coordinator.Completes("draft", "Klar for godkjenning", Values.Plan);
        await When.Person.Completes("approve-plan", "Approved");

        await Then.TheStateIs("Active");
        var plan = (await Then.TheCase())["plan"]!;
        Then.Same("version", "1", plan["version"]!.ToString());
        Then.Same("approved", "2027-03-05", plan["approvedOn"]!.ToString());
        Then.Same("next revision", "2027-09-06", plan["nextRevisionOn"]!.ToString());

        // Six months from Friday 5 March is a Sunday, so the revision is due on Monday (worked example 17).
        await Then.TheDeadline("D-17", startedOn: "2027-03-05", rawOn: "2027-09-05", effectiveOn: "2027-09-06", state: "Running", rolled: true);

        // Each letter at its time, to the one it is for: the form for her consent, one form and one invitation for each service, and the plan to read (L-49 to L-53, L-83, L-86).
        Assert.Equal(["2027-01-28 Person"], await Then.TheLettersOf("consent-form"));
        Assert.Contains("så lenge planen varer", await Then.TheLetterText("consent-form"), StringComparison.Ordinal);
        Assert.Equal(["2027-02-10 Person", "2027-02-10 Person", "2027-02-10 Person"], await Then.TheLettersOf("consent-sharing-form"));
        var forms = await Then.TheTextsOf("consent-sharing-form");
        Assert.All((string[])["videregående skole", "fastlegen", "arbeidsgiver"], service => Assert.Single(forms, form => form.Contains($"Til: {service}.", StringComparison.Ordinal)));
        Assert.All(forms, form => Assert.Contains("☐ Andre tjenesters tiltak", form, StringComparison.Ordinal));
        Assert.Equal(["2027-02-10 Participant", "2027-02-10 Participant", "2027-02-10 Participant"], await Then.TheLettersOf("participant-invitation"));
        Assert.Contains("Maja Solhaug", await Then.TheLetterText("participant-invitation"), StringComparison.Ordinal);
        Assert.DoesNotContain("FJELLREV", await Then.TheLetterText("participant-invitation"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["2027-03-05 Person"], await Then.TheLettersOf("plan-for-approval"));

        // Expect: all ten points present; without sharing consent a participant sees own measures only (L-53).
        await Then.ThePlanIsComplete(version: 1);
        await Then.TheParticipantSeesOnlyOwnMeasures("participant3", "employer");
        await Then.TheParticipantSeesThePlan("participant2");
        // In the figures she is one person, through to a plan.
        await Then.TheFigureIs("funnel", "furthest", "here", 1, row: "7");
        await Then.TheFiguresCount("funnel", "furthest", 1);
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-01-11 person case-opened",
            "2027-01-11 person request-received",
            "2027-01-11 person case-state-changed",
            "2027-01-11 person letter-queued",
            "2027-01-11 person deadline-started",
            "2027-01-11 person task-opened",
            "2027-01-11 coordinatingunit task-completed",
            "2027-01-11 coordinatingunit responsibility-settled",
            "2027-01-11 coordinatingunit main-responsible-service-set",
            "2027-01-11 coordinatingunit case-state-changed",
            "2027-01-11 coordinatingunit task-opened",
            "2027-01-22 system deadline-warning-sent",
            "2027-01-27 casemanager task-completed",
            "2027-01-27 casemanager case-manager-assigned",
            "2027-01-27 casemanager case-unit-changed",
            "2027-01-27 casemanager decision-drafted",
            "2027-01-27 casemanager entitlement-basis-set",
            "2027-01-27 casemanager decision-made",
            "2027-01-27 casemanager case-state-changed",
            "2027-01-27 casemanager task-opened",
            "2027-01-28 casemanager task-completed",
            "2027-01-28 casemanager letter-queued",
            "2027-01-28 casemanager decision-notified",
            "2027-01-28 casemanager deadline-started",
            "2027-01-28 casemanager deadline-started",
            "2027-01-28 casemanager deadline-met",
            "2027-01-28 casemanager case-state-changed",
            "2027-01-28 casemanager task-opened",
            "2027-01-28 casemanager letter-queued",
            "2027-02-02 casemanager task-completed",
            "2027-02-02 casemanager consent-asked",
            "2027-02-02 casemanager consent-given",
            "2027-02-02 casemanager case-state-changed",
            "2027-02-02 casemanager task-opened",
            "2027-02-03 coordinatingunit task-completed",
            "2027-02-03 coordinatingunit coordinator-proposed",
            "2027-02-03 coordinatingunit coordinator-appointed",
            "2027-02-03 coordinatingunit letter-queued",
            "2027-02-03 coordinatingunit case-state-changed",
            "2027-02-03 coordinatingunit plan-opened",
            "2027-02-03 coordinatingunit task-opened",
            "2027-02-10 coordinator task-completed",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator task-completed",
            "2027-02-10 coordinator participant-invited",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator task-completed",
            "2027-02-10 coordinator participant-invited",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator task-completed",
            "2027-02-10 coordinator participant-invited",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator task-completed",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator letter-queued",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator letter-queued",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator letter-queued",
            "2027-02-10 coordinator task-completed",
            "2027-02-10 coordinator consent-asked",
            "2027-02-10 coordinator consent-given",
            "2027-02-10 coordinator task-completed",
            "2027-02-10 coordinator consent-asked",
            "2027-02-10 coordinator consent-given",
            "2027-02-10 coordinator task-completed",
            "2027-02-10 coordinator consent-asked",
            "2027-02-10 coordinator consent-refused",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator letter-queued",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator letter-queued",
            "2027-02-10 coordinator task-opened",
            "2027-02-10 coordinator letter-queued",
            "2027-02-10 participant task-completed",
            "2027-02-10 participant participant-confirmed",
            "2027-02-10 participant2 task-completed",
            "2027-02-10 participant2 participant-confirmed",
            "2027-02-10 participant3 task-completed",
            "2027-02-10 participant3 participant-confirmed",
            "2027-02-10 participant3 cooperation-agreement-proposed",
            "2027-02-10 participant3 cooperation-agreement-confirmed",
            "2027-02-10 participant3 cooperation-agreement-confirmed",
            "2027-02-10 participant3 cooperation-agreement-confirmed",
            "2027-02-10 participant3 cooperation-agreement-in-force",
            "2027-02-10 participant3 case-state-changed",
            "2027-02-10 participant3 task-opened",
            "2027-03-05 system task-reminder-sent",
            "2027-03-05 coordinator task-completed",
            "2027-03-05 coordinator plan-drafted",
            "2027-03-05 coordinator case-state-changed",
            "2027-03-05 coordinator letter-queued",
            "2027-03-05 coordinator plan-submitted",
            "2027-03-05 coordinator task-opened",
            "2027-03-05 person task-completed",
            "2027-03-05 person plan-approved",
            "2027-03-05 person case-state-changed",
            "2027-03-05 person letter-queued",
            "2027-03-05 person deadline-started",
            "2027-03-05 person plan-revision-scheduled");
    }
}
