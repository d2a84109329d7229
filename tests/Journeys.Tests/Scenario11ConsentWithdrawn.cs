using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 11: consent withdrawn in the middle of a plan (L-51, L-55, L-105).</summary>
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
        await Then.TheHistoryIs();

        // Re-open path: a new request opens the person's case again.
        var again = await Given.ARequest(Fjellrev, receivedAt: "2028-12-04 09:00");
        Assert.NotNull(again["caseId"]);
    }
}
