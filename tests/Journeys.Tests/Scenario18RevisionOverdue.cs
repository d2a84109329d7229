using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 18: the revision is overdue and the server restarts between the rungs (L-91, D-17).</summary>
[Trait("Database", "Both")]
public sealed class Scenario18RevisionOverdue() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task Granskogs_coordinator_is_ill_and_every_rung_comes_exactly_once_although_the_server_restarts()
    {
        await Given.AnActivePlan(Granskog, receivedAt: "2027-01-11 09:30", approvedAt: "2027-03-05 10:00");
        await Then.TheDeadline("D-17", startedOn: "2027-03-05", rawOn: "2027-09-05", effectiveOn: "2027-09-06", state: "Running", rolled: true);

        // 30, 14 and 0 days before, weekly after, the leader at +14; a restart between any two of them.
        foreach (var at in (string[])["2027-08-07 05:00", "2027-08-08 12:00", "2027-08-23 12:00", "2027-09-06 12:00", "2027-09-13 12:00", "2027-09-20 12:00", "2027-09-27 12:00"])
        {
            await When.TheServerRestarts();
            await When.TimeIs(at);
            await When.TheServerRestarts();
        }

        await Then.TheRemindersAre(
            "evaluate",
            "2027-08-07 before:P30D", "2027-08-23 before:P14D", "2027-09-06 before:P0D", "2027-09-13 every:1", "2027-09-20 every:2", "2027-09-20 escalate:P14D", "2027-09-27 every:3");

        // He himself was told once, when the revision was due to be prepared (L-87).
        Assert.Equal(["2027-08-07 Person"], await Then.TheLettersOf("revision-reminder"));
        Assert.Contains("innen 6. september 2027", await Then.TheLetterText("revision-reminder"), StringComparison.Ordinal);

        // The coordinating unit puts a substitute on it.
        await When.CoordinatingUnit.Assigns("evaluate", to: "coordinator2");
        await When.TimeIs("2027-10-01 10:00");
        await Then.TheFigureIs("revisions", "due", "late30", 1);
        await Then.TheDaysAre("revisions", "due", "municipal-health", 25);
        await When.OtherCoordinator.Completes("evaluate", "Ingen endring", Values.Evaluation);

        await Then.TheFigureIs("revisions", "due", "onTime", 1);
        await Then.TheDaysAre("revisions", "done", "SOC-28", 25);

        // The series stops; the deadline stays missed with the day on which it was done, so the days overdue can be read; the next revision is set.
        await Then.TheDeadline("D-17", startedOn: "2027-03-05", rawOn: "2027-09-05", effectiveOn: "2027-09-06", state: "Missed", rolled: true);
        await Then.TheDeadline("D-17", startedOn: "2027-10-01", rawOn: "2028-04-01", effectiveOn: "2028-04-03", state: "Running", rolled: true);
        await When.TimeIs("2028-01-01 12:00");
        Assert.Equal(7, (await Then.Reminders("evaluate")).Count);
        await Then.TheStateIs("Active");
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-01-11 granskog case-opened",
            "2027-01-11 granskog request-received",
            "2027-01-11 granskog case-state-changed",
            "2027-01-11 granskog letter-queued",
            "2027-01-11 granskog deadline-started",
            "2027-01-11 granskog responsibility-settled",
            "2027-01-11 granskog main-responsible-service-set",
            "2027-01-11 granskog case-state-changed",
            "2027-01-11 granskog task-opened",
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
            "2027-03-05 granskog task-completed",
            "2027-03-05 granskog plan-approved",
            "2027-03-05 granskog case-state-changed",
            "2027-03-05 granskog letter-queued",
            "2027-03-05 granskog deadline-started",
            "2027-03-05 granskog plan-revision-scheduled",
            "2027-08-07 system letter-queued",
            "2027-08-07 system case-state-changed",
            "2027-08-07 system task-opened",
            "2027-08-07 system task-reminder-sent",
            "2027-08-23 system task-reminder-sent",
            "2027-09-06 system task-reminder-sent",
            "2027-09-13 system task-reminder-sent",
            "2027-09-20 system task-reminder-sent",
            "2027-09-20 system task-escalated",
            "2027-09-27 system task-reminder-sent",
            "2027-09-27 coordinatingunit task-assigned",
            "2027-10-01 coordinator2 task-completed",
            "2027-10-01 coordinator2 revision-planned",
            "2027-10-01 coordinator2 revision-completed",
            "2027-10-01 coordinator2 deadline-missed",
            "2027-10-01 coordinator2 missed-deadline-answered",
            "2027-10-01 coordinator2 case-state-changed",
            "2027-10-01 coordinator2 deadline-started",
            "2027-10-01 coordinator2 plan-revision-scheduled");
    }
}
