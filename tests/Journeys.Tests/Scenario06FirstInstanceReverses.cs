using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 6: the first instance reverses itself, health track (L-62, L-92, L-99, D-4).</summary>
public sealed class Scenario06FirstInstanceReverses() : JourneyTest("2027-03-01 08:00")
{
    [Fact]
    public async Task Hestehovs_complaint_about_no_coordinator_is_justified_and_never_leaves_the_municipality()
    {
        // She has a right to a plan, but nobody has appointed a coordinator (health track: four weeks to complain).
        await Given.AGrantedCase(Hestehov, receivedAt: "2027-03-01 09:00", decidedAt: "2027-03-02 10:00", track: "HEALTH-MUN");
        await Then.TheDeadline("D-4", startedOn: "2027-03-02", rawOn: "2027-03-30", effectiveOn: "2027-03-30", state: "Running", rolled: false);
        await When.CaseManager.Completes("ask-consent", "Given", Values.Consent);

        // Week two: the complaint. It is found justified and a second person approves the reversal (L-92).
        await When.TimeIs("2027-03-12 10:00");
        await When.Person.Tells("appeal-received", new { type = "Coordinator", grounds = "Jeg har ikke fått koordinator.", wantedChange = "Koordinator", isSigned = true });
        await When.TimeIs("2027-03-15 10:00");
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await When.OtherCaseManager.Completes("assess", "Omgjøres helt", new { assessment = "Koordinator skulle vært oppnevnt." });
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        var appeal = (await Then.TheCase())["appeals"]![0]!;
        Then.Same("outcome", "ReversedByFirstInstance", appeal["outcome"]!.ToString());
        Then.Same("extent", "Full", appeal["extent"]!.ToString());

        // Expect: nothing forwarded, complaint closed, an appointment task.
        Assert.Contains("appoint-coordinator", await Then.OpenTasks());
        Assert.DoesNotContain(await Then.History(), line => line.Contains("appeal-forwarded", StringComparison.Ordinal));
        Assert.DoesNotContain(await Then.Letters(), letter => letter.Contains("appeal-forwarded", StringComparison.Ordinal) || letter.Contains("upheld", StringComparison.Ordinal));
        await Then.NothingIsStuck();
        await Then.TheHistoryIs();
    }
}
