using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;

namespace IndividualPlan.WorkflowHost.Tests.Api;

public sealed class DefinitionApiTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Address = "/api/workflow-definitions";

    [Fact]
    public async Task Import_WithoutPublished_KeepsADraftAndPublishMakesItRun()
    {
        using var leader = await host.AsAsync("leader");

        var draft = await leader.PostAsJsonAsync(Address, Drawn("api-flow", 1, isPublished: false));
        var published = await leader.PostAsJsonAsync(Address + "/publish?reason=Ny%20rutine", Drawn("api-flow", 2, isPublished: false));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (draft.StatusCode, published.StatusCode));
        Assert.False((bool)(await draft.JsonAsync())["isPublished"]!);
        Assert.True((bool)(await published.JsonAsync())["isPublished"]!);
        var row = Assert.Single(await leader.ItemsAsync(Address + "?pageSize=200"), static d => (string)d!["definitionId"]! == "api-flow")!;
        Assert.Equal(("leader", "Ny rutine"), ((string)row["publishedBy"]!, (string)row["publishReason"]!));
        Assert.Equal(2, (await leader.GetFromJsonAsync<JsonObject>(published.Headers.Location!.ToString()))!["root"]!["activities"]!.AsArray().Count);
    }

    [Fact]
    public async Task Import_ThatSaysPublished_IsPublished()
    {
        using var leader = await host.AsAsync("leader");

        var answer = await leader.PostAsJsonAsync(Address, Drawn("api-published", 1, isPublished: true));

        Assert.True((bool)(await answer.JsonAsync())["isPublished"]!);
    }

    [Fact]
    public async Task Publish_OfADrawingWithAProblem_Is422ByStep()
    {
        using var leader = await host.AsAsync("leader");
        var drawing = Drawn("api-wrong", 1, isPublished: false);
        drawing["root"]!["activities"]![0]!["type"] = "Nobody.KnowsThis";

        var answer = await leader.PostAsJsonAsync(Address + "/publish", drawing);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await answer.JsonAsync())["errors"]!.AsObject().ContainsKey("Workflow1:Flowchart1:t1"));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(Address + "/api-wrong")).StatusCode);
    }

    [Fact]
    public async Task Publish_ByARoleThatShapesNoFlows_Is403()
    {
        using var manager = await host.AsAsync("casemanager");

        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsJsonAsync(Address + "/publish", Drawn("api-no", 1, isPublished: false))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsJsonAsync(Address, Drawn("api-no", 1, isPublished: false))).StatusCode);
    }

    private static JsonObject Drawn(string id, int tasks, bool isPublished) => JsonNode.Parse(Drawing.OfTasks(id, tasks).ToJson(isPublished: isPublished))!.AsObject();
}
