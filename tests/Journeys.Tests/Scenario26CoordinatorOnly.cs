using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 26: no plan, but a coordinator (L-21, L-61, N05).</summary>
public sealed class Scenario26CoordinatorOnly() : JourneyTest("2027-02-01 08:00")
{
    [Fact]
    public async Task Hestehov_declines_the_plan_and_keeps_a_coordinator_who_follows_up_every_year()
    {
        await Given.ASignal(Hestehov, "NewService", occurredOn: "2027-02-01", track: "HEALTH-MUN");
        await When.TimeIs("2027-02-03 10:00");
        await When.CaseManager.Completes("inform", "Bare koordinator", Values.Information);
        await When.CoordinatingUnit.Completes("appoint-coordinator", "Appointed", Values.Coordinator);

        await Then.TheStateIs("CoordinatorOnly");
        await Then.TheReasonForNoPlanIs("N05", "2027-02-03");
        var theCase = await Then.TheCase();
        Assert.Null(theCase["plan"]);
        Assert.NotNull(theCase["coordinator"]);

        // Counted with those who have a coordinator, and not at the end of the way to a plan.
        await Then.TheFigureIs("coordinators", "gaps", "has", 1, row: "only");
        await Then.TheFigureIs("funnel", "furthest", "here", 1, row: "2");
        await Then.TheFigureIs("no-plan", "main", "coordinated", 1, row: "N05PrefersCoordinatorOnly");

        // A follow-up every year, with the offer repeated (L-21).
        await When.TimeIs("2028-02-04 09:00");
        await Then.TheOpenTasksAre("followUp");
        await When.Coordinator.Completes("followUp", "Fortsetter");
        await When.TimeIs("2029-02-05 09:00");
        await Then.TheOpenTasksAre("followUp");
        await Then.TheStateIs("CoordinatorOnly");
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-02-01 casemanager case-opened",
            "2027-02-01 casemanager event-reported",
            "2027-02-01 casemanager task-opened",
            "2027-02-03 casemanager task-completed",
            "2027-02-03 casemanager information-given",
            "2027-02-03 casemanager case-state-changed",
            "2027-02-03 casemanager no-plan-reason-recorded",
            "2027-02-03 casemanager case-state-changed",
            "2027-02-03 casemanager task-opened",
            "2027-02-03 coordinatingunit task-completed",
            "2027-02-03 coordinatingunit coordinator-proposed",
            "2027-02-03 coordinatingunit coordinator-appointed",
            "2027-02-03 coordinatingunit main-responsible-service-set",
            "2027-02-03 coordinatingunit letter-queued",
            "2027-02-03 coordinatingunit case-state-changed",
            "2028-02-03 system task-opened",
            "2028-02-04 coordinator task-completed",
            "2029-02-03 system task-opened");
    }
}
