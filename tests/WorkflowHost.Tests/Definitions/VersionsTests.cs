using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

public sealed class VersionsTests : DefinitionsOnHost
{
    [Fact]
    public async Task A_retracted_flow_starts_no_more_and_running_instances_go_on()
    {
        await SavedAsync(Drawn("flow", 1), publish: true);
        await Host.StartFlowAsync("flow");

        Saved(await Host.Get<RetractDefinition>().RunAsync("flow", null, By(Berit), CancellationToken.None));

        Assert.Equal(["1L"], await VersionsAsync("flow"));
        Assert.Null(Host.Get<DefinitionCatalogue>().Find("flow", null));
        await Host.CompleteAsync(Assert.Single(await Host.OpenTasksAsync()).Id, "op");
        Assert.Equal("workflow-definition-retracted", (await HistoryAsync())[^1].Event);
    }

    [Fact]
    public async Task A_retracted_version_is_published_again_as_it_is()
    {
        await SavedAsync(Drawn("flow", 1), publish: true);
        await Host.Get<RetractDefinition>().RunAsync("flow", null, By(Berit), CancellationToken.None);

        await SavedAsync(Drawn("flow", 1), publish: true);

        Assert.Equal(["1PL"], await VersionsAsync("flow"));
    }

    [Fact]
    public async Task What_is_not_published_cannot_be_retracted()
    {
        await SavedAsync(Drawn("flow", 1));

        Assert.Equal("not-published", Code(await Host.Get<RetractDefinition>().RunAsync("flow", null, By(Berit), CancellationToken.None)));
        Assert.Equal("not-found", Code(await Host.Get<RetractDefinition>().RunAsync("nothing", null, By(Berit), CancellationToken.None)));
    }

    [Fact]
    public async Task A_flow_that_others_start_is_not_taken_away_from_under_them()
    {
        await SavedAsync(Drawn("part", 1), publish: true);
        await Host.PublishAsync(new Drawing("whole").Add("run", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "String", "part")));

        var retracted = await Host.Get<RetractDefinition>().RunAsync("part", null, By(Berit), CancellationToken.None);
        var deleted = await DeleteAsync("part");

