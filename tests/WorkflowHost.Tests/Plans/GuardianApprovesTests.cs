using System.Net;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.WorkflowHost.Tests.Plans;

/// <summary>A parent or guardian approves the plan of a child on screen (L-57, L-86); an adult's plan is the adult's own to approve, guardian or not.</summary>
public sealed class GuardianApprovesTests
{
    private static readonly SyntheticPerson Grown = new("bekkeaure", "RASK", "BEKKEAURE", new(1985, 4, 9), SyntheticPerson.Bekkeaure.Number);

    [Fact]
    public async Task The_parent_of_a_child_reads_the_plan_and_approves_it_and_it_says_by_whom()
    {
        await using var journey = await ToApproveAsync(SyntheticPerson.Bekkeaure);
        var plan = $"/cases/{journey.CaseId}/plan";
        using var guardian = await journey.VisitorAsync("guardian");

        var waiting = await guardian.OpensAsync(plan);
        var task = System.Text.RegularExpressions.Regex.Match(waiting.Html, "href=\"(/tasks/[0-9a-f-]{36})\"").Groups[1].Value;
        var page = await guardian.OpensAsync(task);
        var sent = await guardian.SendsAsync(task, task, [("outcome", "Approved"), ("operationId", "guardian-1")]);
        var approved = await journey.GetAsync("guardian", $"/api/cases/{journey.CaseId}/plan/versions/1");
        var history = await journey.GetAsync("casemanager", $"/api/cases/{journey.CaseId}/history?pageSize=200");

        Assert.Contains("Planen venter på at du leser og godkjenner den.", WebUtility.HtmlDecode(waiting.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("Min individuelle plan", waiting.Html, StringComparison.Ordinal);
        Assert.Contains("Komme i arbeid", page.Html, StringComparison.Ordinal);
        Assert.Contains("Jeg godkjenner", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(("Guardian", "guardian"), ((string)approved["approvalForm"]!, (string)approved["recordedBy"]!));
        Assert.Contains(history["items"]!.AsArray(), row => (string?)row!["event"] == "plan-approved" && (string?)row["actor"] == "guardian");
    }

    [Fact]
    public async Task The_guardian_of_an_adult_reads_the_plan_and_cannot_approve_it_in_the_persons_place()
    {
        await using var journey = await ToApproveAsync(Grown);
        var plan = $"/cases/{journey.CaseId}/plan";
        using var guardian = await journey.VisitorAsync("guardian");
        var task = await new When(journey).Person.Finds("approve-plan", "bekkeaure");

        var read = await guardian.OpensAsync(plan);
        var sent = await guardian.SendsAsync(plan, $"/tasks/{task["taskId"]}", [("outcome", "Approved"), ("operationId", "guardian-2")]);
        var state = (string)(await journey.GetAsync("guardian", $"/api/cases/{journey.CaseId}/plan"))["state"]!;

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.DoesNotContain("Planen venter på at du leser", WebUtility.HtmlDecode(read.Html), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, sent.Status);
        Assert.Equal("AwaitingApproval", state);
    }

    private static async Task<Journey> ToApproveAsync(SyntheticPerson person)
    {
        var journey = new Journey("2027-01-11 09:00");
        var given = new Given(journey, new When(journey));
        await given.APlanToApprove(person, "2027-01-11 09:00", "2027-03-05 09:00", plan: Values.PlanOfChild);
        return journey;
    }
}
