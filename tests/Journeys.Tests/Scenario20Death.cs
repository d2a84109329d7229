using System.Net;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 20: the person dies; everything stops at once (domain §1.15 <c>Deceased</c>, L-93).</summary>
public sealed class Scenario20Death() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task Granskogs_tasks_letters_and_reminders_stop_and_nobody_is_ever_told_that_the_plan_is_overdue()
    {
        await Given.AnActivePlan(Granskog, receivedAt: "2027-01-11 09:00", approvedAt: "2027-03-05 10:00");
        await When.TimeIs("2027-08-20 09:00");
        Assert.Contains("evaluate", await Then.OpenTasks());

        await When.CaseManager.Tells("meeting-called", new { meetingOn = "2027-09-01", meetingTopic = "Planen skal gås gjennom." });
        await When.CaseManager.Tells("deceased", new { deceasedOn = "2027-08-19" });

        await Then.TheStateIs("Closed");
        Then.Same("reason", "Deceased", (await Then.TheCase())["closeReason"]!.ToString());
        await Then.NothingIsStuck();
        await Then.TheOpenTasksAre("after-death");
        var cancelled = (await Then.HistoryItems()).Where(item => item["event"]!.ToString() == "task-cancelled").ToList();
        Assert.NotEmpty(cancelled);
        Assert.All(cancelled, item => Assert.Contains("Deceased", item.ToJsonString(), StringComparison.Ordinal));
        Assert.All((await Then.TheCase())["deadlines"]!.AsArray(), deadline => Assert.NotEqual("Running", deadline!["state"]!.ToString()));

        // The portal and the participants' access are closed; they are told that the case is over, and not why.
        await Then.TheParticipantIsShutOut("participant2");
        Assert.Equal(["Participant"], await Then.TheRecipientsOf("participation-ended"));
        Assert.DoesNotContain("død", await Then.TheLetterText("participation-ended"), StringComparison.OrdinalIgnoreCase);
        await When.Leader.Completes("after-death", "Kontrollert");
        await Then.TheOpenTasksAre();

        // A year goes by: no reminder, no warning, no letter to him.
        await When.TimeIs("2028-09-01 09:00");
        await Then.NothingIsToldAfter("2027-08-20", "task-reminder-sent", "task-escalated", "deadline-warning-sent", "letter-queued", "task-opened", "alert-raised");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task A_pending_appeal_is_handed_to_a_person_to_decide_for_heirs_may_have_standing()
    {
        await AnAppealOfTheDead();

        await Then.TheOpenTasksAre("after-death", "appeal-after-death");
        var (status, _) = await Then.Journey.TryAsync(HttpMethod.Get, Granskog.User, $"/api/cases/{Then.Journey.CaseId}");
        Assert.Contains(status, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
        await When.Leader.Completes("appeal-after-death", "Avsluttes", new { reasons = "Boet ønsker ikke å gå videre med klagen." });
        await Then.TheOpenTasksAre("after-death");
        Then.Same("outcome", "Lapsed", (await Then.TheCase())["appeals"]![0]!["outcome"]!.ToString());
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task When_the_estate_carries_the_appeal_on_it_is_tried_as_any_other()
    {
        await AnAppealOfTheDead();

        await When.Leader.Completes("appeal-after-death", "Føres videre", new { askedOn = "2027-01-20", reasons = "Datteren fører klagen videre for boet." });

        await Then.NothingIsStuck();
        await Then.TheOpenTasksAre("after-death", "check");
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await Then.TheOpenTasksAre("after-death", "assess");
        await Then.NothingIsStuck();
    }

    private async Task AnAppealOfTheDead()
    {
        await Given.AnAppeal(Granskog, receivedAt: "2027-01-11 09:00", grounds: "Jeg er uenig.");
        await When.TimeIs("2027-01-20 09:00");
        await When.CaseManager.Tells("deceased", new { deceasedOn = "2027-01-19" });
    }
}
