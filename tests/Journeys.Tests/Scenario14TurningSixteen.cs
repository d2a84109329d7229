using System.Net;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 14: a child with a plan on the health track turns 16 (L-57, L-60, D-19).</summary>
public sealed class Scenario14TurningSixteen() : JourneyTest("2026-12-01 08:00")
{
    /// <summary>Both parents say yes together; the child is heard.</summary>
    private static readonly object ByBothParents = new { givenBy = "BothParents", channel = "Oral", note = "Barnet er hørt." };

    [Fact]
    public async Task Bekkeaure_is_prepared_in_time_and_consents_himself_from_the_day_and_lets_his_parents_follow_the_case()
    {
        await APlanByTheParentsAsync();
        Then.Same("parents who consent", "Parent, Parent", await GivenByAsync("Plan"));
        await Then.Journey.GetAsync("guardian", $"/api/cases/{Then.Journey.CaseId}");

        // Letters to him go to his parents too while they have a say, and say whom they are written to (L-57, FVL §§ 16 and 27).
        Assert.Equal(["2026-12-01 Guardian", "2026-12-01 Person"], (await Then.TheLettersOf("consent-form")).Order(StringComparer.Ordinal));
        var theirs = Assert.Single(await Then.TheTextsOf("consent-form"), text => text.Contains("som forelder eller verge", StringComparison.Ordinal));
        Assert.Contains("Det er skrevet til RASK BEKKEAURE.", theirs, StringComparison.Ordinal);
        Assert.Contains("må begge skrive under", theirs, StringComparison.Ordinal);

        // 9 January is 90 days before 9 April; 8 January is not.
        await When.TimeIs("2027-01-08 09:00");
        Assert.DoesNotContain("prepare-16", await Then.OpenTasks());
        await When.TimeIs("2027-01-09 09:00");
        await Then.TheDeadline("D-19", startedOn: "2027-01-09", rawOn: "2027-04-09", effectiveOn: "2027-04-09", state: "Running", rolled: false);
        await Then.TheTaskIsOn("prepare-16", "coordinator");
        await Then.TheTaskIsDue("prepare-16", "2027-04-09");
        await When.TimeIs("2027-03-11 09:00");
        await Then.TheWarningsAre("D-19", "2027-01-09", "2027-03-10");
        await Then.TheRemindersAre("prepare-16", "2027-03-10 before:P30D");
        await When.Coordinator.Completes("prepare-16", "Forberedt", new { note = "Ungdommen vet hva som endres." });

        // Until the end of 8 April the parents follow the case; at 00:00 on the day they do not.
        await When.TimeIs("2027-04-08 23:30");
        await Then.Journey.GetAsync("guardian", $"/api/cases/{Then.Journey.CaseId}");
        await When.TimeIs("2027-04-09 00:00");
        await TheParentsAreShutOutAsync();
        await When.TimeIs("2027-04-09 09:00");
        await Then.TheDeadline("D-19", startedOn: "2027-01-09", rawOn: "2027-04-09", effectiveOn: "2027-04-09", state: "Met", rolled: false);

        // The form goes to him alone, for he alone decides now.
        Assert.Equal(["2027-04-09 Person"], (await Then.TheLettersOf("consent-form")).Where(letter => letter.StartsWith("2027", StringComparison.Ordinal)));
        Assert.DoesNotContain("begge skrive under", await Then.TheLetterText("consent-form"), StringComparison.Ordinal);

        // His own consent, and the parents' kept as they were, though the plan no longer rests on them.
        await When.TimeIs("2027-04-12 10:00");
        await When.Coordinator.Completes("ask-own-consent", "Given", new { givenBy = "Person", channel = "Oral" });
        Then.Same("who consents now", "Person", await GivenByAsync("Plan"));
        var kept = (await Then.TheCase())["consents"]!.AsArray().Where(c => c!["type"]!.ToString() == "Plan").Select(c => c!["state"]!.ToString()).Order(StringComparer.Ordinal);
        Assert.Equal(["Given", "Replaced", "Replaced"], kept);
        await Then.TheStateIs("Active");
        await TheParentsAreShutOutAsync();

        // He lets them follow the case until the summer; then it ends by itself.
        await When.Coordinator.Completes("ask-parents-sight", "Given", new { givenBy = "Person", channel = "Oral", informationCategories = new[] { "plan" }, endsOn = "2027-06-30" });
        await Then.Journey.GetAsync("guardian", $"/api/cases/{Then.Journey.CaseId}");
        await When.TimeIs("2027-07-01 08:00");
        await TheParentsAreShutOutAsync();

        // How the child takes part still has to be said in the plan until 18 (L-77).
        Then.Same("child", "True", (await Then.ThePlan())["content"]!["childParticipation"] is null ? "False" : "True");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task When_he_says_no_the_plan_stops_as_by_a_withdrawn_consent()
    {
        await APlanByTheParentsAsync();
        await When.TimeIs("2027-01-09 09:00");
        await When.TimeIs("2027-04-09 09:00");
        await When.Coordinator.Completes("ask-own-consent", "Refused", new { givenBy = "Person", channel = "Oral" });

        Then.Same("who consents", "", await GivenByAsync("Plan"));
        Assert.Contains("continueOnly", await Then.OpenTasks());
        await Then.TheParticipantIsShutOut("participant2");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task What_nobody_was_told_of_because_nothing_ran_is_told_once_and_late()
    {
        await APlanByTheParentsAsync();
        await When.TimeIs("2027-04-11 09:00");
        await When.TheServerRestarts();
        await When.TimeIs("2027-04-12 09:00");

        Assert.Single(await Then.OpenTasks(), key => key == "ask-own-consent");
        Assert.Single(await Then.OpenTasks(), key => key == "prepare-16");
        await TheParentsAreShutOutAsync();
        await Then.NothingIsStuck();
    }

    private async Task APlanByTheParentsAsync()
    {
        await Given.AGrantedCase(Bekkeaure, "2026-12-01 09:00", "2026-12-01 09:00", "HEALTH-MUN");
        await When.CaseManager.Completes("ask-consent", "Given", ByBothParents);
        await When.CoordinatingUnit.Completes("appoint-coordinator", "Appointed", Values.Coordinator);
        await Given.TheGpTakingPart();
        await When.Coordinator.Completes("draft", "Klar for godkjenning", Values.PlanOfChild);
        await When.Participant("guardian").Completes("approve-plan", "Approved");
    }

    /// <summary>Those whose consents are in force, in order.</summary>
    private async Task<string> GivenByAsync(string type) =>
        string.Join(", ", (await Then.TheCase())["consents"]!.AsArray().Where(c => c!["type"]!.ToString() == type && c["state"]!.ToString() == "Given").Select(c => c!["givenBy"]!.ToString()));

    private async Task TheParentsAreShutOutAsync() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await Then.Journey.TryAsync(HttpMethod.Get, "guardian", $"/api/cases/{Then.Journey.CaseId}")).Status);
}
