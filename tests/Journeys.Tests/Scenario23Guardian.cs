using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 23: a guardian whose mandate is economy alone asks for a plan against the person's wish (VERGE § 33).</summary>
public sealed class Scenario23Guardian() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task Granskogs_own_no_stands_and_the_guardian_is_answered_within_the_mandate()
    {
        await Given.ARequest(
            Granskog, receivedAt: "2027-01-11 10:00", channel: "Paper", by: "casemanager", requesterRole: "Guardian",
            authorization: new { scope = "Verge i økonomiske forhold" }, wishes: "Vergen ønsker individuell plan for ham.");

        // He is asked himself, and says no; nobody can say yes for him.
        await When.CaseManager.Completes("assess", "Ikke ønsket", new { reasons = "Personen ønsker ikke plan. Vergens mandat gjelder økonomi.", personsView = "Jeg vil ikke ha noen plan.", noPlanReason = "N03" });
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        await Then.TheStateIs("NotPursued");
        await Then.TheReasonForNoPlanIs("N03", "2027-01-11");
        Assert.Equal(["Person"], await Then.TheRecipientsOf("not-pursued"));
        Assert.Equal(["Requester"], await Then.TheRecipientsOf("receipt-third-party"));
        Assert.Empty((await Then.TheCase())["consents"]!.AsArray());
        await Then.TheOpenTasksAre();
        await Then.NothingIsStuck();
    }
}
