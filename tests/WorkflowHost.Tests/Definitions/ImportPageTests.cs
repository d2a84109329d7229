using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

public sealed class ImportPageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_flow_that_is_downloaded_deleted_and_taken_in_again_is_the_same()
    {
        await host.SaveAsync(LeaderPages.Flow("round-trip", "a", "b"), publish: true);
        using var leader = await host.VisitorAsync("leader");
        var file = await leader.GetByteArrayAsync("/workflows/round-trip/download?version=1");
        await leader.FollowAsync(await leader.FillInAsync("/workflows/round-trip/delete", "/workflows/round-trip/delete", ("reason", "Prøve")));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/workflows/round-trip")).StatusCode);

        var text = await leader.FollowAsync(await leader.ImportAsync("as-in-file", ("round-trip.json", file)));

        Assert.Contains("1 arbeidsflyt er lest inn.", text, StringComparison.Ordinal);
        Assert.Contains("Publisert som versjon 2.", text, StringComparison.Ordinal);
        var again = await leader.GetByteArrayAsync("/workflows/round-trip/download");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(file)!["root"], JsonNode.Parse(again)!["root"]));
    }

    [Fact]
    public async Task What_is_taken_in_as_a_draft_does_not_run_and_says_what_must_be_corrected_first()
    {
        await host.SaveAsync(LeaderPages.Flow("as-draft", "a"), publish: true);
        using var leader = await host.VisitorAsync("leader");
        var drawing = LeaderPages.Flow("as-draft", "a", "b").Add("Tom", "IndividualPlan.CaseTask").Connect("b", "Tom", "Utført").ToJson(isPublished: true);

        var text = await leader.FollowAsync(await leader.ImportAsync("draft", ("as-draft.json", Encoding.UTF8.GetBytes(drawing))));

        Assert.Contains("Lagret som utkast til versjon 2.", text, StringComparison.Ordinal);
        Assert.Contains("ting må rettes før den kan publiseres", text, StringComparison.Ordinal);
        Assert.Equal(["1P", "2L"], await host.VersionsAsync("as-draft"));
    }

    [Fact]
    public async Task All_flows_can_be_taken_out_and_in_again_and_nothing_changes()
    {
        using var leader = await host.VisitorAsync("leader");
        var before = await host.VersionsAsync("appeal");

        var text = await leader.FollowAsync(await leader.ImportAsync("as-in-file", ("alle.zip", await leader.GetByteArrayAsync("/workflows/download"))));

        Assert.Contains("Var lik det som fantes fra før. Ingenting er endret.", text, StringComparison.Ordinal);
        Assert.Equal(before, await host.VersionsAsync("appeal"));
    }

    [Theory]
    [InlineData("ikke-json.json", "hei", "ikke-json.json er ikke en arbeidsflyt (JSON) eller en zip-fil med arbeidsflyter. Ingenting er importert.")]
    [InlineData("arkiv.zip", "hei", "arkiv.zip er ikke en arbeidsflyt (JSON) eller en zip-fil med arbeidsflyter. Ingenting er importert.")]
    public async Task A_file_that_is_no_flow_is_named_and_nothing_of_the_import_is_kept(string name, string content, string sentence)
    {
        using var leader = await host.VisitorAsync("leader");

        var answer = await leader.ImportAsync("draft", ("god.json", Encoding.UTF8.GetBytes(LeaderPages.Flow("good-file", "a").ToJson(isPublished: false))), (name, Encoding.UTF8.GetBytes(content)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var text = await answer.TextAsync();
        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.Contains("Hentet fra nabokommunen", text, StringComparison.Ordinal);
        Assert.Empty(await host.VersionsAsync("good-file"));
    }

    [Fact]
    public async Task Each_bad_flow_of_several_is_told_by_its_file()
    {
        using var leader = await host.VisitorAsync("leader");
        var unknown = LeaderPages.Flow("bad-one", "a").Add("Merkelig", "Nobody.KnowsThis").Connect("a", "Merkelig", "Utført").ToJson(isPublished: true);

        var answer = await leader.ImportAsync(
            "as-in-file", ("en.json", Encoding.UTF8.GetBytes(unknown)), ("to.json", Encoding.UTF8.GetBytes(LeaderPages.Flow("bad-two", "a").ToJson().Replace("Elsa.Flowchart", "Elsa.StateMachine", StringComparison.Ordinal))));

        var text = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("en.json:", text, StringComparison.Ordinal);
        Assert.Contains("«Merkelig»", text, StringComparison.Ordinal);
        Assert.Contains("to.json:", text, StringComparison.Ordinal);
        Assert.Empty(await host.VersionsAsync("bad-one"));
    }

    [Fact]
    public async Task An_import_without_a_file_is_told_at_the_field()
    {
        using var leader = await host.VisitorAsync("leader");

        var answer = await leader.ImportAsync("draft");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#files\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
