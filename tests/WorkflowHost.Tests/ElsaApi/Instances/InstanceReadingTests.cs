using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;

/// <summary>What Studio's instance list and instance viewer read.</summary>
public sealed class InstanceReadingTests : IAsyncLifetime
{
    private readonly TestHost _host = new();
    private HttpClient _leader = null!;
    private HttpClient _manager = null!;
    private string _caseId = "";
    private string _handling = "";

    public async Task InitializeAsync()
    {
        _leader = await _host.AsAsync("leader");
        _manager = await _host.AsAsync("casemanager");
        _caseId = (string)(await _host.RegisterAsync())["caseId"]!;
        _handling = (await _host.InstancesOfAsync(_caseId))["request-handling"];
    }

    public Task DisposeAsync()
    {
        _leader.Dispose();
        _manager.Dispose();
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_list_has_the_recorded_shape_and_names_cases_by_reference()
    {
        var exchange = InstanceShape.Exchange("post-workflow-instances");

        var answer = await _leader.PostForJsonAsync("/workflow-instances", exchange["request"]!);

        Assert.Empty(InstanceShape.Lacks(answer, exchange["response"]));
        var handling = Assert.Single(answer["items"]!.AsArray(), i => (string?)i!["id"] == _handling)!;
        Assert.Equal("IP-2027-00001 · Behandling av henvendelse", (string?)handling["name"]);
        Assert.Equal("request-handling-v2", (string?)handling["definitionVersionId"]);
        Assert.Equal(_caseId, (string?)handling["correlationId"]);
    }

    [Theory]
    [InlineData("""{"searchTerm":"IP-2027-00001 henvendelse"}""", true)]
    [InlineData("""{"searchTerm":"IP-2027-00002"}""", false)]
    [InlineData("""{"definitionIds":["request-handling"]}""", true)]
    [InlineData("""{"definitionId":"closing"}""", false)]
    [InlineData("""{"correlationId":"IP-2027-00001","definitionId":"request-handling"}""", true)]
    [InlineData("""{"hasIncidents":true}""", false)]
    [InlineData("""{"statuses":["Finished"],"definitionId":"request-handling"}""", true)]
    [InlineData("""{"statuses":["Running"],"definitionId":"request-handling"}""", false)]
    [InlineData("""{"subStatus":"Faulted"}""", false)]
    [InlineData("""{"isSystem":true}""", false)]
    [InlineData("""{"version":2,"definitionId":"request-handling"}""", true)]
    [InlineData("""{"timestampFilters":[{"column":"CreatedAt","operator":"GreaterThan","timestamp":"2027-01-11T00:00:00+01:00"}],"definitionId":"request-handling"}""", true)]
    [InlineData("""{"timestampFilters":[{"column":"UpdatedAt","operator":"LessThan","timestamp":"2027-01-11T00:00:00+01:00"}]}""", false)]
    [InlineData("""{"orderBy":"Name","orderDirection":"Ascending","definitionId":"request-handling"}""", true)]
    [InlineData("""{"orderBy":"Finished","definitionId":"request-handling"}""", true)]
    public async Task The_list_is_filtered(string query, bool isFound)
    {
        var answer = await _leader.PostForJsonAsync("/workflow-instances", JsonNode.Parse(query)!);

        Assert.Equal(isFound, answer["items"]!.AsArray().Any(i => (string?)i!["id"] == _handling));
        Assert.Equal(isFound, (int)answer["totalCount"]! > 0);
    }

    [Fact]
    public async Task The_list_is_paged_from_zero_and_a_query_without_sense_is_told()
    {
        var first = await _leader.PostForJsonAsync("/workflow-instances", new { page = 0, pageSize = 1 });
        var second = await _leader.PostForJsonAsync("/workflow-instances", new { page = 1, pageSize = 1 });
        var wrong = await _leader.PostAsJsonAsync("/elsa/api/workflow-instances", new { statuses = new[] { "Sleeping" } });

        Assert.NotEqual((string?)Assert.Single(first["items"]!.AsArray())!["id"], (string?)Assert.Single(second["items"]!.AsArray())!["id"]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("Running, Finished", (string?)(await wrong.JsonAsync())["errors"]!["statuses"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_instance_says_where_it_waits()
    {
        await _host.PublishAsync(new Drawing("two").Task("first").Task("second").Connect("first", "second"));
        var id = await _host.StartAsync("two");

        var instance = await _leader.GetJsonAsync($"/workflow-instances/{id}");
        var stats = await _leader.StatsAsync(id);
        var state = await _leader.GetJsonAsync($"/workflow-instances/{id}/execution-state");

        Assert.Empty(InstanceShape.Lacks(instance, InstanceShape.RecordedAnswer("get-workflow-instances-inst-running-running")));
        Assert.Equal(("Running", "Suspended"), ((string?)state["status"], (string?)state["subStatus"]));
        Assert.Equal("first", (string?)Assert.Single(instance["workflowState"]!["bookmarks"]!.AsArray())!["activityId"]);
        Assert.Equal((1, 0, 1, true, false), stats.Badge("first"));
        Assert.Equal((1, 0, 1, false, false), stats.Badge("Flowchart1"));
        Assert.DoesNotContain(stats, s => (string?)s["activityId"] == "second");
        Assert.Equal(stats.Count, stats.Select(s => (string?)s["activityNodeId"]).Distinct().Count());
    }

    [Fact]
    public async Task A_finished_instance_shows_the_way_it_took()
    {
        var instance = await _leader.GetJsonAsync($"/workflow-instances/{_handling}");
        var stats = await _leader.StatsAsync(_handling);
        var journal = await _leader.PostForJsonAsync(
            $"/workflow-instances/{_handling}/journal?skip=0&take=110", new { filter = new { excludedActivityTypes = new[] { "Elsa.Workflow", "Elsa.Flowchart" } } });

        Assert.Equal(("Finished", "Finished"), ((string?)instance["status"], (string?)instance["subStatus"]));
        Assert.Equal((1, 1, 0, false, false), stats.Badge("receipt"));
        Assert.Empty(InstanceShape.Lacks(journal, InstanceShape.RecordedAnswer("post-workflow-instances-id-journal")));
        var lines = journal["items"]!.AsArray().Select(l => ((string?)l!["activityId"], (string?)l["eventName"])).ToList();
        Assert.Equal(lines.Count, (int)journal["totalCount"]!);
        Assert.Equal(("received", "Started"), lines[0]);
        Assert.Contains(("receipt", "Completed"), lines);
        Assert.DoesNotContain(lines, l => l.Item1 == "FlowRequestHandling");
    }

    [Fact]
    public async Task A_faulted_instance_is_red_where_it_failed_and_tells_the_leader_in_plain_words()
    {
        await _host.PublishAsync(new Drawing("failing").Task("first").Add("bad", "Elsa.Fault", ("message", "String", "Registeret svarte ikke")).Connect("first", "bad"));
        var id = await _host.StartAsync("failing");
        await _manager.CompleteTaskOfAsync(_host, id);

        var instance = await _leader.GetJsonAsync($"/workflow-instances/{id}");
        var stats = await _leader.StatsAsync(id);
        var execution = Assert.Single((await _leader.GetJsonAsync($"/activity-executions/list?workflowInstanceId={id}&activityNodeId=Workflow1:Flowchart1:bad"))["items"]!.AsArray())!;

        Assert.Empty(InstanceShape.Lacks(instance, InstanceShape.RecordedAnswer("get-workflow-instances-inst-fault-fault")));
        Assert.Equal(("Finished", "Faulted", 1), ((string?)instance["status"], (string?)instance["subStatus"], (int)instance["incidentCount"]!));
        var told = (string?)instance["workflowState"]!["incidents"]![0]!["exception"]!["message"];
        Assert.Contains("Steget «bad» i flyten «failing» stoppet 11.01.2027 kl. 08.00.", told, StringComparison.Ordinal);
        Assert.Contains("Registeret svarte ikke", told, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1, false, true), stats.Badge("bad"));
        Assert.Equal((1, 1, 0, false, false), stats.Badge("first"));
        Assert.Equal("Faulted", (string?)execution["status"]);
        Assert.NotNull(execution["exception"]);
    }

    [Fact]
    public async Task Executions_can_be_listed_summed_up_opened_and_traced()
    {
        const string node = "Workflow1:FlowRequestHandling:receipt";

        var list = await _leader.GetJsonAsync($"/activity-executions/list?WorkflowInstanceId={_handling}&ActivityNodeId={Uri.EscapeDataString(node)}");
        var summaries = await _leader.GetJsonAsync($"/activity-execution-summaries/list?WorkflowInstanceId={_handling}&ActivityNodeId={Uri.EscapeDataString(node)}");
        var id = (string?)Assert.Single(summaries["items"]!.AsArray())!["id"];
        var one = await _leader.GetJsonAsync($"/activity-executions/by-id?id={id}");
        var stack = await _leader.GetJsonAsync($"/activity-executions/{id}/call-stack?includeCrossWorkflowChain=True");
        var count = await _leader.GetJsonAsync($"/activity-executions/count?workflowInstanceId={_handling}&activityId=receipt&completed=True");

        Assert.Equal(1, (int)list["count"]!);
        Assert.Empty(InstanceShape.Lacks(one, InstanceShape.RecordedAnswer("get-activity-executions-by-id")));
        Assert.Equal(("Completed", "Done"), ((string?)one["status"], (string?)one["payload"]!["Outcomes"]![0]));
        Assert.Equal(["Workflow1", "FlowRequestHandling", "receipt"], stack["items"]!.AsArray().Select(i => (string?)i!["activityId"]));
        Assert.Equal(1, (int)count["count"]!);
    }

    [Theory]
    [InlineData("get-activity-execution-summaries-list")]
    [InlineData("get-activity-executions-list")]
    [InlineData("get-workflow-instances-id-variables")]
    [InlineData("get-workflow-instances-id")]
    [InlineData("post-activity-executions-report")]
    [InlineData("post-workflow-instances-id-journal")]
    public async Task What_studio_sends_is_taken_and_answered_in_the_recorded_shape(string name)
    {
        var exchange = InstanceShape.Exchange(name);
        var recorded = new[] { "inst-done", "inst-running", "inst-fault" };
        string Ours(string text) => recorded.Aggregate(text, (t, id) => t.Replace(id, _handling, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(new HttpMethod((string)exchange["method"]!), Ours((string)exchange["path"]! + (string?)exchange["query"]));
        request.Content = exchange["request"] is { } body ? new StringContent(Ours(body.ToJsonString()), System.Text.Encoding.UTF8, "application/json") : null;

        var answer = await _leader.SendAsync(request);

        Assert.Equal((int)exchange["status"]!, (int)answer.StatusCode);
        Assert.DoesNotContain(InstanceShape.Lacks(await answer.JsonAsync(), exchange["response"]), l => !l.Contains(".value ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Variables_are_named_and_their_contents_stay_in_the_case()
    {
        var variables = await _leader.GetJsonAsync($"/workflow-instances/{_handling}/variables");

        var received = Assert.Single(variables["items"]!.AsArray(), v => (string?)v!["name"] == "Received")!;
        Assert.Equal("Vises ikke her", (string?)received["value"]);
        Assert.Empty(InstanceShape.Lacks(variables, InstanceShape.RecordedAnswer("get-workflow-instances-id-variables")) is { } lacks ? lacks.Where(l => !l.Contains(".value", StringComparison.Ordinal)) : []);
    }

    [Fact]
    public async Task A_look_at_a_flow_of_a_case_stands_in_its_access_log_once()
    {
        await _manager.GetJsonAsync($"/workflow-instances/{_handling}");
        await _manager.GetJsonAsync($"/workflow-instances/{_handling}/execution-state");
        await _manager.StatsAsync(_handling);
        await _manager.StatsAsync(_handling);

        await using var db = _host.Read();
        var log = await db.AccessLog.Where(a => a.UserId == "casemanager" && a.What.StartsWith("workflow")).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal([("workflow", true), ("workflow-steps", true)], log.Select(a => (a.What, a.IsAllowed)));
        Assert.All(log, a => Assert.Equal(_caseId, a.CaseId.ToString()));
    }

    [Fact]
    public async Task A_case_with_a_hidden_person_keeps_its_flows_hidden_and_the_attempt_is_logged()
    {
        await HidePersonAsync();

        var list = await _leader.PostForJsonAsync("/workflow-instances", new { });
        var one = await _leader.GetAsync($"/elsa/api/workflow-instances/{_handling}");
        var journal = await _leader.PostAsJsonAsync($"/elsa/api/workflow-instances/{_handling}/journal", new { });

        Assert.DoesNotContain(list["items"]!.AsArray(), i => (string?)i!["id"] == _handling);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (one.StatusCode, journal.StatusCode));
        await using var db = _host.Read();
        Assert.Equal(2, await db.AccessLog.CountAsync(a => a.UserId == "leader" && !a.IsAllowed));
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("person")]
    [InlineData("participant")]
    [InlineData("auditor")]
    public async Task Others_than_leaders_and_case_managers_are_refused(string user)
    {
        using var outsider = await _host.AsAsync(user);
        using var nobody = _host.CreateClient();

        Assert.Equal(HttpStatusCode.Forbidden, (await outsider.GetAsync($"/elsa/api/workflow-instances/{_handling}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"/elsa/api/workflow-instances/{_handling}")).StatusCode);
    }

    [Fact]
    public async Task What_does_not_exist_is_404()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _leader.GetAsync("/elsa/api/workflow-instances/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _leader.GetAsync($"/elsa/api/workflow-instances/{_caseId}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _leader.GetAsync($"/elsa/api/activity-executions/by-id?id={_handling}-999")).StatusCode);
    }

    private async Task HidePersonAsync()
    {
        await using var db = _host.Read();
        await db.Database.ExecuteSqlRawAsync("UPDATE persons SET address_protection = 'StrictlyConfidential'");
        await db.Database.ExecuteSqlRawAsync("UPDATE cases SET case_manager_id = NULL");
    }
}
