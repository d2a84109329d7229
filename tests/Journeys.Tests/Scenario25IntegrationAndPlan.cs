using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 25: a participant in the introduction programme has an integration plan, and needs an individual plan for her health (INT §§ 15 and 50, L-8, L-20, L-80).</summary>
public sealed class Scenario25IntegrationAndPlan() : JourneyTest("2027-01-11 08:00")
{
    private static readonly object PlanBesideTheIntegrationPlan = new
    {
        goals = "Sove om natta og følge kurset", resources = "Lærer fort", needs = "Samordnet oppfølging",
        contributions = "person | Møter til avtalene\nintegration | Norskkurs etter integreringsplanen",
        measures = "Samtaler | gp | månedlig | Faste timer med tolk",
        implementation = "Møte hver måned, med tolk",
        coordinatorOffer = "Appointed",
        planPeriodFrom = "2027-03-05", planPeriodTo = "2028-03-05", revisionIntervalMonths = 6,
        cooperationNeeds = "Samarbeid mellom fastlegen og integreringstjenesten",
        subPlans = "integreringsplan | Integreringstjenesten, vedtak 2026/417",
    };

    [Fact]
    public async Task Kvitveis_keeps_her_integration_plan_and_the_individual_plan_links_it()
    {
        await Given.ASignal(Kvitveis, "SeveralServices", occurredOn: "2027-01-11", track: "HEALTH-MUN");
        await When.CaseManager.Completes("inform", "Ønsker plan", Values.InformationWithInterpreter);

        // The need of an interpreter stands with the person from now on, and beside each task (L-20).
        Then.Same("interpreter", "ti", (await Then.TheCase())["person"]!["interpreterLanguage"]!.ToString());
        await When.CoordinatingUnit.Completes("agree", "Enige", new { mainResponsibleService = "municipal-health", parties = "municipal-health, integration" });
        await When.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        var task = await Then.TheTask("notice");
        Then.Same("interpreter at the task", "ti", (await Then.Journey.GetAsync("casemanager", $"/api/tasks/{task["taskId"]}/context"))["person"]!["interpreterLanguage"]!.ToString());
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await When.CaseManager.Completes("ask-consent", "Given", Values.Consent);
        await When.CoordinatingUnit.Completes("appoint-coordinator", "Appointed", Values.Coordinator);

        // Letters in plain bokmål, and at the end what they are in a few words of English, with the right to an interpreter; letters to others have none.
        var letter = await Then.TheLetterText("decision-granted");
        Assert.Contains("## In English", letter, StringComparison.Ordinal);
        Assert.Contains("This letter is: Decision: granted.", letter, StringComparison.Ordinal);
        Assert.Contains("qualified interpreter", letter, StringComparison.Ordinal);
        Assert.Contains("Du har rett til", letter, StringComparison.Ordinal);

        // The municipality's integration service is invited as of right: § 50 gives it the duty to take part.
        await When.TimeIs("2027-02-10 10:00");
        await When.Coordinator.Completes("map", "Kartlagt");
        await When.Coordinator.Completes("invite", "Inviter", Values.Invite("integration", "participant3"));
        await When.Coordinator.Completes("invite", "Inviter", Values.Invite("gp", "participant2"));
        await When.Coordinator.Completes("invite", "Ferdig");
        var agreeing = (await Then.Journey.GetAsync("leader", $"/api/tasks?caseId={Then.Journey.CaseId}&state=open"))["items"]!.AsArray().Select(item => item!["key"]!.ToString()).ToList();
        Assert.Equal(2, agreeing.Count(key => key == "ask-sharing-consent"));
        await When.Coordinator.Completes("ask-sharing-consent", "Given", Values.Sharing, about: "integreringstjenesten");
        await When.Coordinator.Completes("ask-sharing-consent", "Given", Values.Sharing, about: "fastlegen");
        var duty = (await Then.Journey.GetAsync("participant3", $"/api/tasks/{(await When.Participant("participant3").Finds("agree"))["taskId"]}/context")).ToJsonString();
        Assert.Contains("integreringsloven", duty, StringComparison.Ordinal);
        await When.Participant("participant3").Completes("agree", "Confirmed", new { contribution = "Norskkurs etter integreringsplanen" });
        await When.Participant("participant2").Completes("agree", "Confirmed", new { contribution = "Samtaler med tolk" });

        await When.TimeIs("2027-03-05 10:00");
        await When.Coordinator.Completes("draft", "Klar for godkjenning", PlanBesideTheIntegrationPlan);
        await When.Person.Completes("approve-plan", "Approved");

        // The integration plan is linked and stays its own: this case has its one decision, on the individual plan, and the course is no measure here.
        var content = (await Then.ThePlan())["content"]!;
        var linked = Assert.Single(content["subPlans"]!.AsArray())!;
        Then.Same("linked plan", "integreringsplan", linked["kind"]!.ToString());
        Then.Same("where it is", "Integreringstjenesten, vedtak 2026/417", linked["reference"]!.ToString());
        var measure = Assert.Single(content["measures"]!.AsArray())!;
        Then.Same("measure", "Samtaler", measure["title"]!.ToString());
        Assert.Single((await Then.TheCase())["decisions"]!.AsArray());
        Then.Same("track", "HEALTH-MUN", (await Then.TheCase())["track"]!.ToString());
        await Then.NothingIsStuck();
    }
}
