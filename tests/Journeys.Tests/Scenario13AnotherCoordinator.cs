using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 13: the person asks for another coordinator (L-66).</summary>
public sealed class Scenario13AnotherCoordinator() : JourneyTest("2027-01-11 08:00")
{
    private const string Wish = "Jeg vil ha en som ringer tilbake når jeg ber om det.";

    [Theory]
    [InlineData("HEALTH-MUN")]
    [InlineData("SOC-28")]
    public async Task Måkes_wish_is_refused_with_reasons_and_with_the_right_to_complain_where_the_law_gives_it(string track)
    {
        await Given.ACoordinator(Måke, at: "2027-01-11 09:00", track);

        await When.TimeIs("2027-03-01 10:00");
        await When.Person.Tells("coordinator-change-requested", new { wish = Wish });

        // The wish stands as she said it, before the one who decides.
        await Then.TheTaskIsDue("choose", "2027-03-15");
        var task = await Then.TheTask("choose");
        Assert.Contains(Wish, (await Then.Journey.GetAsync("coordinatingunit", $"/api/tasks/{task["taskId"]}/context"))["guidance"]!.ToString(), StringComparison.Ordinal);

        var (status, _) = await When.CoordinatingUnit.IsRefused("choose", "Byttes ikke");
        Assert.Equal(422, status);

        await When.CoordinatingUnit.Completes("choose", "Byttes ikke", new { reasons = "Det finnes ingen andre med kapasitet før sommeren." });

        var answer = await Then.TheLetterText("coordinator-change-refused");
        Assert.Contains("ingen andre med kapasitet", answer, StringComparison.Ordinal);
        if (track == "HEALTH-MUN")
        {
            Assert.Contains("klage", answer, StringComparison.OrdinalIgnoreCase);
        }

        Then.Same("coordinator", "coordinator", (await Then.TheCase())["coordinator"]!["userId"]!.ToString());
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task When_the_unit_agrees_a_successor_takes_over_with_a_handover()
    {
        await Given.ACoordinator(Måke, at: "2027-01-11 09:00");
        await When.TimeIs("2027-03-01 10:00");
        await When.Person.Tells("coordinator-change-requested", new { wish = Wish });

        await When.CoordinatingUnit.Completes("choose", "Byttes", new { reasons = "Samarbeidet har låst seg." });
        await When.CoordinatingUnit.Completes("replace-coordinator", "Appointed", Values.Successor);

        Then.Same("coordinator", "coordinator2", (await Then.TheCase())["coordinator"]!["userId"]!.ToString());
        await Then.TheTaskIsOn("map", "coordinator2");
        await Then.TheHistoryTells("2027-03-01 maake event-reported", "2027-03-01 coordinatingunit coordinator-handed-over", "2027-03-01 coordinatingunit coordinator-appointed");
        await Then.NothingIsStuck();
    }
}
