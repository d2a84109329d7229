using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;

/// <summary>Whoever looks after flows learns nothing about the persons whose cases run in them.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private const string GivenName = "Zykloppa";
    private const string FamilyName = "Kvernbekkmo";
    private const string Wish = "trenger hjelp med økonomien";

    private readonly TestHost _host = new();
    private HttpClient _leader = null!;

    public async Task InitializeAsync() => _leader = await _host.AsAsync("leader");

    public Task DisposeAsync()
    {
        _leader.Dispose();
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task No_answer_about_an_instance_tells_about_the_person()
    {
        using var manager = await _host.AsAsync("casemanager");
        var caseId = (string)(await _host.RegisterAsync(Calls.Request(givenName: GivenName, familyName: FamilyName)))["caseId"]!;
        await CompleteAssessmentAsync(manager, caseId);
        await PublishLeakyAsync();
        await _host.StartAsync("leaky", caseId, new JsonObject { ["Answer"] = $"{GivenName} {FamilyName}, {Calls.Fjellrev}, {Wish}", ["Number"] = 14838949844L });
        var answers = new StringBuilder();

        await using var db = _host.Read();
        foreach (var row in await db.WorkflowInstances.ToListAsync())
        {
            await ReadEverythingAsync(row.Id.ToString(), answers);
        }

        answers.Append(await _leader.PostForJsonAsync("/workflow-instances", new { }));
        answers.Append(await _leader.GetStringAsync("/api/incidents"));
        var text = answers.ToString();
        Assert.Contains("leaky", text, StringComparison.Ordinal);
        Assert.Contains("Faulted", text, StringComparison.Ordinal);
        Assert.Contains("Vises ikke her", text, StringComparison.Ordinal);
        foreach (var secret in new[] { GivenName, FamilyName, Calls.Fjellrev, Wish, "økonomien" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task ReadEverythingAsync(string id, StringBuilder answers)
    {
        answers.Append(await _leader.GetJsonAsync($"/workflow-instances/{id}"));
        answers.Append(await _leader.GetJsonAsync($"/workflow-instances/{id}/variables"));
        answers.Append(await _leader.GetJsonAsync($"/workflow-instances/{id}/execution-state"));
        answers.Append(await _leader.GetJsonAsync($"/workflow-instances/{id}/journal?take=1000"));
        answers.Append(await _leader.PostForJsonAsync($"/workflow-instances/{id}/journal", new { }));
        answers.Append(await _leader.GetJsonAsync($"/workflow-instances/{id}/export?includeBookmarks=true&includeActivityExecutionLog=true&includeWorkflowExecutionLog=true"));
        answers.Append(await _leader.PostForJsonAsync("/activity-executions/report", new { workflowInstanceId = id }));
        answers.Append(await _leader.GetJsonAsync($"/activity-execution-summaries/list?workflowInstanceId={id}"));
        var executions = await _leader.GetJsonAsync($"/activity-executions/list?workflowInstanceId={id}");
        answers.Append(executions);
        var last = executions["items"]!.AsArray()[^1]!;
        answers.Append(await _leader.GetJsonAsync($"/activity-executions/{last["id"]}/call-stack"));
    }

    private async Task CompleteAssessmentAsync(HttpClient manager, string caseId)
    {
        var task = Assert.Single(await manager.ItemsAsync($"/api/tasks?caseId={caseId}&key=assess"))!;
        var answer = await manager.PostAsJsonAsync(
            $"/api/tasks/{task["taskId"]}/complete", new { operationId = "op", outcome = "Innvilges", values = new { reasons = $"{GivenName} {FamilyName} {Wish}" } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A careless drawing: it names itself, its task, its variable, its line and its fault after the person.</summary>
    private async Task PublishLeakyAsync()
    {
        static JsonObject Js(string code) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = code } };
        var drawing = JsonNode.Parse(new Drawing("leaky").Add("name", "Elsa.SetName").Add("line", "Elsa.WriteLine").Add("fork", "Elsa.FlowFork", ("branches", "String[]", "[\"A\", \"B\"]"))
            .Add("ask", "Elsa.RunTask").Add("bad", "Elsa.Fault").Connect("name", "line").Connect("line", "fork").Connect("fork", "ask", "A").Connect("fork", "bad", "B").ToJson())!;
        drawing["inputs"] = new JsonArray(new JsonObject { ["name"] = "Answer", ["type"] = "String" }, new JsonObject { ["name"] = "Number", ["type"] = "Int64" });
        var activities = drawing["root"]!["activities"]!.AsArray().ToDictionary(a => (string)a!["id"]!, a => a!.AsObject());
        activities["name"]["value"] = Js("getInput('Answer')");
        activities["line"]["text"] = Js("getInput('Answer')");
        activities["ask"]["taskName"] = Js("getInput('Answer')");
        activities["bad"]["message"] = Js("getInput('Answer')");
        var answer = await _leader.PostAsync("/api/workflow-definitions/publish", new StringContent(drawing.ToJsonString(), Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
