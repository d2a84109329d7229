using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;

/// <summary>Mending running flows: what is unsafe is refused with the step and why, and what is done is never done again.</summary>
public sealed class AlterationTests : IAsyncLifetime
{
    private readonly TestHost _host = new();
    private HttpClient _leader = null!;
    private HttpClient _manager = null!;

    public async Task InitializeAsync()
    {
        _leader = await _host.AsAsync("leader");
        _leader.DefaultRequestHeaders.Add("X-Reason", "Feil i tegningen");
        _manager = await _host.AsAsync("casemanager");
    }

    public Task DisposeAsync()
    {
        _leader.Dispose();
        _manager.Dispose();
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_running_flow_is_moved_to_the_new_version_and_repeats_nothing()
    {
        await _host.PublishAsync(new Drawing("flow").Task("first").Task("second").Task("last").Connect("first", "second").Connect("second", "last"));
        var id = await _host.StartAsync("flow");
        await _manager.CompleteTaskOfAsync(_host, id);
        await _host.PublishAsync(
            new Drawing("flow").Task("first").Task("second").Task("between").Task("last").Connect("first", "second").Connect("second", "between").Connect("between", "last"), 2);
        object[] move = [new { type = "Migrate", targetVersion = 2 }];

        var rehearsal = await _leader.PostForJsonAsync("/alterations/dry-run", new { workflowInstanceIds = new[] { id }, alterations = move });
        var before = await _leader.GetJsonAsync($"/workflow-instances/{id}");
        var moved = await _leader.PostForJsonAsync("/alterations/run", new { workflowInstanceIds = new[] { id }, alterations = move });
        var again = await _leader.PostForJsonAsync("/alterations/run", new { workflowInstanceIds = new[] { id }, alterations = move });
        await _manager.CompleteTaskOfAsync(_host, id);

        Assert.Equal(id, (string?)Assert.Single(rehearsal["workflowInstanceIds"]!.AsArray()));
        Assert.Contains("flyttes fra versjon 1 til 2. Den står på «second»", Message(rehearsal), StringComparison.Ordinal);
        Assert.Equal(1, (int)before["version"]!);
        Assert.True((bool)moved["results"]![0]!["isSuccessful"]!, Message(moved));
        Assert.Equal("Flyten følger allerede denne versjonen.", Message(again));
        var after = await _leader.GetJsonAsync($"/workflow-instances/{id}");
        Assert.Equal((2, "flow-v2"), ((int)after["version"]!, (string?)after["definitionVersionId"]));
        var stats = await _leader.StatsAsync(id);
        Assert.Equal((1, 1, 0, false, false), stats.Badge("first"));
        Assert.Equal((1, 1, 0, false, false), stats.Badge("second"));
        Assert.Equal((1, 0, 1, true, false), stats.Badge("between"));
        await using var db = _host.Read();
        Assert.Equal(3, await db.HumanTasks.CountAsync());
        var trace = await db.History.SingleAsync(h => h.Event == "workflow-instance-migrated");
        Assert.Equal(("leader", "Feil i tegningen"), (trace.Actor, trace.Reason));
    }

    [Fact]
    public async Task A_move_that_would_lose_or_repeat_a_step_is_refused_with_the_step()
    {
        await _host.PublishAsync(new Drawing("flow").Task("first").Task("second").Connect("first", "second"));
        var id = await _host.StartAsync("flow");
        await _manager.CompleteTaskOfAsync(_host, id);
        await _host.PublishAsync(new Drawing("flow").Task("first").Task("other").Connect("first", "other"), 2);
        await _host.PublishAsync(new Drawing("flow").Task("second").Task("first").Connect("second", "first"), 3);

        var gone = await MoveAsync(id, 2);
        var repeated = await MoveAsync(id, 3);
        var unknown = await MoveAsync(id, 9);

        Assert.Equal("Flyten står på «second», og det steget finnes ikke i den nye versjonen.", Message(gone));
        Assert.Equal("«first» er gjort, men ville kommet én gang til i den nye versjonen.", Message(repeated));
        Assert.Contains("ikke publisert", Message(unknown), StringComparison.Ordinal);
        Assert.Equal(1, (int)(await _leader.GetJsonAsync($"/workflow-instances/{id}"))["version"]!);
        await using var db = _host.Read();
        Assert.Equal(0, await db.History.CountAsync(h => h.Event == "workflow-instance-migrated"));
    }

    [Fact]
    public async Task Steps_are_skipped_and_begun_by_hand_but_never_twice()
    {
        await _host.PublishAsync(new Drawing("flow").Task("first").Task("second").Task("third").Connect("first", "second").Connect("second", "third"));
        var id = await _host.StartAsync("flow");

        var begun = await AlterAsync(id, new { type = "ScheduleActivity", activityId = "third" });
        var underWay = await AlterAsync(id, new { type = "ScheduleActivity", activityId = "third" });
        var skipped = await AlterAsync(id, new { type = "CancelActivity", activityId = "third" });
        await _manager.CompleteTaskOfAsync(_host, id);
        var done = await AlterAsync(id, new { type = "ScheduleActivity", activityId = "first" });
        var notThere = await AlterAsync(id, new { type = "CancelActivity", activityId = "first" });
        var cancelled = await AlterAsync(id, new { type = "Cancel" });
        var ended = await AlterAsync(id, new { type = "Cancel" });

        Assert.Equal("Endringen er gjort.", Message(begun));
        Assert.Equal("Steget er allerede i gang.", Message(underWay));
        Assert.Equal("Endringen er gjort.", Message(skipped));
        Assert.Equal("Steget er allerede gjort i denne flyten, og gjøres ikke om igjen.", Message(done));
        Assert.Equal("Steget er ikke i gang, så det kan ikke avlyses.", Message(notThere));
        Assert.Equal("Endringen er gjort.", Message(cancelled));
        Assert.Equal("Flyten er avsluttet og kan ikke endres.", Message(ended));
    }

    [Fact]
    public async Task All_that_is_asked_of_one_instance_is_done_or_nothing_of_it()
    {
        await PublishCountingAsync();
        var id = await _host.StartAsync("counting");

        var half = await AlterAsync(id, new { type = "ModifyVariable", variableId = "n", value = 5 }, new { type = "CancelActivity", activityId = "nothing" });
        var before = await VariableAsync(id);
        var whole = await AlterAsync(id, new { type = "ModifyVariable", variableId = "n", value = 5 });
        var after = await VariableAsync(id);
        var byPost = await _leader.PostForJsonAsync($"/workflow-instances/{id}/variables", new { variables = new[] { new { id = "n", value = 9 } } });
        var unknown = await _leader.PostAsJsonAsync($"/elsa/api/workflow-instances/{id}/variables", new { variables = new[] { new { id = "m", value = 9 } } });

        Assert.Equal(("Steget er ikke i gang, så det kan ikke avlyses.", "Endringen er gjort."), (Message(half), Message(whole)));
        Assert.Equal((1, 5), (before, after));
        Assert.Equal(9, (int)byPost["items"]![0]!["value"]!);
        Assert.Contains("ingen slik variabel", (string?)(await unknown.JsonAsync())["detail"], StringComparison.Ordinal);
        await using var db = _host.Read();
        var traces = await db.History.Where(h => h.Event == "workflow-variable-modified").ToListAsync();
        Assert.Equal(2, traces.Count);
        Assert.All(traces, t => Assert.DoesNotContain("value", t.Details, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_changes_many_and_says_afterwards_what_came_of_each()
    {
        await PublishCountingAsync();
        string[] ids = [await _host.StartAsync("counting"), await _host.StartAsync("counting")];

        var submitted = await _leader.PostForJsonAsync(
            "/alterations/submit", new { alterations = new object[] { new { type = "ModifyVariable", variableId = "n", value = 4711 }, new { type = "Cancel" } }, filter = new { definitionIds = new[] { "counting" } } });
        var plan = await _leader.GetJsonAsync($"/alterations/{submitted["planId"]}");
        var nothing = await _leader.PostForJsonAsync("/alterations/submit", new { alterations = new[] { new { type = "Cancel" } }, filter = new { } });
        var unreadable = await _leader.PostAsJsonAsync("/elsa/api/alterations/submit", new { alterations = new[] { new { type = "Explode" } }, filter = new { } });

        Assert.Equal(ids.Order(), plan["jobs"]!.AsArray().Select(j => (string?)j!["workflowInstanceId"]).Order());
        Assert.All(plan["jobs"]!.AsArray(), j => Assert.Equal("Completed", (string?)j!["status"]));
        Assert.Equal(["ModifyVariable", "Cancel"], plan["plan"]!["alterations"]!.AsArray().Select(a => (string?)a!["type"]));
        Assert.DoesNotContain("4711", plan.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await _leader.GetJsonAsync($"/alterations/{nothing["planId"]}"))["jobs"]!.AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _leader.GetAsync("/elsa/api/alterations/nothing")).StatusCode);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("submit")]
    [InlineData("dry-run")]
    public async Task A_case_manager_alters_nothing(string way)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _manager.PostAsJsonAsync($"/elsa/api/alterations/{way}", new { })).StatusCode);
    }

    private Task<JsonObject> MoveAsync(string id, int version) => AlterAsync(id, new { type = "Migrate", targetVersion = version });

    private Task<JsonObject> AlterAsync(string id, params object[] alterations) => _leader.PostForJsonAsync("/alterations/run", new { workflowInstanceIds = new[] { id }, alterations });

    private async Task<int> VariableAsync(string id) => (int)(await _leader.GetJsonAsync($"/workflow-instances/{id}/variables"))["items"]![0]!["value"]!;

    private async Task PublishCountingAsync()
    {
        var drawing = JsonNode.Parse(new Drawing("counting").Task("first").ToJson())!;
        drawing["variables"] = new JsonArray(new JsonObject { ["id"] = "n", ["name"] = "n", ["typeName"] = "Int32", ["isArray"] = false, ["value"] = 1 });
        var answer = await _leader.PostAsync("/api/workflow-definitions/publish", new StringContent(drawing.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string? Message(JsonObject answer) => (string?)answer["results"]![0]!["log"]!["logEntries"]![0]!["message"];
}
