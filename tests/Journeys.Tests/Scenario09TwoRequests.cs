using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 9: two requests, one person (L-25, L-28, D-1).</summary>
public sealed class Scenario09TwoRequests() : JourneyTest("2027-04-01 08:00")
{
    [Fact]
    public async Task Torsks_second_request_joins_the_open_case_and_each_sender_is_answered()
    {
        // 1 April: he applies. One month is Saturday 1 May, a holiday; act by Friday 30 April.
        await Given.ARequest(Torsk, receivedAt: "2027-04-01 12:00");
        await Then.TheDeadline("D-1", startedOn: "2027-04-01", rawOn: "2027-05-01", effectiveOn: "2027-05-01", state: "Running", rolled: false);
        await Then.TheDeadlineMustBeActedOnBy("D-1", "2027-04-30");
        var first = Journey.CaseId;

        // 8 April: his GP notifies the coordinating unit. One case; both dates are kept.
        var second = await Given.ARequest(Torsk, receivedAt: "2027-04-08 09:00", channel: "Paper", by: "coordinatingunit", requesterRole: "GeneralPractitioner");
        Assert.True(second["joinedExistingCase"]!.GetValue<bool>());
        Then.Same("case", first, Journey.CaseId);
        await Then.TheRequestsWereReceivedOn("2027-04-01", "2027-04-08");

        // The case manager is warned; the GP's receipt does not tell whether he is known (L-25).
        Assert.Contains("look", await Then.OpenTasks());
        await Then.TheLettersAre("2027-04-01 receipt", "2027-04-08 receipt-third-party");
        Assert.DoesNotContain("TORSK", await Then.TheLetterText("receipt-third-party"), StringComparison.OrdinalIgnoreCase);

        // Only one case, and so only one plan, is possible.
        var cases = await Journey.GetAsync("casemanager", "/api/cases");
        Then.Same("cases", "1", cases["total"]!.ToString());
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-04-01 torsk case-opened",
            "2027-04-01 torsk request-received",
            "2027-04-01 torsk case-state-changed",
            "2027-04-01 torsk letter-queued",
            "2027-04-01 torsk deadline-started",
            "2027-04-01 torsk responsibility-settled",
            "2027-04-01 torsk main-responsible-service-set",
            "2027-04-01 torsk case-state-changed",
            "2027-04-01 torsk task-opened",
            "2027-04-08 coordinatingunit request-joined",
            "2027-04-08 coordinatingunit letter-queued",
            "2027-04-08 coordinatingunit task-opened");
    }
}