        Assert.Equal("in-use", Code(retracted));
        Assert.Contains("whole", Assert.IsType<DeletionOutcome.Refused>(deleted).Why.Refusal.Detail.Nb);
        Assert.IsType<DeletionOutcome.Deleted>(await DeleteAsync("part", "whole"));
    }

    [Fact]
    public async Task A_flow_with_running_cases_is_not_deleted_and_one_that_ran_leaves_only_the_lists()
    {
        await SavedAsync(Drawn("flow", 1), publish: true);
        await Host.StartFlowAsync("flow");
        await SavedAsync(Drawn("flow", 2));

        var refused = Assert.IsType<DeletionOutcome.Refused>(await DeleteAsync("flow"));
        await Host.CompleteAsync(Assert.Single(await Host.OpenTasksAsync()).Id, "op");
        await DeleteAsync("flow");

        Assert.Contains("1", refused.Why.Refusal.Detail.Nb);
        Assert.Equal(["1X"], await VersionsAsync("flow"));
        Assert.Equal("flow", Host.Get<DefinitionCatalogue>().Require("flow", 1).DefinitionId);
        Assert.Null(Host.Get<DefinitionCatalogue>().Find("flow", 2));
        Assert.Equal("workflow-definition-deleted", (await HistoryAsync())[^1].Event);
    }

    [Fact]
    public async Task Flows_are_deleted_together_or_not_at_all()
    {
        await SavedAsync(Drawn("one", 1));

        Assert.IsType<DeletionOutcome.Refused>(await DeleteAsync("one", "nothing"));

        Assert.Equal(["1L"], await VersionsAsync("one"));
    }

    [Fact]
    public async Task Versions_that_are_published_or_were_followed_stay_and_drafts_go()
    {
        await SavedAsync(Drawn("flow", 1), publish: true);
        await Host.StartFlowAsync("flow");
        var published = await SavedAsync(Drawn("flow", 2), publish: true);
        var draft = await SavedAsync(Drawn("flow", 3));
        var followed = Host.Get<DefinitionCatalogue>().Require("flow", 1).VersionId;

        Assert.IsType<DeletionOutcome.Refused>(await DeleteVersionAsync(followed));
        Assert.IsType<DeletionOutcome.Refused>(await DeleteVersionAsync(published.VersionId));
        Assert.IsType<DeletionOutcome.Deleted>(await DeleteVersionAsync(draft.VersionId));

        Assert.Equal(["1", "2PL"], await VersionsAsync("flow"));
    }

    [Fact]
    public async Task Going_back_makes_a_draft_of_the_old_version_and_keeps_the_draft_that_was_there()
    {
        await SavedAsync(Drawn("flow", 1), publish: true);
        await SavedAsync(Drawn("flow", 2), publish: true);
        await SavedAsync(Drawn("flow", 3));

        var row = Saved(await Host.Get<CopyDefinition>().RevertAsync("flow", 1, null, By(Olav), CancellationToken.None));

        Assert.Equal(["1", "2P", "3", "4L"], await VersionsAsync("flow"));
        Assert.DoesNotContain("\"t2\"", row.Json);
        var told = (await HistoryAsync())[^1];
        Assert.Equal(("workflow-definition-reverted", "olav"), (told.Event, told.Actor));
        Assert.Equal("not-found", Code(await Host.Get<CopyDefinition>().RevertAsync("flow", 9, null, By(Olav), CancellationToken.None)));
    }

    [Fact]
    public async Task A_copy_is_a_draft_of_its_own_under_a_free_name()
    {
        await SavedAsync(Drawn("flow", 2), publish: true);

        var one = Saved(await Host.Get<CopyDefinition>().DuplicateAsync("flow", null, null, By(Berit), CancellationToken.None));
        var two = Saved(await Host.Get<CopyDefinition>().DuplicateAsync("flow", null, null, By(Berit), CancellationToken.None));

        Assert.Equal(("flow (kopi)", "flow (kopi 2)"), (one.Name, two.Name));
        Assert.Equal(["1L"], await VersionsAsync(one.DefinitionId));
        Assert.Equal(["1PL"], await VersionsAsync("flow"));
    }

    [Fact]
    public async Task Drawings_that_have_a_flow_as_a_step_are_moved_on_to_its_published_version()
    {
        var part = Drawn("part", 1);
        part["options"]!["usableAsActivity"] = true;
        await SavedAsync(part.DeepClone().AsObject(), publish: true);
        var whole = Drawn("whole", 1);
        var step = whole["root"]!["activities"]![0]!;
        (step["type"], step["workflowDefinitionId"]) = ("Part", "part");
        await SavedAsync(whole, publish: true);
        part["root"]!["activities"]![0]!["name"] = "changed";
        var second = await SavedAsync(part, publish: true);

        var changed = await Host.Get<UpdateReferences>().RunAsync("part", () => By(Berit), CancellationToken.None);

        Assert.Equal(["whole"], changed!);
        var moved = Host.Get<DefinitionCatalogue>().Find("whole", null)!.FindActivity("t1")!.Json;
        Assert.Equal((2, second.VersionId), ((int)moved["version"]!, (string)moved["workflowDefinitionVersionId"]!));
        Assert.Equal(["1", "2PL"], await VersionsAsync("whole"));
    }

    [Fact]
    public async Task What_is_exported_is_taken_in_again_somewhere_else()
    {
        await SavedAsync(Drawn("part", 1), publish: true);
        await Host.PublishAsync(new Drawing("whole").Add("run", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "String", "part")));
        var part = Host.Get<DefinitionCatalogue>().Find("part", null)!;
        var file = await ExportAsync(e => e.OneAsync(new DefinitionQuery(DefinitionIds: ["part"]), withConsumers: true, CancellationToken.None));
        using var otherFile = new TestDatabase();
        await using var other = await HostFixture.StartAsync(otherFile, Clock);

        using var content = new MemoryStream(file.Content);
        var outcome = await other.Get<ImportDefinitions>().RunAsync([new FileToImport(file.Name, content)], By(Berit), CancellationToken.None);

        Assert.Equal("application/zip", file.ContentType);
        Assert.Equal(["part", "whole"], Assert.IsType<ImportOutcome.Imported>(outcome).Definitions.Select(static d => d.DefinitionId).Order());
        Assert.Equal(part.VersionId, other.Get<DefinitionCatalogue>().Find("part", null)!.VersionId);
        Assert.True(other.Get<DefinitionCatalogue>().Find("whole", null)!.IsPublished);
    }

    [Fact]
    public async Task A_single_export_is_json_that_names_its_schema_and_no_counter_of_ours()
    {
        var json = Drawn("flow", 1);
        json["name"] = "Søknad på æra";
        await SavedAsync(json);

        var file = await ExportAsync(e => e.OneAsync(new DefinitionQuery(VersionChoice.Latest, DefinitionIds: ["flow"]), withConsumers: false, CancellationToken.None));

        var written = JsonNode.Parse(file.Content)!.AsObject();
        Assert.Equal("workflow-definition-soknad-pa-aera-flow-v1.json", file.Name);
        Assert.StartsWith("https://elsaworkflows.io/schemas/workflow-definition", (string)written["$schema"]!);
        Assert.Empty(written["customProperties"]!.AsObject());
    }

    [Theory]
    [InlineData("flow.json", "not json")]
    [InlineData("flow.json", "[]")]
    [InlineData("flow.json", "{\"name\":\"no root\"}")]
    [InlineData("flows.zip", "not a zip")]
    public async Task A_file_that_is_no_flow_is_refused_and_nothing_of_the_import_is_stored(string name, string text)
    {
        using var good = new MemoryStream(Encoding.UTF8.GetBytes(Drawn("good", 1).ToJsonString()));
        using var bad = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var outcome = await Host.Get<ImportDefinitions>().RunAsync([new FileToImport("good.json", good), new FileToImport(name, bad)], By(Berit), CancellationToken.None);

        Assert.Equal("invalid-definition", Assert.IsType<ImportOutcome.Refused>(outcome).Why.Refusal.Kind.Code);
        Assert.Empty(await VersionsAsync("good"));
    }

    [Fact]
    public async Task Names_are_compared_without_case_and_search_knows_norwegian_letters()
    {
        var json = Drawn("flow", 1);
        json["name"] = "Åpen søknad";
        await SavedAsync(json);
        await using var scope = Host.Services.CreateAsyncScope();
        var find = scope.ServiceProvider.GetRequiredService<FindDefinitions>();

        Assert.False(await find.IsNameUniqueAsync(" åpen SØKNAD", null, CancellationToken.None));
        Assert.True(await find.IsNameUniqueAsync("Åpen søknad", "flow", CancellationToken.None));
        Assert.Single(await find.ListAsync(new DefinitionQuery(Search: "ÅPEN"), CancellationToken.None));
    }

    private Task<DeletionOutcome> DeleteAsync(params string[] ids) => Host.Get<DeleteDefinition>().RunAsync(ids, By(Berit), CancellationToken.None);

    private Task<DeletionOutcome> DeleteVersionAsync(string id) => Host.Get<DeleteDefinition>().RunVersionsAsync([id], By(Berit), CancellationToken.None);

    private async Task<ExportedFile> ExportAsync(Func<ExportDefinitions, Task<ExportedFile?>> export)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return (await export(scope.ServiceProvider.GetRequiredService<ExportDefinitions>()))!;
    }
}
