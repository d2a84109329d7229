using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 12: the coordinator leaves; someone is responsible at all times (L-63, L-64, L-70).</summary>
public sealed class Scenario12CoordinatorLeaves() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task Måke_gets_a_successor_before_the_last_day_and_the_tasks_move_along()
    {
        await Given.ACoordinator(Måke, at: "2027-01-11 09:00");
        await Then.TheTaskIsOn("map", "coordinator");

        await When.TimeIs("2027-05-03 09:00");
        await When.CoordinatingUnit.Tells("coordinator-left", new { lastDayOn = "2027-05-31", reason = "LeftJob" });
        await Then.TheTaskIsDue("replace-coordinator", "2027-05-31");

        // The handover note is required when someone takes over.
        await When.TimeIs("2027-05-20 09:00");
        var (status, problem) = await When.CoordinatingUnit.IsRefused("replace-coordinator", "Appointed", Values.SuccessorWithoutHandover);
        Assert.Equal(422, status);
        Assert.Contains("handoverNote", problem!.ToJsonString(), StringComparison.Ordinal);
        await When.CoordinatingUnit.Completes("replace-coordinator", "Appointed", Values.Successor);

        await Then.TheTaskIsOn("map", "coordinator2");
        Then.Same("coordinator", "coordinator2", (await Then.TheCase())["coordinator"]!["userId"]!.ToString());

        // 1 June comes, and there is no alarm.
        await When.TimeIs("2027-06-02 09:00");
        Assert.DoesNotContain(await Then.History(), line => line.EndsWith("alert-raised", StringComparison.Ordinal));
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-01-11 maake case-opened",
            "2027-01-11 maake request-received",
            "2027-01-11 maake case-state-changed",
            "2027-01-11 maake letter-queued",
            "2027-01-11 maake deadline-started",
            "2027-01-11 maake responsibility-settled",
            "2027-01-11 maake main-responsible-service-set",
            "2027-01-11 maake case-state-changed",
            "2027-01-11 maake task-opened",
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
            "2027-02-03 system task-reminder-sent",
            "2027-02-10 system task-reminder-sent",
            "2027-02-24 system task-escalated",
            "2027-05-03 coordinatingunit event-reported",
            "2027-05-03 coordinatingunit coordinator-ended",
            "2027-05-03 coordinatingunit task-opened",
            "2027-05-17 system task-reminder-sent",
            "2027-05-20 coordinatingunit task-completed",
            "2027-05-20 coordinatingunit coordinator-handed-over",
            "2027-05-20 coordinatingunit task-assigned",
            "2027-05-20 coordinatingunit coordinator-proposed",
            "2027-05-20 coordinatingunit coordinator-appointed",
            "2027-05-20 coordinatingunit letter-queued");
    }

    [Fact]
    public async Task Without_a_successor_the_first_day_after_is_an_incident_that_leaders_see()
    {
        await Given.ACoordinator(Måke, at: "2027-01-11 09:00");
        await When.TimeIs("2027-05-03 09:00");
        await When.CoordinatingUnit.Tells("coordinator-left", new { lastDayOn = "2027-05-31", reason = "LeftJob" });

        await When.TimeIs("2027-06-01 08:00");

        await Then.TheAlertIsRaised("NoResponsible", "2027-06-01");
        Assert.Contains("2027-06-01 coordinator-missing", await Then.Letters());
        Assert.Contains("replace-coordinator", await Then.OpenTasks());
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-01-11 maake case-opened",
            "2027-01-11 maake request-received",
            "2027-01-11 maake case-state-changed",
            "2027-01-11 maake letter-queued",
            "2027-01-11 maake deadline-started",
            "2027-01-11 maake responsibility-settled",
            "2027-01-11 maake main-responsible-service-set",
            "2027-01-11 maake case-state-changed",
            "2027-01-11 maake task-opened",
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
            "2027-02-03 system task-reminder-sent",
            "2027-02-10 system task-reminder-sent",
            "2027-02-24 system task-escalated",
            "2027-05-03 coordinatingunit event-reported",
            "2027-05-03 coordinatingunit coordinator-ended",
            "2027-05-03 coordinatingunit task-opened",
            "2027-05-17 system task-reminder-sent",
            "2027-05-31 system task-reminder-sent",
            "2027-05-31 system task-escalated",
            "2027-06-01 system alert-raised",
            "2027-06-01 system letter-queued");
    }
}
