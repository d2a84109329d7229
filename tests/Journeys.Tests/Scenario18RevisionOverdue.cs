using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 18: the revision is overdue and the server restarts between the rungs (L-91, D-17).</summary>
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
            "2027-08-07 before:P30D", "2027-08-23 before:P14D", "2027-09-06 before:P0D", "2027-09-13 every:1", "2027-09-20 every:2", "2027-09-20 escalate:P14D", "2027-09-27 every:3");

        // The coordinating unit puts a substitute on it.
        await When.CoordinatingUnit.Assigns("evaluate", to: "coordinator2");
        await When.TimeIs("2027-10-01 10:00");
        await When.OtherCoordinator.Completes("evaluate", "Ingen endring", Values.Evaluation);

        // The series stops, the days overdue can be read, and the next revision is set.
        await Then.TheDeadline("D-17", startedOn: "2027-03-05", rawOn: "2027-09-05", effectiveOn: "2027-09-06", state: "Met", rolled: true);
        await Then.TheDeadline("D-17", startedOn: "2027-10-01", rawOn: "2028-04-01", effectiveOn: "2028-04-03", state: "Running", rolled: true);
        await When.TimeIs("2028-01-01 12:00");
        Assert.Equal(7, (await Then.Reminders()).Count);
        await Then.TheStateIs("Active");
        await Then.NothingIsStuck();
        await Then.TheHistoryIs();
    }
}
