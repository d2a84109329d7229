using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Definitions;

/// <summary>What the genuine Studio sent is taken, and what it gets back has all that it got when it was recorded.</summary>
public sealed class RecordedDefinitionTests(TestHost host) : IClassFixture<TestHost>
{
    public static TheoryData<string> Saves => [.. Studio.Saves];

    public static TheoryData<string> Questions =>
    [
        "get-workflow-definitions", "get-workflow-definitions-list", "get-workflow-definitions-by-definition-id-id", "get-workflow-definitions-by-id-id",
        "get-workflow-definitions-query-count", "get-workflow-definitions-validation-is-name-unique",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_recorded_question_is_answered_with_all_that_was_recorded(string name)
    {
        using var leader = await host.AsAsync("leader");
        var saved = await RecordedFlowAsync(leader);
        var recorded = Studio.Recorded(name);
        string At(string text) => text.Replace("ip-oppstart-v3", (string)saved["id"]!, StringComparison.Ordinal);

        using var answer = await leader.GetAsync(At(recorded.Path) + At(recorded.Query));

        Assert.Equal(recorded.Status, (int)answer.StatusCode);
        Assert.Empty(ShapeOf.Missing(recorded.Response, await answer.JsonAsync()));
    }

    [Fact]
    public async Task The_recorded_save_is_answered_with_all_that_was_recorded()
    {
        using var leader = await host.AsAsync("leader");
        await RecordedFlowAsync(leader);
        var recorded = Studio.Recorded("post-workflow-definitions");

        using var answer = await leader.PostAsJsonAsync(recorded.Path, recorded.Request);

        Assert.Equal(recorded.Status, (int)answer.StatusCode);
        Assert.Empty(ShapeOf.Missing(recorded.Response, await answer.JsonAsync()));
    }

    [Theory]
    [MemberData(nameof(Saves))]
    public async Task A_recorded_save_is_taken_and_is_a_drawing_that_the_engine_reads(string name)
    {
        using var leader = await host.AsAsync("leader");
        var body = Studio.Save(name);
        body["publish"] = false;
        body["model"]!["definitionId"] = "recorded-" + name;

        using var answer = await leader.PostAsJsonAsync(Studio.Api + "/workflow-definitions", body);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        using var stored = await leader.GetAsync($"/api/workflow-definitions/recorded-{name}");
        var read = DefinitionReader.Read(await stored.Content.ReadAsStringAsync());
        var sent = body["model"]!["root"]!["activities"]!.AsArray();
        Assert.Equal(
            sent.Select(static a => $"{a!["id"]} {a["type"]}").Order(StringComparer.Ordinal),
            read.Definition!.Root.Children.Select(static a => $"{a.Id} {a.Type}").Order(StringComparer.Ordinal));
        Assert.Equal(body["model"]!["root"]!["connections"]!.AsArray().Count, read.Definition.Root.Connections.Count);
        Assert.All(read.Definition.Activities, static a => Assert.Equal(a.NodeId, (string?)a.Json["nodeId"]));
    }

    /// <summary>The flow of the recordings, with a version under its own number as Studio saw it.</summary>
    private static async Task<JsonObject> RecordedFlowAsync(HttpClient leader) =>
        await leader.SavedAsync(Studio.Save("save")["model"]!.AsObject());
}
