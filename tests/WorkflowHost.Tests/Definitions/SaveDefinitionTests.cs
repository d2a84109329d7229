using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Definitions;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

public sealed class SaveDefinitionTests : DefinitionsOnHost
{
    /// <summary>The failure beaten: elsa-studio#692 and #765, where saving a draft changed what was running.</summary>
    [Fact]
    public async Task A_draft_does_not_touch_what_runs_until_it_is_published()
    {
        await SavedAsync(Drawn("flow", 1), publish: true);
        var old = await Host.StartFlowAsync("flow");

        await SavedAsync(Drawn("flow", 2));
        var meanwhile = await Host.StartFlowAsync("flow");
        await SavedAsync(Drawn("flow", 3));
        await Host.Get<PublishDefinition>().PublishSavedAsync("flow", null, By(Berit), CancellationToken.None);
        var young = await Host.StartFlowAsync("flow");

        Assert.Equal((1, 1, 2), ((await Host.InstanceAsync(old)).DefinitionVersion, (await Host.InstanceAsync(meanwhile)).DefinitionVersion, (await Host.InstanceAsync(young)).DefinitionVersion));
        Assert.Equal(["1", "2PL"], await VersionsAsync("flow"));
    }

    [Fact]
    public async Task A_draft_that_was_tried_out_is_left_as_the_trial_ran_on_it()
    {
        await SavedAsync(Drawn("flow", 1));
        await Host.Get<PublishDefinition>().PublishSavedAsync("flow", null, By(Berit), CancellationToken.None);
        await SavedAsync(Drawn("flow", 2));
        await PinAsync("flow", 2);

        await SavedAsync(Drawn("flow", 3));

        Assert.Equal(["1P", "2", "3L"], await VersionsAsync("flow"));
    }

    [Fact]
    public async Task A_save_that_changes_nothing_makes_no_version()
    {
        await SavedAsync(Drawn("flow", 1), publish: true);

        var again = Assert.IsType<DefinitionOutcome.Saved>(await SaveAsync(Drawn("flow", 1)));

        Assert.True(again.IsUnchanged);
        Assert.Equal(["1PL"], await VersionsAsync("flow"));
    }

    [Fact]
    public async Task The_row_tells_who_saved_and_who_published_and_why()
    {
        await SavedAsync(Drawn("flow", 1), Berit, "s1");
        Clock.Advance(TimeSpan.FromMinutes(5));
        await SavedAsync(Drawn("flow", 2), Berit, "s1");
        Clock.Advance(TimeSpan.FromMinutes(5));

        var row = Saved(await Host.Get<PublishDefinition>().PublishSavedAsync("flow", "s2", By(Olav, "Ny rutine fra høsten."), CancellationToken.None));

        Assert.Equal(("berit", "olav", "Ny rutine fra høsten."), (row.SavedBy, row.PublishedBy, row.PublishReason));
        Assert.Equal(TimeSpan.FromMinutes(5), row.PublishedAt - row.SavedAt);
        Assert.Equal(("olav", "s2"), (row.ChangedBy, row.EditingSession));
    }

