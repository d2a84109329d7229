using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 11: consent withdrawn in the middle of a plan (L-51, L-55, L-105).</summary>
[Trait("Database", "Both")]
public sealed class Scenario11ConsentWithdrawn() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task Fjellrev_withdraws_first_one_sharing_consent_and_then_the_plan_consent()
    {
        await Given.AnActivePlan(Fjellrev, receivedAt: "2027-01-11 09:30", approvedAt: "2027-03-05 10:00");
        await Then.TheParticipantSeesThePlan("participant2");

        // The revision due on 6 September is held.
        await When.TimeIs("2027-09-06 10:00");
        await When.Coordinator.Completes("evaluate", "Ingen endring", Values.Evaluation);

        // (a) 4 October: the sharing consent. Access ends at once; the plan goes on.
        await When.TimeIs("2027-10-04 12:00");
        var sharing = await Then.TheConsent("Sharing");
        await When.Person.Tells("consent-withdrawn", new { consentId = sharing["consentId"]!.ToString() });
        await Then.TheParticipantSeesOnlyOwnMeasures("participant2", "gp");
        await Then.TheStateIs("Active");
        Then.Same("consent", "Withdrawn", (await Then.TheConsent("Sharing"))["state"]!.ToString());
        Assert.Contains("2027-10-04 consent-withdrawn", await Then.Letters());
        await When.Coordinator.Completes("consequences", "Vurdert");

        // (b) 15 November: the consent to the plan. Work stops; coordinator without plan is asked about; participants' access ends.
        await When.TimeIs("2027-11-15 09:00");
        var plan = await Then.TheConsent("Plan");
        await When.Person.Tells("consent-withdrawn", new { consentId = plan["consentId"]!.ToString() });
        await Then.TheOpenTasksAre("continueOnly");
        await Then.TheParticipantIsShutOut("participant2");
        await When.Coordinator.Completes("continueOnly", "Avslutte");
        await When.Coordinator.Completes("evaluate", "Enig", new { evaluation = "Personen ønsker ikke plan lenger." });

        await Then.TheStateIs("Closed");
        Assert.Empty(await Then.OpenTasks());
        await Then.NothingIsStuck();

        // The history is intact, and no reminder of a revision ever goes out again.
        await When.TimeIs("2028-12-01 09:00");
        await Then.TheHistoryIs(
            "2027-01-11 person case-opened",
            "2027-01-11 person request-received",
            "2027-01-11 person case-state-changed",
            "2027-01-11 person letter-queued",
            "2027-01-11 person deadline-started",
            "2027-01-11 person responsibility-settled",
            "2027-01-11 person main-responsible-service-set",
            "2027-01-11 person case-state-changed",
            "2027-01-11 person task-opened",
            "2027-01-11 casemanager task-completed",
            "2027-01-11 casemanager case-manager-assigned",
            "2027-01-11 casemanager case-unit-changed",
            "2027-01-11 casemanager decision-drafted",
            "2027-01-11 casemanager entitlement-basis-set",
            "2027-01-11 casemanager decision-made",
            "2027-01-11 casemanager case-state-changed",
            "2027-01-11 casemanager task-opened",
            "2027-01-11 casemanager task-completed",
            "2027-01-11 casemanager letter-queued",
            "2027-01-11 casemanager decision-notified",
            "2027-01-11 casemanager deadline-started",
            "2027-01-11 casemanager deadline-started",
            "2027-01-11 casemanager deadline-met",
            "2027-01-11 casemanager case-state-changed",
            "2027-01-11 casemanager task-opened",
            "2027-01-11 casemanager letter-queued",
            "2027-01-11 casemanager task-completed",
            "2027-01-11 casemanager consent-asked",
            "2027-01-11 casemanager consent-given",
            "2027-01-11 casemanager case-state-changed",
            "2027-01-11 casemanager task-opened",
            "2027-01-11 coordinatingunit task-completed",
            "2027-01-11 coordinatingunit coordinator-proposed",
            "2027-01-11 coordinatingunit coordinator-appointed",
            "2027-01-11 coordinatingunit letter-queued",
            "2027-01-11 coordinatingunit case-state-changed",
            "2027-01-11 coordinatingunit plan-opened",
            "2027-01-11 coordinatingunit task-opened",
            "2027-01-11 coordinator task-completed",
            "2027-01-11 coordinator task-opened",
            "2027-01-11 coordinator task-completed",
            "2027-01-11 coordinator participant-invited",
            "2027-01-11 coordinator task-opened",
            "2027-01-11 coordinator task-completed",
            "2027-01-11 coordinator task-opened",
            "2027-01-11 coordinator letter-queued",
            "2027-01-11 coordinator task-completed",
            "2027-01-11 coordinator consent-asked",
            "2027-01-11 coordinator consent-given",
            "2027-01-11 coordinator task-opened",
            "2027-01-11 coordinator letter-queued",
            "2027-01-11 participant2 task-completed",
            "2027-01-11 participant2 participant-confirmed",
            "2027-01-11 participant2 cooperation-agreement-proposed",
            "2027-01-11 participant2 cooperation-agreement-confirmed",
            "2027-01-11 participant2 cooperation-agreement-in-force",
            "2027-01-11 participant2 case-state-changed",
            "2027-01-11 participant2 task-opened",
            "2027-02-03 system task-reminder-sent",
            "2027-02-10 system task-reminder-sent",
            "2027-02-24 system task-escalated",
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
            "2027-03-05 person plan-revision-scheduled",
            "2027-08-07 system letter-queued",
            "2027-08-07 system case-state-changed",
            "2027-08-07 system task-opened",
            "2027-08-07 system task-reminder-sent",
            "2027-08-23 system task-reminder-sent",
            "2027-09-06 system task-reminder-sent",
            "2027-09-06 coordinator task-completed",
            "2027-09-06 coordinator revision-planned",
            "2027-09-06 coordinator revision-completed",
            "2027-09-06 coordinator deadline-met",
            "2027-09-06 coordinator case-state-changed",
            "2027-09-06 coordinator deadline-started",
            "2027-09-06 coordinator plan-revision-scheduled",
            "2027-10-04 person event-reported",
            "2027-10-04 person consent-withdrawn",
            "2027-10-04 person letter-queued",
            "2027-10-04 person task-opened",
            "2027-10-04 coordinator task-completed",
            "2027-11-15 person event-reported",
            "2027-11-15 person consent-withdrawn",
            "2027-11-15 person participant-removed",
            "2027-11-15 person plan-work-stopped",
            "2027-11-15 person task-opened",
            "2027-11-15 coordinator task-completed",
            "2027-11-15 coordinator task-opened",
            "2027-11-15 coordinator task-completed",
            "2027-11-15 coordinator letter-queued",
            "2027-11-15 coordinator case-state-changed",
            "2027-11-15 coordinator case-closed",
            "2027-11-15 coordinator plan-closed",
            "2027-11-15 coordinator coordinator-ended",
            "2027-11-15 coordinator deadline-stopped");

        // Re-open path: a new request opens the person's case again.
        var again = await Given.ARequest(Fjellrev, receivedAt: "2028-12-04 09:00");
        Assert.NotNull(again["caseId"]);
    }
}
