using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.Workflows.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;

/// <summary>From a case to its flows: where each waits and since when, and what has stopped.</summary>
public sealed class WhereItWaitsTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_case_says_where_its_flows_wait_and_since_when()
    {
        using var manager = await _host.AsAsync("casemanager");
        var caseId = (string)(await _host.RegisterAsync())["caseId"]!;

        var flows = (await manager.GetFromJsonAsync<JsonObject>($"/api/cases/{caseId}"))!["workflows"]!.AsArray();

        var decision = Assert.Single(flows, f => (string?)f!["definition"] == "decision")!;
        var assess = Assert.Single(decision["waitingAt"]!.AsArray())!;
        Assert.Equal("Vurdering og vedtak", (string?)decision["name"]);
        Assert.Equal(("assess", "Task"), ((string?)assess["activityId"], (string?)assess["kind"]));
        Assert.Equal("2027-01-11T07:00:00Z", (string?)assess["since"]);
        Assert.NotEqual("assess", (string?)assess["name"]);
        Assert.NotNull(assess["taskId"]);
        var handling = Assert.Single(flows, f => (string?)f!["definition"] == "request-handling")!;
        Assert.Empty(handling["waitingAt"]!.AsArray());
        Assert.NotNull(handling["finishedAt"]);
    }

    [Fact]
    public async Task A_timer_says_when_it_goes_on()
    {
        await _host.PublishAsync(new Drawing("later").Delay("pause", TimeSpan.FromDays(3)).Task("then").Connect("pause", "then"));
        var id = await _host.StartAsync("later");

        using var scope = _host.Services.CreateScope();
        var waits = await scope.ServiceProvider.GetRequiredService<WhereItWaits>().OfInstanceAsync(new(Guid.Parse(id)), CancellationToken.None);

        var pause = Assert.Single(waits);
        Assert.Equal(("pause", Workflows.Engine.Execution.WaitKind.Timer), (pause.Name, pause.Kind));
        Assert.Equal(pause.SinceAt.AddDays(3), pause.DueAt);
    }

    [Fact]
    public async Task What_stopped_is_told_in_three_languages_with_the_technical_reason_apart()
    {
        await _host.PublishAsync(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "Number 14838949844 unknown")));
        await _host.StartAsync("failing");
        using var scope = _host.Services.CreateScope();
        var leader = new CurrentUser("leader", "Berit", [Roles.OfficeLeader], "nav", null, null);

        var incident = Assert.Single(await scope.ServiceProvider.GetRequiredService<OpenIncidents>().RunAsync(leader, CancellationToken.None));

        Assert.Equal("Steget «bad» i flyten «failing» stoppet 11.01.2027 kl. 08.00.", incident.Summary.Nb);
        Assert.Equal("Steget «bad» i flyten «failing» stoppa 11.01.2027 kl. 08.00.", incident.Summary.Nn);
        Assert.Equal("The step “bad” in the flow “failing” stopped on 11.01.2027 at 08.00.", incident.Summary.En);
        Assert.Equal("Number … unknown", incident.TechnicalMessage.Nb);
        Assert.DoesNotContain(incident.TechnicalMessage.Nb, incident.Summary.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_is_listed_for_the_leader_and_retried_over_the_api()
    {
        await _host.PublishAsync(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "No answer")));
        var id = await _host.StartAsync("failing");
        using var leader = await _host.AsAsync("leader");
        using var manager = await _host.AsAsync("casemanager");
        leader.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "en");

        var incident = Assert.Single(await leader.ItemsAsync("/api/incidents"))!;
        var refused = await manager.PostAsync($"/api/incidents/{incident["incidentId"]}/retry", null);
        var retried = await leader.PostAsync($"/api/incidents/{incident["incidentId"]}/retry", null);
        var again = await leader.PostAsync($"/api/incidents/{incident["incidentId"]}/retry", null);
        var unknown = await leader.PostAsync($"/api/incidents/{id}-99/retry", null);

        Assert.Equal("The step “bad” in the flow “failing” stopped on 11.01.2027 at 08.00.", (string?)incident["summary"]);
        Assert.Equal(("bad", "No answer"), ((string?)incident["step"], (string?)incident["message"]));
        Assert.Equal(403, (int)refused.StatusCode);
        Assert.Equal(200, (int)retried.StatusCode);
        Assert.Equal((true, 1), ((bool)(await retried.JsonAsync())["isResolved"]!, (int)(await leader.GetFromJsonAsync<JsonObject>("/api/incidents"))!["total"]!));
        Assert.Equal(409, (int)again.StatusCode);
        Assert.Equal(404, (int)unknown.StatusCode);
    }
}
