using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Descriptors;

/// <summary>Studio's smaller catalogues.</summary>
public sealed class CatalogueTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("get-descriptors-commit-strategies-workflows")]
    [InlineData("get-descriptors-expression-descriptors")]
    [InlineData("get-descriptors-incident-strategies")]
    [InlineData("get-descriptors-log-persistence-strategies")]
    [InlineData("get-descriptors-output-converters")]
    [InlineData("get-descriptors-storage-drivers")]
    [InlineData("get-descriptors-variables")]
    [InlineData("get-descriptors-workflow-activation-strategies")]
    [InlineData("get-features-installed")]
    [InlineData("get-features-installed-elsa-realtimeworkflowupdates")]
    public async Task A_catalogue_has_the_recorded_shape(string recorded)
    {
        var exchange = InstanceShape.Exchange(recorded);
        using var client = await host.AsAsync("leader");

        var answer = (await client.GetFromJsonAsync<JsonObject>((string)exchange["path"]!))!;

        Assert.Empty(InstanceShape.Lacks(answer, exchange["response"]));
        Assert.All(answer["items"]?.AsArray() ?? [], item => Assert.DoesNotContain(item!.AsObject(), p => p.Value is null));
        Assert.True(answer["count"] is null || (int)answer["count"]! == answer["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_Studio_would_show_a_button_for_and_we_do_not_do_is_not_installed()
    {
        using var client = await host.AsAsync("leader");

        var installed = (await client.GetFromJsonAsync<JsonObject>("/elsa/api/features/installed"))!["items"]!.AsArray().Select(f => (string)f!["fullName"]!).ToList();

        Assert.Contains("Elsa.RealTimeWorkflowUpdates", installed);
        Assert.DoesNotContain(installed, name => name.Contains("Resilience", StringComparison.Ordinal) || name.Contains("Alterations", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/elsa/api/features/installed/Elsa.Resilience")).StatusCode);
        Assert.Equal("3.8.2", (string?)(await client.GetFromJsonAsync<JsonObject>("/elsa/api/package/version"))!["packageVersion"]);
    }

    [Fact]
    public async Task The_choices_of_an_input_can_be_asked_for_as_Studio_does()
    {
        var exchange = InstanceShape.Exchange("post-descriptors-activities-type-options-property");
        using var client = await host.AsAsync("leader");

        using var answer = await client.PostAsJsonAsync("/elsa/api/descriptors/activities/IndividualPlan.SendLetter/options/Template", exchange["request"]);

        var json = await answer.JsonAsync();
        Assert.Empty(InstanceShape.Lacks(json, exchange["response"]));
        Assert.Null(json["items"]!["Refresh"]);
        Assert.Contains(json["items"]!["dropdown"]!["selectList"]!["items"]!.AsArray(), i => (string?)i!["value"] == "preliminary-reply" && (string?)i["text"] == "Foreløpig svar");
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsJsonAsync("/elsa/api/descriptors/activities/IndividualPlan.SendLetter/options/Nothing", exchange["request"])).StatusCode);
    }

    [Fact]
    public async Task The_script_editor_learns_the_flows_own_variables_and_what_is_known_of_the_case()
    {
        using var client = await host.AsAsync("leader");

        using var answer = await client.PostAsJsonAsync("/elsa/api/scripting/javascript/type-definitions/request-handling", InstanceShape.Exchange("post-scripting-javascript-type-definitions-id")["request"]);
        using var unknown = await client.PostAsJsonAsync("/elsa/api/scripting/javascript/type-definitions/nothing", new { });

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("declare function getVariable(name: string): any;", text, StringComparison.Ordinal);
        Assert.Contains("declare const theCase", text, StringComparison.Ordinal);
        Assert.Contains("declare const variables: {", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, unknown.StatusCode);
    }
}
