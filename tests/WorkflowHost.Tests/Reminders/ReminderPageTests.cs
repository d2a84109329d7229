using System.Net;
using System.Net.Http.Json;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;

namespace IndividualPlan.WorkflowHost.Tests.Reminders;

/// <summary>Leaders see what will be sent and what was sent, and nothing of cases that are not theirs to know of.</summary>
public sealed class ReminderPageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_leader_sees_what_will_be_sent_when_and_then_that_it_was()
    {
        var caseId = (string)(await host.RequestAsync())["caseId"]!;
        using var leader = await host.VisitorAsync("leader");
        using var unit = await host.VisitorAsync("coordinatingunit");
        using var foreign = await host.VisitorAsync("leader2");
        using var caller = await host.AsAsync("leader");

        // The month runs out on 11 February; the office is warned 14 and 3 working days before (D-1).
        var coming = Html.Text(await leader.PageAsync($"/reminders?days=90&case={caseId}"));
        Assert.Matches("Påminnelser IP-2027-\\d+", coming);
        Assert.Matches("22.01.2027 Påminnelse Foreløpig svar 11.02.2027 Saksbehandler I systemet og på e-post IP-2027-", coming);
        Assert.Matches("08.02.2027 Påminnelse Foreløpig svar 11.02.2027 Saksbehandler I systemet og på e-post IP-2027-", coming);
        Assert.Contains("2 skal sendes", coming, StringComparison.Ordinal);
        Assert.Contains("1 skal sendes", Html.Text(await leader.PageAsync($"/reminders?days=14&case={caseId}")), StringComparison.Ordinal);
        Assert.Contains("Ingenting ble sendt i denne tiden.", Html.Text(await leader.PageAsync($"/reminders/sent?case={caseId}")), StringComparison.Ordinal);
        Assert.Contains("Ingenting skal sendes", Html.Text(await leader.PageAsync($"/reminders?days=7&case={caseId}")), StringComparison.Ordinal);
        Assert.DoesNotContain("Foreløpig svar", Html.Text(await leader.PageAsync($"/reminders?days=90&kind=Escalate&case={caseId}")), StringComparison.Ordinal);

        (await caller.PostAsJsonAsync("/api/demo/clock/advance", new { to = "2027-01-22T09:00:00+01:00" })).EnsureSuccessStatusCode();

        var sent = Html.Text(await leader.PageAsync($"/reminders/sent?case={caseId}"));
        Assert.Matches("22.01.2027 kl. 06.00 Lovfrist Foreløpig svar", sent);
        Assert.DoesNotContain("For sent, planlagt", sent, StringComparison.Ordinal);
        Assert.Contains("Ingenting ble sendt", Html.Text(await leader.PageAsync($"/reminders/sent?late=true&case={caseId}")), StringComparison.Ordinal);
        Assert.Matches("08.02.2027 Påminnelse Foreløpig svar", Html.Text(await leader.PageAsync($"/reminders?days=90&case={caseId}")));
        Assert.Contains("/reminders?case=", await unit.PageAsync($"/cases/{caseId}/deadlines"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/reminders?case={Guid.Empty}")).StatusCode);

        (await caller.PostAsJsonAsync($"/api/cases/{caseId}/unit", new { unit = "child-welfare", reason = "Avtalt mellom lederne." })).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/reminders?case={caseId}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/reminders/sent?case={caseId}")).StatusCode);
        Assert.DoesNotContain("Foreløpig svar", Html.Text(await leader.PageAsync("/reminders?days=90")), StringComparison.Ordinal);
        Assert.Contains("Foreløpig svar", Html.Text(await foreign.PageAsync($"/reminders?days=90&case={caseId}")), StringComparison.Ordinal);
    }
}
