using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 10: the person has a plan already, led by another service (L-34; reason N24).</summary>
public sealed class Scenario10PlanElsewhere() : JourneyTest("2027-04-01 08:00")
{
    [Fact]
    public async Task Torsk_keeps_the_plan_that_he_has_and_the_office_takes_part_in_it()
    {
        await Given.ARequest(Torsk, receivedAt: "2027-04-01 09:00");

        // Which plan, and who leads it, must be told.
        var (status, problem) = await When.CaseManager.IsRefused("assess", "Plan finnes");
        Assert.Equal(422, status);
        Assert.Contains("existingPlan", problem!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("leadingService", problem.ToJsonString(), StringComparison.Ordinal);

        await When.CaseManager.Completes("assess", "Plan finnes", new { existingPlan = "Ettervern i barnevernet", leadingService = "child-welfare" });
        await When.TimeIs("2027-04-06 09:00");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        await Then.TheReasonForNoPlanIs("N24", "2027-04-06");
        var theCase = await Then.TheCase();
        Then.Same("main responsible", "child-welfare", theCase["mainResponsibleService"]!.ToString());
        Assert.Null(theCase["plan"]);
        await Then.TheHistoryTells("2027-04-06 casemanager decision-notified", "2027-04-06 casemanager responsibility-settled");
        await Then.TheLettersAre("2027-04-01 receipt", "2027-04-06 plan-elsewhere");
        Assert.Contains("Vi deltar i planen du har", await Then.TheLetterText("plan-elsewhere"), StringComparison.Ordinal);
        await Then.TheDeadline("D-1", startedOn: "2027-04-01", rawOn: "2027-05-01", effectiveOn: "2027-05-01", state: "Met", rolled: false);
        await Then.TheOpenTasksAre();
        await Then.NothingIsStuck();
    }
}
