using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;

/// <summary>Starting, calling off, deleting, retrying and waking flows by hand.</summary>
public sealed class InstanceChangeTests : IAsyncLifetime
{
    private readonly TestHost _host = new();
    private HttpClient _leader = null!;
    private HttpClient _manager = null!;

    public async Task InitializeAsync()
    {
        _leader = await _host.AsAsync("leader");
        _leader.DefaultRequestHeaders.Add("X-Reason", "Rydder");
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
    public async Task Run_starts_the_published_flow_and_names_the_instance_in_the_header()
    {
        await _host.PublishAsync(new Drawing("two").Task("first"));

        var answer = await PostAsync("/workflow-definitions/two/execute", """{"correlationId":null,"triggerActivityId":null,"versionOptions":"Latest","input":null}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var id = Assert.Single(answer.Headers.GetValues("x-elsa-workflow-instance-id"));
        Assert.Equal("false", Assert.Single(answer.Headers.GetValues("x-elsa-workflow-cannot-start")));
        Assert.Equal(id, (string?)(await answer.JsonAsync())["workflowState"]!["id"]);
        await using var db = _host.Read();
        var trace = await db.History.SingleAsync(h => h.Event == "workflow-instance-started");
        Assert.Equal(("leader", "Rydder"), (trace.Actor, trace.Reason));
    }

    [Theory]
    [InlineData("decision", "{}", "needs-case", "Flyten hører til en sak")]
    [InlineData("decision", """{"correlationId":"IP-2027-09999"}""", "unknown-case", "Vi finner ingen sak")]
    [InlineData("decision", """{"versionOptions":7}""", "not-published", "ikke publisert")]
    [InlineData("decision", """{"instanceId":"mine"}""", "own-id", "lages her")]
    [InlineData("decision", """{"input":[1]}""", "no-input-object", "objekt")]
    [InlineData("decision", """{"triggerActivityId":"nowhere"}""", "no-such-trigger", "startpunktet")]
    public async Task A_start_that_cannot_be_says_why_in_a_200(string definitionId, string body, string code, string why)
    {
        foreach (var way in new[] { "execute", "dispatch" })
        {
            var answer = await PostAsync($"/workflow-definitions/{definitionId}/{way}", body);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("true", Assert.Single(answer.Headers.GetValues("x-elsa-workflow-cannot-start")));
            var told = await answer.JsonAsync();
            Assert.Equal(code, (string?)told["code"]);
            Assert.Contains(why, (string?)told["detail"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_flow_of_a_case_is_started_with_the_cases_reference()
    {
        var caseId = (string)(await _host.RegisterAsync())["caseId"]!;

        var answer = await PostAsync("/workflow-definitions/coordinator-follow-up/dispatch", """{"correlationId":"IP-2027-00001"}""");
        var missing = await PostAsync("/workflow-definitions/nothing/execute", "{}");

        var id = (string?)(await answer.JsonAsync())["workflowInstanceId"];
        Assert.Equal(id, (await _host.InstancesOfAsync(caseId))["coordinator-follow-up"]);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Many_can_be_started_at_once()
    {
        await _host.PublishAsync(new Drawing("two").Task("first"));

        var answer = await _leader.PostForJsonAsync("/workflow-definitions/two/bulk-dispatch", new { count = 3 });
        var tooMany = await PostAsync("/workflow-definitions/two/bulk-dispatch", """{"count":1000}""");

        Assert.Equal(3, answer["workflowInstanceIds"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.BadRequest, tooMany.StatusCode);
    }

    [Fact]
    public async Task A_leader_calls_flows_off_one_by_one_and_many_at_once()
    {
        await _host.PublishAsync(new Drawing("two").Task("first"));
        string[] ids = [await _host.StartAsync("two"), await _host.StartAsync("two"), await _host.StartAsync("two")];

        var one = await PostAsync($"/cancel/workflow-instances/{ids[0]}", "{}");
        var again = await PostAsync($"/cancel/workflow-instances/{ids[0]}", "{}");
        var byIds = await _leader.PostForJsonAsync("/bulk-actions/cancel/workflow-instances", new { ids = new[] { ids[0], ids[1], "nothing" } });
        var byVersion = await _leader.PostForJsonAsync("/bulk-actions/cancel/workflow-instances", new { definitionVersionId = "two-v1" });

        Assert.Equal(HttpStatusCode.NoContent, one.StatusCode);
        Assert.Equal("Flyten er allerede avsluttet.", (string?)(await again.JsonAsync())["detail"]);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Equal((1, 1), ((int)byIds["cancelled"]!, (int)byVersion["cancelled"]!));
        Assert.Equal("Cancelled", (string?)(await _leader.GetJsonAsync($"/workflow-instances/{ids[2]}/execution-state"))["subStatus"]);
        await using var db = _host.Read();
        Assert.All(await db.History.Where(h => h.Event == "workflow-instance-cancelled").ToListAsync(), h => Assert.Equal(("leader", "Rydder"), (h.Actor, h.Reason)));
    }

    [Fact]
    public async Task Only_a_finished_flow_that_is_nobodys_record_is_deleted()
    {
        await _host.RegisterAsync();
        await _host.PublishAsync(new Drawing("quick").Add("write", "Elsa.WriteLine", ("text", "String", "x")));
        await _host.PublishAsync(new Drawing("slow").Delay("pause", TimeSpan.FromDays(1)));
        await _host.PublishAsync(new Drawing("worked").Task("first"));
        var (quick, slow, worked) = (await _host.StartAsync("quick"), await _host.StartAsync("slow"), await _host.StartAsync("worked"));
        await _manager.CompleteTaskOfAsync(_host, worked);
        await using var db = _host.Read();
        var ofCase = (await db.WorkflowInstances.FirstAsync(i => i.CaseId != null)).Id.ToString();

        Assert.Contains("går ennå", await DetailAsync(await _leader.DeleteAsync($"/elsa/api/workflow-instances/{slow}")), StringComparison.Ordinal);
        Assert.Contains("hører til en sak", await DetailAsync(await _leader.DeleteAsync($"/elsa/api/workflow-instances/{ofCase}")), StringComparison.Ordinal);
        Assert.Contains("dokumentasjon", await DetailAsync(await PostAsync("/bulk-actions/delete/workflow-instances/by-id", $$"""{"ids":["{{worked}}"]}""")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await _leader.DeleteAsync($"/elsa/api/workflow-instances/{quick}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _leader.GetAsync($"/elsa/api/workflow-instances/{quick}")).StatusCode);
    }

    [Fact]
    public async Task A_case_manager_looks_and_changes_nothing()
    {
        await _host.PublishAsync(new Drawing("two").Task("first"));
        var id = await _host.StartAsync("two");

        Assert.Equal(HttpStatusCode.OK, (await _manager.GetAsync($"/elsa/api/workflow-instances/{id}")).StatusCode);
        foreach (var address in new[]
        {
            $"/cancel/workflow-instances/{id}", "/bulk-actions/cancel/workflow-instances", "/bulk-actions/delete/workflow-instances", "/workflow-definitions/two/execute",
            "/workflow-definitions/two/dispatch", "/events/hello/trigger", "/bookmarks/resume", "/alterations/workflows/retry", "/bulk-actions/import/workflow-instances",
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await _manager.PostAsJsonAsync(FlowsOnHost.Api + address, new { })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await _manager.DeleteAsync($"/elsa/api/workflow-instances/{id}")).StatusCode);
    }

    [Fact]
    public async Task Failed_steps_are_retried_as_elsas_clients_ask_for_it()
    {
        await _host.PublishAsync(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "No answer")));
        var id = await _host.StartAsync("failing");

        var retried = await _leader.PostForJsonAsync("/alterations/workflows/retry", new { workflowInstanceIds = new[] { id } });
        var other = await _leader.PostForJsonAsync("/alterations/workflows/retry", new { workflowInstanceIds = new[] { id }, activityIds = new[] { "good" } });

        Assert.True((bool)retried["results"]![0]!["isSuccessful"]!);
        Assert.Equal(id, (string?)retried["results"]![0]!["workflowInstanceId"]);
        Assert.Equal("Ingenting i flyten venter på et nytt forsøk.", (string?)other["results"]![0]!["log"]!["logEntries"]![0]!["message"]);
        await using var db = _host.Read();
        Assert.Equal(2, await db.Incidents.CountAsync());
        Assert.Equal(1, await db.Incidents.CountAsync(i => i.ResolvedAt == null));
    }

    [Fact]
    public async Task An_event_wakes_those_that_wait_for_it_and_starts_those_that_begin_with_it()
    {
        await _host.PublishAsync(new Drawing("waiting").Event("hear", "bell").Task("then").Connect("hear", "then"));
        await _host.PublishAsync(new Drawing("starting").Event("start", "bell", starts: true).Task("work").Connect("start", "work"));
        var (first, second) = (await _host.StartAsync("waiting"), await _host.StartAsync("waiting"));

        var one = await PostAsync("/events/bell/trigger", $$"""{"workflowInstanceId":"{{first}}"}""");
        var all = await PostAsync("/events/bell/trigger", """{"input":{"tone":"c"}}""");
        var ofCase = await PostAsync("/events/consent-given/trigger", "{}");
        var tooLate = await PostAsync("/events/bell/trigger", $$"""{"workflowInstanceId":"{{first}}"}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (one.StatusCode, all.StatusCode));
        Assert.Equal((1, 1, 0, false, false), (await _leader.StatsAsync(second)).Badge("hear"));
        Assert.Single((await _leader.PostForJsonAsync("/workflow-instances", new { definitionId = "starting" }))["items"]!.AsArray());
        Assert.Contains("Meld den på saken", await DetailAsync(ofCase), StringComparison.Ordinal);
        Assert.Contains("venter ikke på dette lenger", await DetailAsync(tooLate), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bookmark_is_resumed_when_nothing_but_the_drawing_gives_it_meaning()
    {
        await _host.PublishAsync(new Drawing("later").Delay("pause", TimeSpan.FromDays(3)).Task("then").Connect("pause", "then"));
        var id = await _host.StartAsync("later");

        var pause = await BookmarkAsync(id);
        var first = await PostAsync("/bookmarks/resume", $$"""{"bookmarkId":"{{pause}}"}""");
        var again = await PostAsync($"/bookmarks/resume?t={pause}", "{}");
        var task = await PostAsync("/bookmarks/resume", $$"""{"bookmarkId":"{{await BookmarkAsync(id)}}"}""");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("venter ikke på dette lenger", await DetailAsync(again), StringComparison.Ordinal);
        Assert.Contains("oppgaver fullføres av den som har dem", await DetailAsync(task), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_completed_by_the_one_who_may_and_once()
    {
        await _host.PublishAsync(new Drawing("two").Task("first").Task("second").Connect("first", "second"));
        var id = await _host.StartAsync("two");
        await using var db = _host.Read();
        var taskId = (await db.HumanTasks.SingleAsync()).Id;

        var byLeader = await PostAsync($"/tasks/{taskId}/complete", """{"result":{"outcome":"Done"}}""");
        var without = await _manager.PostAsJsonAsync($"/elsa/api/tasks/{taskId}/complete", new { });
        var wrong = await _manager.PostAsJsonAsync($"/elsa/api/tasks/{taskId}/complete", new { result = "Maybe" });
        var done = await _manager.PostAsJsonAsync($"/elsa/api/tasks/{taskId}/complete", new { result = new { outcome = "Done" } });
        var again = await _manager.PostAsJsonAsync($"/elsa/api/tasks/{taskId}/complete", new { result = "Done" });

        Assert.Equal(HttpStatusCode.Forbidden, byLeader.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (without.StatusCode, wrong.StatusCode));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (done.StatusCode, again.StatusCode));
        Assert.Equal((1, 1, 0, false, false), (await _leader.StatsAsync(id)).Badge("first"));
    }

    [Fact]
    public async Task Instances_leave_as_files_and_do_not_come_in()
    {
        await _host.PublishAsync(new Drawing("two").Task("first"));
        var (first, second) = (await _host.StartAsync("two"), await _host.StartAsync("two"));

        var one = await _leader.GetAsync($"/elsa/api/workflow-instances/{first}/export?includeBookmarks=True&includeWorkflowExecutionLog=True");
        var many = await PostAsync("/bulk-actions/export/workflow-instances", $$"""{"ids":["{{first}}","{{second}}"]}""");
        using var form = new MultipartFormDataContent { { new StringContent("{}"), "files", "a.json" } };
        var import = await _leader.PostAsync("/elsa/api/bulk-actions/import/workflow-instances", form);

        Assert.Equal("application/json", one.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"workflow-instance-{first}.json", one.Content.Headers.ContentDisposition?.FileName);
        Assert.Single((await one.JsonAsync())["bookmarks"]!.AsArray());
        using var zip = new System.IO.Compression.ZipArchive(await many.Content.ReadAsStreamAsync());
        Assert.Equal(2, zip.Entries.Count);
        Assert.Equal(HttpStatusCode.BadRequest, import.StatusCode);
        Assert.Contains("importeres ikke", await DetailAsync(import), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(string address, string body) =>
        _leader.PostAsync(FlowsOnHost.Api + address, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

    private async Task<string?> BookmarkAsync(string id) =>
        (string?)Assert.Single((await _leader.GetJsonAsync($"/workflow-instances/{id}"))["workflowState"]!["bookmarks"]!.AsArray())!["id"];

    private static async Task<string?> DetailAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return (string?)(await answer.JsonAsync())["detail"];
    }
}
