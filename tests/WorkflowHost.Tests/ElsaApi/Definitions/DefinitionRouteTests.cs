using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Definitions;

/// <summary>Elsa's routes on workflows, one after another as a leader and other Elsa clients use them.</summary>
public sealed class DefinitionRouteTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_new_flow_is_completed_and_the_next_save_carries_what_the_answer_gave()
    {
        using var leader = await host.AsAsync("leader");

        var first = await leader.SavedAsync(Studio.NewFlow("Ny flyt"));
        first["root"]!["activities"] = Studio.Root("a", "b")["activities"]!.DeepClone();
        first["root"]!["connections"] = Studio.Root("a", "b")["connections"]!.DeepClone();
        var second = await leader.SavedAsync(first);
        var published = await leader.SavedAsync(second, publish: true);
        published["root"]!["activities"]![0]!["metadata"]!["designer"]!["position"]!["x"] = 500;
        var draft = await leader.SavedAsync(published);

        Assert.Equal((1, false), ((int)second["version"]!, (bool)second["isPublished"]!));
        Assert.Equal((string)first["id"]!, (string)second["id"]!);
        Assert.Equal("Workflow1:flow1:a", (string)second["root"]!["activities"]![0]!["nodeId"]!);
        Assert.Empty(second["root"]!["connections"]![0]!["vertices"]!.AsArray());
        Assert.Equal([1L, 2L, 3L, 4L], new[] { first, second, published, draft }.Select(static d => (long)d["customProperties"]!["rev"]!));
        Assert.Equal((2, false, true), ((int)draft["version"]!, (bool)draft["isPublished"]!, (bool)draft["isLatest"]!));
        Assert.NotEqual((string)published["id"]!, (string)draft["id"]!);
        Assert.True(Version.TryParse((string)draft["toolVersion"]!, out _));
    }

    [Fact]
    public async Task What_studio_leaves_undone_is_put_right()
    {
        using var leader = await host.AsAsync("leader");
        var flow = Studio.NewFlow("Retting", "a");
        var step = flow["root"]!["activities"]![0]!;
        step["taskName"]!["typeName"] = null;
        step["metadata"]!["designer"]!["position"]!["x"] = "12.5";
        step["nodeId"] = "elsewhere";
        flow["toolVersion"] = "3.8.2-preview";

        var saved = await leader.SavedAsync(flow);

        var stored = saved["root"]!["activities"]![0]!;
        Assert.Equal("String", (string)stored["taskName"]!["typeName"]!);
        Assert.Equal(12.5, (double)stored["metadata"]!["designer"]!["position"]!["x"]!);
        Assert.Equal("Workflow1:flow1:a", (string)stored["nodeId"]!);
        Assert.Equal("3.8.2.0", (string)saved["toolVersion"]!);
    }

    [Fact]
    public async Task A_step_that_studio_does_not_know_is_drawn_as_a_stand_in_and_comes_back_unharmed_where_it_was_moved()
    {
        using var leader = await host.AsAsync("leader");
        var flow = Studio.NewFlow("Ukjent steg", "a", "b");
        var unknown = flow["root"]!["activities"]![1]!.AsObject();
        unknown["type"] = "Nobody.KnowsThis";
        unknown["version"] = 7;
        unknown["secret"] = new JsonObject { ["kept"] = true };

        var drawn = await leader.SavedAsync(flow);
        var standIn = drawn["root"]!["activities"]![1]!.AsObject();
        Assert.Equal(("Elsa.NotFoundActivity", 1), ((string)standIn["type"]!, (int)standIn["version"]!));
        Assert.Equal(("Nobody.KnowsThis", 7), ((string)standIn["missingTypeName"]!, (int)standIn["missingTypeVersion"]!));
        standIn["metadata"]!["designer"]!["position"]!["x"] = 900;
        await leader.SavedAsync(drawn);

        var stored = (await leader.GetFromJsonAsync<JsonObject>($"/api/workflow-definitions/{drawn["definitionId"]}"))!["root"]!["activities"]![1]!;
        Assert.Equal(("Nobody.KnowsThis", 7), ((string)stored["type"]!, (int)stored["version"]!));
        Assert.True((bool)stored["secret"]!["kept"]!);
        Assert.Equal(900, (int)stored["metadata"]!["designer"]!["position"]!["x"]!);
    }

    [Fact]
    public async Task The_list_pages_from_zero_searches_sorts_and_takes_every_version_option()
    {
        using var leader = await host.AsAsync("leader");
        var flow = await leader.SavedAsync(Studio.NewFlow("Aaa først", "a"), publish: true);
        flow["root"]!["activities"] = Studio.Root("a", "b")["activities"]!.DeepClone();
        var draft = await leader.SavedAsync(flow);
        var id = (string)flow["definitionId"]!;

        Assert.Equal(id, (string)(await ListAsync(leader, "versionOptions=Latest&Page=0&PageSize=1&OrderBy=Name&OrderDirection=Ascending"))["items"]![0]!["definitionId"]!);
        Assert.NotEqual(id, (string)(await ListAsync(leader, "versionOptions=Latest&Page=1&PageSize=1&OrderBy=Name"))["items"]![0]!["definitionId"]!);
        Assert.Equal([2], Versions(await ListAsync(leader, "versionOptions=Latest&SearchTerm=AAA%20F%C3%98RST")));
        Assert.Equal([1], Versions(await ListAsync(leader, $"versionOptions=Published&DefinitionIds={id}")));
        Assert.Equal([2], Versions(await ListAsync(leader, $"versionOptions=Draft&DefinitionIds={id}")));
        Assert.Equal([2, 1], Versions(await ListAsync(leader, $"versionOptions=AllVersions&Page=0&PageSize=10&DefinitionIds={id}&OrderBy=Version&OrderDirection=Descending")));
        Assert.Equal([1], Versions(await ListAsync(leader, $"versionOptions=1&DefinitionIds={id}")));
        Assert.Equal([2], Versions(await ListAsync(leader, $"versionOptions=&Ids={draft["id"]}")));
        Assert.Empty(Versions(await ListAsync(leader, "versionOptions=Latest&IsSystem=True")));
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.GetAsync(Studio.Api + "/workflow-definitions?versionOptions=Odd")).StatusCode);
    }

    [Fact]
    public async Task Publish_retract_revert_and_versions_answer_as_elsa_does()
    {
        using var leader = await host.AsAsync("leader");
        var flow = await leader.SavedAsync(Studio.NewFlow("Gang i sirkel", "a"));
        var at = $"{Studio.Api}/workflow-definitions/{flow["definitionId"]}";

        var published = await (await leader.PostAsJsonAsync(at + "/publish", new { })).JsonAsync();
        var again = await (await leader.PostAsJsonAsync(at + "/publish", new { })).JsonAsync();
        var retracted = await (await leader.PostAsJsonAsync(at + "/retract", new { })).JsonAsync();
        using var reverted = await leader.PostAsJsonAsync(at + "/revert/1", new { });
        var versions = (await leader.GetFromJsonAsync<JsonArray>(at + "/versions"))!;

        Assert.Equal((false, true), ((bool)published["alreadyPublished"]!, (bool)published["workflowDefinition"]!["isPublished"]!));
        Assert.True((bool)again["alreadyPublished"]!);
        Assert.Empty(published["validationErrors"]!.AsArray());
        Assert.False((bool)retracted["isPublished"]!);
        Assert.Equal(HttpStatusCode.Created, reverted.StatusCode);
        Assert.Equal(2, (int)(await reverted.JsonAsync())["version"]!);
        Assert.Equal([2, 1], versions.Select(static v => (int)v!["version"]!));
    }

    [Fact]
    public async Task Bulk_acts_tell_what_became_of_each()
    {
        using var leader = await host.AsAsync("leader");
        var id = (string)(await leader.SavedAsync(Studio.NewFlow("I bunke", "a")))["definitionId"]!;
        async Task<JsonObject> Act(string what, object body) => await (await leader.PostAsJsonAsync($"{Studio.Api}/bulk-actions/{what}", body)).JsonAsync();

        var published = await Act("publish/workflow-definitions/by-definition-ids", new { definitionIds = new[] { id, "consent", "nothing" } });
        var retracted = await Act("retract/workflow-definitions/by-definition-ids", new { definitionIds = new[] { id, "nothing" } });
        var deleted = await Act("delete/workflow-definitions/by-definition-id", new { definitionIds = new[] { id } });

        Assert.Equal((id, "consent", "nothing"), ((string)published["published"]![0]!, (string)published["alreadyPublished"]![0]!, (string)published["notFound"]![0]!));
        Assert.Empty(published["updatedConsumers"]!.AsArray());
        Assert.Equal((id, "nothing"), ((string)retracted["retracted"]![0]!, (string)retracted["notFound"]![0]!));
        Assert.Empty(retracted["alreadyRetracted"]!.AsArray());
        Assert.Equal(1, (int)deleted["deleted"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"{Studio.Api}/workflow-definitions/by-definition-id/{id}")).StatusCode);
    }

    [Fact]
    public async Task Files_go_out_and_come_in_again_alone_and_in_a_zip()
    {
        using var leader = await host.AsAsync("leader");
        var flow = await leader.SavedAsync(Studio.NewFlow("Reiser ut", "a"));
        var id = (string)flow["definitionId"]!;

        using var single = await leader.GetAsync($"{Studio.Api}/workflow-definitions/{id}/export?versionOptions=Latest&includeConsumingWorkflows=False");
        using var zipped = await leader.PostAsJsonAsync(Studio.Api + "/bulk-actions/export/workflow-definitions", new { ids = new[] { (string)flow["id"]!, "consent-v2" }, includeConsumingWorkflows = false });
        var zip = await zipped.Content.ReadAsByteArrayAsync();
        var json = await single.JsonAsync();
        json["definitionId"] = "came-back";
        using var imported = await leader.PostAsJsonAsync(Studio.Api + "/workflow-definitions/import", json);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(zip), "files", "flows.zip" } };
        using var files = await leader.PostAsync(Studio.Api + "/workflow-definitions/import-files", form);

        Assert.EndsWith(".json", single.Content.Headers.ContentDisposition!.FileNameStar ?? single.Content.Headers.ContentDisposition.FileName!);
        await using (var archive = new ZipArchive(new MemoryStream(zip)))
        {
            Assert.Equal(2, archive.Entries.Count);
        }

        Assert.Equal(HttpStatusCode.Created, imported.StatusCode);
        Assert.Equal("came-back", (string)(await imported.JsonAsync())["definitionId"]!);
        Assert.True(files.IsSuccessStatusCode, await files.Content.ReadAsStringAsync());
        Assert.Equal(2, (int)(await files.JsonAsync())["count"]!);
    }

    [Fact]
    public async Task Who_uses_a_flow_is_told_and_a_part_of_a_drawing_is_found_by_its_path()
    {
        using var leader = await host.AsAsync("leader");
        var flow = await leader.SavedAsync(Studio.NewFlow("Deler", "a", "b"));

        var consumers = (await leader.GetFromJsonAsync<JsonObject>(Studio.Api + "/workflow-definitions/consent/consumers"))!;
        var part = (await leader.GetFromJsonAsync<JsonObject>($"{Studio.Api}/workflow-definitions/subgraph/{flow["id"]}?parentNodeId=Workflow1:flow1:b"))!;
        var segments = (await leader.GetFromJsonAsync<JsonObject>($"{Studio.Api}/workflow-definitions/subgraph/segments/{flow["id"]}?childNodeId=Workflow1:flow1:b"))!;

        Assert.NotEmpty(consumers["consumingWorkflowDefinitionIds"]!.AsArray());
        Assert.Equal(("Workflow1:flow1:b", "b"), ((string)part["nodeId"]!, (string)part["activity"]!["id"]!));
        Assert.Equal("Workflow1:flow1", (string)segments["container"]!["nodeId"]!);
        Assert.Empty(segments["pathSegments"]!.AsArray());
    }

    private static async Task<JsonObject> ListAsync(HttpClient client, string query) => (await client.GetFromJsonAsync<JsonObject>($"{Studio.Api}/workflow-definitions?{query}"))!;

    private static IEnumerable<int> Versions(JsonObject list) => list["items"]!.AsArray().Select(static i => (int)i!["version"]!);
}
