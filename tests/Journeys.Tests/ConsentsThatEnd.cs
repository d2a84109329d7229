using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>A consent that lasts to a certain day is warned of, may be renewed, and ends by itself (L-51, L-56, D-18).</summary>
public sealed class ConsentsThatEnd() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task The_coordinator_is_warned_30_and_7_days_before_and_a_renewed_consent_takes_the_place_of_the_old_one()
    {
        await AGpWhoSeesUntilAsync("2027-04-30");
        await Then.TheDeadline("D-18", startedOn: "2027-01-11", rawOn: "2027-04-30", effectiveOn: "2027-04-30", state: "Running", rolled: false);

        await When.TimeIs("2027-03-30 09:00");
        Assert.DoesNotContain("renew-consent", await Then.OpenTasks());
        await When.TimeIs("2027-03-31 09:00");
        await Then.TheTaskIsOn("renew-consent", "coordinator");
        await Then.TheTaskIsDue("renew-consent", "2027-04-30");

        // The form comes with the question, and says what the consent that ends covers (L-51).
        Assert.Equal("2027-03-31 Person", (await Then.TheLettersOf("consent-sharing-form"))[^1]);
        var form = await Then.TheLetterText("consent-sharing-form");
        Assert.All((string[])["går ut 30. april 2027", "Opplysninger: hele planen.", "Til: fastlegen."], words => Assert.Contains(words, form, StringComparison.Ordinal));
        await When.TimeIs("2027-04-24 09:00");
        await Then.TheWarningsAre("D-18", "2027-03-31", "2027-04-23");
        await Then.TheRemindersAre("renew-consent", "2027-04-23 before:P7D");

        await When.Coordinator.Completes("renew-consent", "Given", new { givenBy = "Person", channel = "Oral", informationCategories = new[] { "plan" }, endsOn = "2027-10-31" });
        await Then.TheHistoryTells("2027-04-24 coordinator consent-replaced", "2027-04-24 coordinator consent-given", "2027-04-24 coordinator consent-end-set");
        await Then.TheDeadline("D-18", startedOn: "2027-04-24", rawOn: "2027-10-31", effectiveOn: "2027-10-31", state: "Running", rolled: false);
        await Then.TheDeadline("D-18", startedOn: "2027-01-11", rawOn: "2027-04-30", effectiveOn: "2027-04-30", state: "Stopped", rolled: false);

        // The day of the old one comes and goes: the GP sees on.
        await When.TimeIs("2027-05-02 09:00");
        Then.Same("consent", "Given", (await Then.TheConsent("Sharing"))["state"]!.ToString());
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task A_consent_that_is_not_renewed_ends_with_its_last_day_and_one_that_is_withdrawn_is_warned_of_no_more()
    {
        await AGpWhoSeesUntilAsync("2027-02-28");
        await When.TimeIs("2027-02-01 09:00");
        Assert.Contains("renew-consent", await Then.OpenTasks());
        await When.Coordinator.Completes("renew-consent", "Refused", new { givenBy = "Person", channel = "Oral", informationCategories = new[] { "plan" } });
        await When.TimeIs("2027-03-01 07:00");
        await Then.TheHistoryTells("2027-03-01 system consent-lapsed");
        await Then.TheDeadline("D-18", startedOn: "2027-01-11", rawOn: "2027-02-28", effectiveOn: "2027-02-28", state: "Stopped", rolled: false);
        await Then.NothingIsStuck();
    }

    private async Task AGpWhoSeesUntilAsync(string lastOn)
    {
        await Given.ACoordinator(Fjellrev, "2027-01-11 09:00");
        await When.Coordinator.Completes("map", "Kartlagt");
        await When.Coordinator.Completes("invite", "Inviter", Values.Invite("gp", "participant2"));
        await When.Coordinator.Completes("invite", "Ferdig");
        await When.Coordinator.Completes("ask-sharing-consent", "Given", new { givenBy = "Person", channel = "Oral", informationCategories = new[] { "plan" }, endsOn = lastOn });
    }
}
