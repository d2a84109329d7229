using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 24: three services, and each thinks that another leads (L-9, L-34, L-39).</summary>
public sealed class Scenario24WhoIsResponsible() : JourneyTest("2027-04-15 08:00")
{
    [Fact]
    public async Task The_services_of_Torsk_disagree_and_the_municipality_decides_with_a_reason()
    {
        await Given.ARequest(Torsk, receivedAt: "2027-04-15 10:00", channel: "Digital", by: "coordinatingunit", requesterRole: "Hospital", services: ["nav", "municipal-health", "specialist-health"]);

        // Ten working days: 1 May is a Saturday, so Thursday 29 April.
        await Then.TheOpenTasksAre("agree");
        await Then.TheTaskIsDue("agree", "2027-04-29");

        await When.TimeIs("2027-04-27 10:00");
        await When.CoordinatingUnit.Completes("agree", "Uenige", new { parties = "NAV og kommunehelsetjenesten" });
        await Then.TheOpenTasksAre("rule");

        var (status, problem) = await When.Leader.IsRefused("rule", "Bestemt", new { mainResponsibleService = "municipal-health" });
        Assert.Equal(422, status);
        Assert.Contains("reason", problem!.ToJsonString(), StringComparison.Ordinal);
        await When.Leader.Completes("rule", "Bestemt", new { mainResponsibleService = "municipal-health", reason = "Helsetjenestene er tyngst inne." });

        Then.Same("main responsible", "municipal-health", (await Then.TheCase())["mainResponsibleService"]!.ToString());
        Then.Same("reason", "Helsetjenestene er tyngst inne.", (await Then.TheCase())["responsibility"]!["reason"]!.ToString());
        Assert.Contains("Municipality", (await Then.TheDetailsOf("responsibility-settled")).ToJsonString(), StringComparison.Ordinal);
        await Then.TheOpenTasksAre("assess");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task When_nobody_answers_in_two_weeks_the_leader_is_asked_all_the_same()
    {
        await Given.ARequest(Torsk, receivedAt: "2027-04-15 10:00", by: "coordinatingunit", requesterRole: "Hospital", services: ["nav", "municipal-health", "specialist-health"]);

        await When.TimeIs("2027-04-30 10:00");

        Assert.Contains("rule", await Then.OpenTasks());
        await Then.NothingIsStuck();
    }
}
