using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 16: the person moves to another municipality (L-108, L-109).</summary>
public sealed class Scenario16Moving() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task Bergknaus_agrees_and_the_case_closes_only_when_the_new_municipality_has_taken_over()
    {
        await Given.AnActivePlan(Bergknaus, receivedAt: "2027-01-11 09:00", approvedAt: "2027-03-05 10:00");

        await When.TimeIs("2027-06-01 09:00");
        await When.CaseManager.Tells("moved", new { movesOn = "2027-06-01", receivingMunicipality = "Havnes" });
        await Then.TheOpenTasksAre("ask-transfer-consent");
        await When.Coordinator.Completes("ask-transfer-consent", "Given", Values.Consent);
        await Then.TheStateIs("TransferPending");

        await When.TimeIs("2027-06-03 09:00");
        await When.CoordinatingUnit.Completes("send", "Sendt", new { receivingMunicipality = "Havnes", receivingContact = "Koordinerende enhet i Havnes" });

        // Until Havnes confirms, the old coordinator stays and the case is open.
        await When.TimeIs("2027-06-09 09:00");
        await Then.TheStateIs("TransferPending");
        Then.Same("coordinator", "coordinator", (await Then.TheCase())["coordinator"]!["userId"]!.ToString());

        await When.TimeIs("2027-06-10 09:00");
        await When.CoordinatingUnit.Completes("takeover", "Bekreftet", new { acknowledgedOn = "2027-06-10", receivingContact = "Ny koordinator" });
        await When.Coordinator.Completes("evaluate", "Enig", new { evaluation = "Planen følger med til Havnes." });

        await Then.TheStateIs("Closed");
        Then.Same("reason", "Moved", (await Then.TheCase())["closeReason"]!.ToString());
        Assert.Contains("2027-06-10 closing", await Then.Letters());
        await Then.TheOpenTasksAre();
        await Then.TheHistoryTells(
            "2027-06-01 casemanager event-reported", "2027-06-01 casemanager transfer-begun", "2027-06-01 coordinator consent-given", "2027-06-03 coordinatingunit transfer-sent",
            "2027-06-10 coordinatingunit transfer-acknowledged", "2027-06-10 coordinator case-closed");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task When_he_refuses_nothing_is_sent_and_he_is_told_how_to_ask_in_the_new_municipality()
    {
        await Given.AnActivePlan(Bergknaus, receivedAt: "2027-01-11 09:00", approvedAt: "2027-03-05 10:00");
        await When.TimeIs("2027-06-01 09:00");
        await When.CaseManager.Tells("moved", new { movesOn = "2027-06-01", receivingMunicipality = "Havnes" });

        await When.Coordinator.Completes("ask-transfer-consent", "Refused", new { channel = "Oral", givenBy = "Person" });

        var history = await Then.History();
        Assert.Contains("2027-06-01 coordinator transfer-consent-refused", history);
        Assert.DoesNotContain(history, line => line.EndsWith("transfer-sent", StringComparison.Ordinal));
        Assert.Equal(["Person"], await Then.TheRecipientsOf("transfer"));
        Assert.Contains("ny", await Then.TheLetterText("transfer"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(await Then.OpenTasks(), key => key is "send" or "takeover");
        await Then.NothingIsStuck();
    }
}