    [Fact]
    public async Task History_has_one_line_for_each_sitting_however_often_the_designer_saves()
    {
        for (var i = 1; i <= 5; i++)
        {
            await SavedAsync(Drawn("flow", i), Berit, "s1");
            Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        await SavedAsync(Drawn("flow", 6), Olav, "s2");
        await SavedAsync(Drawn("flow", 7), Olav, "s2", publish: true);
        await SavedAsync(Drawn("flow", 8), Olav, "s2");

        Assert.Equal(
            ["workflow-definition-saved berit", "workflow-definition-saved olav", "workflow-definition-published olav", "workflow-definition-saved olav"],
            (await HistoryAsync()).Select(static h => $"{h.Event} {h.Actor}"));
        Assert.All(await HistoryAsync(), static h => Assert.Equal("fordi", h.Reason));
    }

    [Fact]
    public async Task Two_quick_saves_of_one_sitting_with_the_same_number_both_succeed()
    {
        var first = await SavedAsync(Drawn("flow", 1), Berit, "s1");

        await SavedAsync(Drawn("flow", 2, first.ChangeNumber), Berit, "s1");
        var last = await SavedAsync(Drawn("flow", 3, first.ChangeNumber), Berit, "s1");

        Assert.Equal(first.ChangeNumber + 2, last.ChangeNumber);
        Assert.Equal(["1L"], await VersionsAsync("flow"));
    }

    [Fact]
    public async Task The_second_of_two_leaders_is_told_who_was_first_and_nothing_is_lost()
    {
        var opened = (await SavedAsync(Drawn("flow", 1), Berit, "s1")).ChangeNumber;
        await SavedAsync(Drawn("flow", 2, opened), Berit, "s1");

        var outcome = await SaveAsync(Drawn("flow", 5, opened), Olav, "s2");

        var refused = Assert.IsType<DefinitionOutcome.Refused>(outcome).Refusal;
        Assert.Equal("stale", refused.Kind.Code);
        Assert.Contains("berit", refused.Detail.Nb);
        Assert.Contains("05.01.2026 kl. 10.00", refused.Detail.Nb);
        Assert.Equal("berit", refused.Members!("nb")["savedBy"]);
        await using var db = Host.Read();
        Assert.Contains("\"t2\"", Assert.Single(db.WorkflowDefinitions).Json);
    }

    [Fact]
    public async Task A_sitting_is_refused_also_when_it_saved_before_and_after_the_other()
    {
        var opened = (await SavedAsync(Drawn("flow", 1), Berit, "s1")).ChangeNumber;
        var olavs = (await SavedAsync(Drawn("flow", 2, opened), Olav, "s2")).ChangeNumber;
        await SavedAsync(Drawn("flow", 3, olavs), Berit, "s1");

        Assert.Equal("stale", Code(await SaveAsync(Drawn("flow", 4, opened), Berit, "s1")));
    }

    [Theory]
    [InlineData("olav", true)]
    [InlineData("berit", false)]
    public async Task Without_a_sitting_all_that_one_user_saves_counts_as_one(string second, bool isRefused)
    {
        var opened = (await SavedAsync(Drawn("flow", 1), Berit)).ChangeNumber;
        await SavedAsync(Drawn("flow", 2, opened), Berit);

        var outcome = await SaveAsync(Drawn("flow", 3, opened), second == "olav" ? Olav : Berit);

        Assert.Equal(isRefused, outcome is DefinitionOutcome.Refused);
    }

    [Fact]
    public async Task A_publish_by_another_leader_makes_an_open_drawing_stale()
    {
        var opened = (await SavedAsync(Drawn("flow", 1), Berit, "s1")).ChangeNumber;
        await Host.Get<PublishDefinition>().PublishSavedAsync("flow", "s2", By(Olav), CancellationToken.None);

        Assert.Equal("stale", Code(await SaveAsync(Drawn("flow", 2, opened), Berit, "s1")));
    }

    [Fact]
    public async Task A_save_of_a_flow_that_was_deleted_does_not_bring_it_back()
    {
        var opened = (await SavedAsync(Drawn("flow", 1), Berit, "s1")).ChangeNumber;
        await Host.Get<DeleteDefinition>().RunAsync(["flow"], By(Olav), CancellationToken.None);

        Assert.Equal("stale", Code(await SaveAsync(Drawn("flow", 2, opened), Berit, "s1")));
        Assert.Empty(await VersionsAsync("flow"));
    }

    [Fact]
    public async Task A_save_that_would_empty_a_flow_is_refused()
    {
        await SavedAsync(Drawn("flow", 2), publish: true);

        Assert.Equal("empties-flow", Code(await SaveAsync(Drawn("flow", 0))));
        Assert.Equal(["1PL"], await VersionsAsync("flow"));
    }

    [Theory]
    [InlineData("Elsa.StateMachine")]
    [InlineData("Nobody.KnowsThis")]
    public async Task A_kind_of_workflow_that_cannot_run_here_is_refused(string type)
    {
        var drawing = Drawn("flow", 1);
        drawing["root"]!["type"] = type;

        Assert.Equal("unsupported", Code(await SaveAsync(drawing)));
    }

    [Fact]
    public async Task A_publish_with_a_problem_stores_nothing_and_names_the_step()
    {
        var drawing = Drawn("flow", 1);
        drawing["root"]!["activities"]![0]!["type"] = "Nobody.KnowsThis";

        var refused = Assert.IsType<DefinitionOutcome.Refused>(await SaveAsync(drawing, publish: true));

        Assert.Equal("invalid-definition", refused.Refusal.Kind.Code);
        Assert.Contains(refused.Problems, static p => p.NodeName == "t1");
        Assert.Empty(await VersionsAsync("flow"));
        Assert.Empty(await HistoryAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_step_that_the_law_requires_is_not_published_away(bool isSavedFirst)
    {
        var running = Drawn("flow", 3);
        running["root"]!["activities"]![1]!["customProperties"] = new JsonObject { ["requiredByLaw"] = true };
        await SavedAsync(running, publish: true);

        var without = Drawn("flow", 1);
        var outcome = isSavedFirst
            ? await Host.Get<PublishDefinition>().PublishSavedAsync((await SavedAsync(without)).DefinitionId, null, By(Berit), CancellationToken.None)
            : await SaveAsync(without, publish: true);

        var refused = Assert.IsType<DefinitionOutcome.Refused>(outcome);
        Assert.Equal("Steget «t2» er tatt ut, men loven krever det. Sett det inn igjen, eller hent forrige versjon.", Assert.Single(refused.Problems).Message.Nb);
        Assert.Equal(isSavedFirst ? ["1P", "2L"] : ["1PL"], await VersionsAsync("flow"));
    }

    [Fact]
    public async Task A_text_longer_than_what_is_kept_is_refused_by_field()
    {
        var drawing = Drawn("flow", 1);
        drawing["name"] = new string('x', 201);

        var refused = Assert.IsType<DefinitionOutcome.Refused>(await SaveAsync(drawing));

        Assert.Equal(["name"], refused.Refusal.Errors!.Keys);
    }

    private Task PinAsync(string definitionId, int version) => Host.Get<IndividualPlan.WorkflowHost.Execution.WorkWriter>().RunAsync(
        Host.Operation(),
        (work, token) =>
        {
            work.Db.Add(new IndividualPlan.WorkflowHost.Execution.WorkflowInstance
            {
                Id = work.Ids.NewWorkflowInstanceId(), DefinitionId = definitionId, DefinitionVersion = version,
                CreatedAt = work.Operation.Now, UpdatedAt = work.Operation.Now,
            });
            return Task.CompletedTask;
        },
        CancellationToken.None);
}
