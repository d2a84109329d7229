using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 17: a service that must take part does not answer; one that need not declines (L-8, L-84).</summary>
public sealed class Scenario17ParticipantDeclines() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task The_school_is_reminded_of_its_duty_and_the_silence_climbs_the_ladder_until_it_says_why_not()
    {
        await Invited("upper-secondary-school", "participant", isObliged: true);
        await Then.TheTaskIsDue("agree", "2027-01-25");

        // The duty is read beside the task: opplæringslova § 24-1.
        await When.TimeIs("2027-02-23 09:00");
        await Then.TheRemindersAre("agree", "2027-01-25 remind", "2027-02-01 leader", "2027-02-08 unit", "2027-02-22 municipality");
        var task = await Then.TheTask("agree");
        var law = (await Then.Journey.GetAsync("participant", $"/api/tasks/{task["taskId"]}/context"))["law"]!.AsArray();
        Assert.Equal("opplæringslova § 24-1", law[0]!["statute"]!.ToString());

        // The coordinator calls her and the school to a meeting, whatever the school answers (L-82, L-83).
        var school = (await Then.Journey.GetAsync("coordinator", $"/api/tasks/{task["taskId"]}"))["subjectId"]!.ToString();
        var (status, wrong) = await Then.Journey.TryAsync(HttpMethod.Post, "coordinator", $"/api/cases/{Then.Journey.CaseId}/events/meeting-called", new { meetingOn = "2027-02-22", meetingTime = "kvart på", participants = new[] { "noen" } });
        Assert.Equal(422, (int)status);
        Assert.All((string[])["meetingOn", "meetingTime", "participants"], field => Assert.Contains(field, wrong!["errors"]!.ToJsonString(), StringComparison.Ordinal));
        await When.Coordinator.Tells("meeting-called", new { meetingOn = "2027-03-10", meetingTime = "13:00", meetingPlace = "Rådhuset, møterom 2", meetingTopic = "Hva skolen kan bidra med.", participants = new[] { school } });
        Assert.Equal(["2027-02-23 Participant", "2027-02-23 Person"], (await Then.TheLettersOf("meeting-call")).Order(StringComparer.Ordinal));
        Assert.All(await Then.TheTextsOf("meeting-call"), call => Assert.Contains("10. mars 2027 klokka 13.00. Sted: Rådhuset, møterom 2.", call, StringComparison.Ordinal));
        Assert.Single(await Then.TheTextsOf("meeting-call"), call => call.Contains("Planen er din", StringComparison.Ordinal));

        await When.Participant("participant").Completes("agree", "Declined", new { declineReason = "Rektor mener skolen ikke har kapasitet." });

        // The reason is kept, what is not covered is noted, and the plan goes on.
        using var coordinator = await Journey.VisitorAsync("coordinator");
        Assert.Contains("Rektor mener skolen ikke har kapasitet.", (await coordinator.OpensAsync($"/cases/{Journey.CaseId}/participants")).Html, StringComparison.Ordinal);
        await When.Coordinator.Completes("uncovered", "Notert", new { note = "Tilrettelegging på skolen er ikke dekket." });
        await Then.TheOpenTasksAre("draft");

        // On the day of the meeting the coordinator gets the task of writing what was agreed.
        await When.TimeIs("2027-03-10 15:00");
        await Then.TheTaskIsOn("minutes", "coordinator");
        await When.Coordinator.Completes("minutes", "Møtet er holdt", new { attended = "Glad og koordinatoren", agreed = "Koordinatoren tar det opp med rektor." });
        await Then.TheOpenTasksAre("draft");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task Variant_a_private_gym_declines_and_that_is_just_recorded()
    {
        await Invited("employer", "participant3", isObliged: false);

        // Reminded once; nobody above it is told, for it owes nothing.
        await When.TimeIs("2027-02-23 09:00");
        await Then.TheRemindersAre("agree", "2027-01-25 remind");
        var task = await Then.TheTask("agree");
        Assert.DoesNotContain("L-8", (await Then.Journey.GetAsync("participant3", $"/api/tasks/{task["taskId"]}/context"))["law"]!.AsArray().Select(law => law!["fact"]!.ToString()).Take(1));
        await When.Participant("participant3").Completes("agree", "Declined", new { declineReason = "Vi vil ikke delta." });

        await When.Coordinator.Completes("uncovered", "Notert");
        await Then.TheOpenTasksAre("draft");
        await Then.NothingIsStuck();
    }

    private async Task Invited(string service, string contact, bool isObliged)
    {
        await Given.ACoordinator(Fjellrev, at: "2027-01-11 09:00");
        await When.Coordinator.Completes("map", "Kartlagt");
        await When.Coordinator.Completes("invite", "Inviter", new { service, contactUserId = contact, participantRole = "Deltaker", isObliged });
        await When.Coordinator.Completes("invite", "Ferdig");
        await When.Coordinator.Completes("ask-sharing-consent", "Given", Values.Sharing);
    }
}
