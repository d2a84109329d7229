using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 29: the law changes while cases run (domain §2.3; FVL25 §§ 59 and 63, D-22).</summary>
public sealed class Scenario29LawChanges() : JourneyTest("2027-06-10 08:00", ("Law:InForceFrom:no-fvl2025", "2027-07-01"))
{
    [Fact]
    public async Task Kvitveis_asks_under_the_old_act_and_is_answered_under_the_new_one()
    {
        await Given.ARequest(Kvitveis, receivedAt: "2027-06-10 09:00");
        var flows = (await Then.TheCase())["workflows"]!.AsArray().Select(flow => $"{flow!["definition"]} {flow["version"]}").ToList();

        await When.TimeIs("2027-07-05 10:00");

        // The request and its clock are counted by the act that was in force when it came.
        var clock = (await Then.TheCase())["deadlines"]!.AsArray().Single(deadline => deadline!["key"]!.ToString() == "D-1")!;
        Then.Same("rule set of the clock", "no-2022", clock["ruleSet"]!.ToString());

        await When.CaseManager.Completes("assess", "Avslås", Values.Refused);
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        // The decision is of the new one: its notice names who handled the case and who answers for it.
        var decision = await Then.TheDecision("Refused");
        Then.Same("rule set of the decision", "no-fvl2025", decision["ruleSet"]!.ToString());

        var letter = await Then.TheLetterText("decision-refused");
        Assert.Contains("Kari Lyngmo", letter, StringComparison.Ordinal);
        Assert.Contains("Olav Granmo", letter, StringComparison.Ordinal);

        // Both stand in the file, and what runs stays on the drawings that it began with.
        var appeal = (await Then.TheCase())["deadlines"]!.AsArray().Single(deadline => deadline!["key"]!.ToString() == "D-3")!;
        Then.Same("rule set of the appeal deadline", "no-fvl2025", appeal["ruleSet"]!.ToString());
        Then.Same("rule set of the case", "no-2022", (await Then.TheCase())["ruleSet"]!.ToString());
        Assert.Subset((await Then.TheCase())["workflows"]!.AsArray().Select(flow => $"{flow!["definition"]} {flow["version"]}").ToHashSet(), flows.ToHashSet());
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task Before_the_day_the_decision_is_of_the_old_act()
    {
        await Given.ARefusal(Kvitveis, receivedAt: "2027-06-10 09:00");

        Then.Same("rule set", "no-2022", (await Then.TheDecision("Refused"))["ruleSet"]!.ToString());
    }
}
