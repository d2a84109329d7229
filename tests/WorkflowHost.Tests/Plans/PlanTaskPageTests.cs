using System.Net;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.WorkflowHost.Tests.Plans;

/// <summary>The tasks about the plan, on their own pages: the plan stands where the decision is made.</summary>
public sealed class PlanTaskPageTests
{
    [Fact]
    public async Task The_person_reads_the_plan_where_it_is_approved_and_is_not_asked_how()
    {
        await using var plan = await PlanOnScreen.ToApproveAsync();
        using var person = await plan.AsAsync("person");
        var task = "/tasks/" + (await plan.When.Person.Finds("approve-plan"))["taskId"];

        var page = await person.OpensAsync(task);
        var html = WebUtility.HtmlDecode(page.Html);
        var wish = await person.SendsAsync(task, task, ("operationId", "wish"), ("outcome", "Changes"));
        var sent = await person.SendsAsync(task, task, ("operationId", "yes"), ("outcome", "Approved"));
        var approved = await plan.Journey.GetAsync("person", plan.Api);

        Assert.Contains("Komme i arbeid", html, StringComparison.Ordinal);
        Assert.Contains("Arbeidstrening", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{plan.Address}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"approvalForm\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wish.Status);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal((1, "Digital"), ((int)approved["version"]!, (string)approved["versions"]![0]!["approvalForm"]!));
    }

    [Fact]
    public async Task The_task_of_writing_leads_to_the_editor_and_can_be_finished_when_nothing_needed_is_missing()
    {
        await using var plan = await PlanOnScreen.ToWriteAsync();
        using var coordinator = await plan.AsAsync("coordinator");
        var task = "/tasks/" + (await plan.When.Coordinator.Finds("draft"))["taskId"];

        var before = WebUtility.HtmlDecode((await coordinator.OpensAsync(task)).Html);
        await plan.Journey.TryAsync(HttpMethod.Put, "coordinator", plan.Api + "/draft", new { goals = new[] { new { text = "Bo selv" } }, period = new { fromOn = "2027-03-05" } });
        var after = (await coordinator.OpensAsync(task)).Html;
        var sent = await coordinator.SendsAsync(task, task, ("operationId", "done"), ("outcome", "Klar for godkjenning"));

        Assert.Contains($"href=\"{plan.Address}/edit\"", before, StringComparison.Ordinal);
        Assert.Contains("Skriv når planen gjelder fra", before, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"goals\"", before, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Klar for godkjenning\"", before, StringComparison.Ordinal);
        Assert.Contains("value=\"Klar for godkjenning\"", after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal("AwaitingApproval", (string)(await plan.Journey.GetAsync("coordinator", plan.Api))["state"]!);
    }

    [Fact]
    public async Task What_was_mapped_stands_in_the_plan_when_it_is_to_be_written()
    {
        await using var journey = new Journey("2027-01-11 09:00");
        var when = new When(journey);
        await new Given(journey, when).ACoordinator(SyntheticPerson.Fjellrev, "2027-01-11 09:00");

        await when.Coordinator.Completes("map", "Kartlagt", new { goals = "Bo for meg selv\nFå jobb", needs = "Tolk" });
        var draft = (await journey.GetAsync("coordinator", $"/api/cases/{journey.CaseId}/plan/draft"))["content"]!;

        Assert.Equal([("m1", "Bo for meg selv"), ("m2", "Få jobb")], draft["goals"]!.AsArray().Select(goal => ((string)goal!["key"]!, (string)goal["text"]!)));
        Assert.Equal("Tolk", (string)draft["needs"]![0]!["text"]!);
    }
}
