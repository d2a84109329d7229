using System.Net;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 15: a young person with a child coordinator turns 18 (L-11, L-57, L-60, L-88, D-19).</summary>
public sealed class Scenario15TurningEighteen() : JourneyTest("2028-06-01 08:00")
{
    private static readonly object ChildCoordinator = new
    {
        coordinatorUserId = "childcoordinator", service = "municipal-health", coordinatorType = "Child", personConsents = true, acceptedByCoordinator = true, acceptedByManager = true,
    };

    private static readonly object FromTheBirthday = new
    {
        coordinatorUserId = "coordinator", service = "municipal-health", coordinatorType = "Municipal", fromOn = "2028-12-21", personConsents = true, acceptedByCoordinator = true,
        acceptedByManager = true, handoverNote = "Overgangen til voksentjenestene er i gang.",
    };

    [Fact]
    public async Task Multemyr_gets_an_ordinary_coordinator_from_the_day_and_the_adult_services_come_in_with_her_consent()
    {
        await APlanWithChildCoordinatorAsync();

        // 22 September is 90 days before 21 December.
        await When.TimeIs("2028-09-22 09:00");
        await Then.TheDeadline("D-19", startedOn: "2028-09-22", rawOn: "2028-12-21", effectiveOn: "2028-12-21", state: "Running", rolled: false);
        var open = await Then.OpenTasks();
        Assert.Contains("guardian-question", open);
        Assert.Contains("offer-coordinator", open);
        await Then.TheTaskIsDue("offer-coordinator", "2028-12-21");
        await When.CaseManager.Completes("guardian-question", "Avklart", new { note = "Trenger ikke verge." });

        // The coordinating unit offers before the day; the child coordinator stays until then.
        await When.TimeIs("2028-12-01 10:00");
        await Then.TheWarningsAre("D-19", "2028-09-22", "2028-11-21");
        await When.CoordinatingUnit.Completes("offer-coordinator", "Appointed", FromTheBirthday);
        Then.Same("coordinator", "childcoordinator", (await Then.TheCase())["coordinator"]!["userId"]!.ToString());

        await When.TimeIs("2028-12-21 09:00");
        Then.Same("coordinator", "coordinator", (await Then.TheCase())["coordinator"]!["userId"]!.ToString());
        var ended = await Then.TheDetailsOf("coordinator-ended");
        Then.Same("reason", "Age18", ended["endReason"]!.ToString());
        Then.Same("last day", "2028-12-20", ended["toOn"]!.ToString());
        Assert.DoesNotContain(await Then.History(), line => line.EndsWith("alert-raised", StringComparison.Ordinal));

        // She decides anew; NAV is invited, and sees with her consent; the plan is revised beside its own dates.
        await When.Coordinator.Completes("ask-own-consent", "Given", new { givenBy = "Person", channel = "Oral" });
        await When.Coordinator.Completes("invite-adult-services", "Inviter", Values.Invite("employer", "participant3"));
        await When.Coordinator.Completes("invite-adult-services", "Ferdig");
        await When.Coordinator.Completes("ask-sharing-consent", "Given", Values.Sharing);
        await When.Participant("participant3").Completes("agree", "Confirmed", new { contribution = "Arbeidstrening" });
        await Then.TheStateIs("UnderRevision");
        Assert.Contains("evaluate", await Then.OpenTasks());
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task When_nobody_follows_the_child_coordinator_ends_all_the_same_and_someone_is_told()
    {
        await APlanWithChildCoordinatorAsync();
        await When.TimeIs("2028-09-22 09:00");
        await When.TimeIs("2028-12-21 09:00");

        Assert.Null((await Then.TheCase())["coordinator"]);
        await Then.TheAlertIsRaised("NoResponsible", "2028-12-21");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task When_she_declines_the_plan_she_may_keep_a_coordinator_alone()
    {
        await APlanWithChildCoordinatorAsync();
        await When.TimeIs("2028-09-22 09:00");
        await When.CoordinatingUnit.Completes("offer-coordinator", "Appointed", FromTheBirthday);
        await When.TimeIs("2028-12-21 09:00");
        await When.Coordinator.Completes("ask-own-consent", "Refused", new { givenBy = "Person", channel = "Oral" });
        await When.Coordinator.Completes("continueOnly", "Bare koordinator");

        await Then.TheStateIs("CoordinatorOnly");
        await Then.TheReasonForNoPlanIs("N05", "2028-12-21");
        Then.Same("coordinator", "coordinator", (await Then.TheCase())["coordinator"]!["userId"]!.ToString());
        await Then.NothingIsStuck();
    }

    private async Task APlanWithChildCoordinatorAsync()
    {
        await Given.AGrantedCase(Multemyr, "2028-06-01 09:00", "2028-06-01 09:00", "HEALTH-MUN");
        await When.CaseManager.Completes("ask-consent", "Given", Values.Consent);
        await When.CoordinatingUnit.Completes("appoint-coordinator", "Appointed", ChildCoordinator);
        var coordinator = When.Participant("childcoordinator");
        await coordinator.Completes("map", "Kartlagt");
        await coordinator.Completes("invite", "Inviter", Values.Invite("gp", "participant2"));
        await coordinator.Completes("invite", "Ferdig");
        await coordinator.Completes("ask-sharing-consent", "Given", Values.Sharing);
        await When.Participant("participant2").Completes("agree", "Confirmed", new { contribution = "Følger opp helsen." });
        await coordinator.Completes("draft", "Klar for godkjenning", Values.PlanOfChild);
        await When.Person.Completes("approve-plan", "Approved");
    }
}
