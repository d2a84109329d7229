using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Definitions;

/// <summary>Studio shows a refusal only when it is a 400; all others are lost, and with them the change.</summary>
public sealed class DefinitionRefusalTests(TestHost host) : IClassFixture<TestHost>
{
    public static TheoryData<string, string> Changes => new()
    {
        { "POST", "/workflow-definitions" },
        { "POST", "/workflow-definitions/request-handling/publish" },
        { "POST", "/workflow-definitions/request-handling/retract" },
        { "POST", "/workflow-definitions/request-handling/revert/1" },
        { "POST", "/workflow-definitions/request-handling/update-references" },
        { "POST", "/workflow-definitions/import" },
        { "POST", "/workflow-definitions/import-files" },
        { "DELETE", "/workflow-definitions/request-handling" },
        { "DELETE", "/workflow-definition-versions/request-handling-v1" },
        { "POST", "/bulk-actions/publish/workflow-definitions/by-definition-ids" },
        { "POST", "/bulk-actions/retract/workflow-definitions/by-definition-ids" },
        { "POST", "/bulk-actions/delete/workflow-definitions/by-definition-id" },
        { "POST", "/bulk-actions/delete/workflow-definitions/by-id" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_case_manager_is_told_that_the_role_does_not_allow_it(string method, string path)
    {
        using var client = await host.AsAsync("casemanager");

        using var answer = await CallAsync(client, method, path);

        await answer.RefusalAsync("forbidden");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Who_is_signed_out_is_told_so(string method, string path)
    {
        using var client = host.CreateClient();

        using var answer = await CallAsync(client, method, path);

        await answer.RefusalAsync("signed-out");
    }

    [Fact]
    public async Task Looking_keeps_the_ordinary_refusals()
    {
        using var signedOut = host.CreateClient();
        using var participant = await host.AsAsync("participant");

        Assert.Equal(HttpStatusCode.Unauthorized, (await signedOut.GetAsync(Studio.Api + "/workflow-definitions")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await participant.GetAsync(Studio.Api + "/workflow-definitions")).StatusCode);
    }

    [Fact]
    public async Task A_case_manager_sees_the_flows_but_no_link_that_changes_them()
    {
        using var client = await host.AsAsync("casemanager");

        var list = (await client.GetFromJsonAsync<JsonObject>(Studio.Api + "/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10"))!;
        var one = await client.OpenAsync("request-handling");

        Assert.DoesNotContain("bulk-publish", Rels(list));
        Assert.DoesNotContain("publish", Rels(list["items"]![0]!));
        Assert.DoesNotContain("publish", Rels(one));
        Assert.True((bool)one["isReadonly"]!);
    }

    [Fact]
    public async Task The_second_of_two_leaders_is_told_who_saved_and_when()
    {
        using var leader = await host.AsAsync("leader");
        var mine = await leader.SavedAsync(Studio.NewFlow("To ledere", "a"), session: "s1");
        var changed = mine.DeepClone().AsObject();
        changed["root"] = Studio.Root("a", "b");
        await leader.SavedAsync(changed, session: "s2");
        var other = mine.DeepClone().AsObject();
        other["root"] = Studio.Root("a", "c");

        using var answer = await leader.SaveAsync(other, session: "s1");

        var refusal = await answer.RefusalAsync("stale");
        Assert.Equal("Berit Storhei", (string)refusal["savedBy"]!);
        Assert.NotNull((string?)refusal["savedAt"]);
        Assert.Contains("Berit Storhei", (string)refusal["detail"]!);
        Assert.Equal(["a", "b"], Ids(await leader.OpenAsync((string)mine["definitionId"]!)));
    }

    [Fact]
    public async Task A_blank_canvas_does_not_overwrite_the_flow()
    {
        using var leader = await host.AsAsync("leader");
        var flow = await leader.SavedAsync(Studio.NewFlow("Tømmes ikke", "a", "b"));
        flow["root"]!["activities"] = new JsonArray();
        flow["root"]!["connections"] = new JsonArray();

        using var answer = await leader.SaveAsync(flow, publish: true);

        await answer.RefusalAsync("empties-flow");
        Assert.Equal(["a", "b"], Ids(await leader.OpenAsync((string)flow["definitionId"]!)));
    }

    [Fact]
    public async Task A_state_machine_is_refused_as_unsupported()
    {
        using var leader = await host.AsAsync("leader");
        var flow = Studio.NewFlow("Tilstander");
        flow["root"]!["type"] = "Elsa.StateMachine";

        using var answer = await leader.SaveAsync(flow);

        await answer.RefusalAsync("unsupported");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"model\":{}}")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_body_that_is_no_save_is_a_400_with_a_sentence(string body)
    {
        using var leader = await host.AsAsync("leader");

        using var answer = await leader.PostAsync(Studio.Api + "/workflow-definitions", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await answer.JsonAsync())["errors"]!.AsObject());
    }

    [Fact]
    public async Task A_publish_with_problems_names_each_step()
    {
        using var leader = await host.AsAsync("leader");
        var flow = Studio.NewFlow("Feil", "a");
        flow["root"]!["activities"]![0]!["taskName"]!["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "((" };

        using var answer = await leader.SaveAsync(flow, publish: true);

        var problem = Assert.Single((await answer.RefusalAsync("invalid-definition"))["problems"]!.AsArray())!;
        Assert.Equal(("Workflow1:flow1:a", "a", "Error"), ((string)problem["nodeId"]!, (string)problem["activityId"]!, (string)problem["severity"]!));
        Assert.NotEmpty((string)problem["message"]!);
    }

    [Fact]
    public async Task What_runs_and_what_others_use_is_not_deleted_or_retracted()
    {
        using var leader = await host.AsAsync("leader");

        using var deleted = await leader.DeleteAsync(Studio.Api + "/workflow-definitions/consent");
        using var retracted = await leader.PostAsJsonAsync(Studio.Api + "/workflow-definitions/consent/retract", new { });
        using var version = await leader.DeleteAsync(Studio.Api + "/workflow-definition-versions/consent-v2");

        await deleted.RefusalAsync("in-use");
        await retracted.RefusalAsync("in-use");
        await version.RefusalAsync("in-use");
    }

    private static async Task<HttpResponseMessage> CallAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Studio.Api + path) { Content = JsonContent.Create(new { }) };
        return await client.SendAsync(request);
    }

    private static IEnumerable<string> Rels(JsonNode linked) => linked["links"]!.AsArray().Select(static l => (string)l!["rel"]!);

    private static IEnumerable<string> Ids(JsonNode flow) => flow["root"]!["activities"]!.AsArray().Select(static a => (string)a!["id"]!);
}
