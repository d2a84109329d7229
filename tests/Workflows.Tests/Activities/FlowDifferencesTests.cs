using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Tests.Definitions;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Activities;

public sealed class FlowDifferencesTests
{
    private static FlowWords Words { get; } = new(Drawings.Catalogue, static _ => null);

    [Fact]
    public void An_added_step_is_told_as_the_table_tells_it_and_the_way_to_it_as_one_sentence()
    {
        var before = new Drawing().Step("assess", "CaseTask", ("title", "Vurder"), ("role", "CaseManager"), ("outcomes", new[] { "Ja", "Nei" }))
            .Step("yes", "EndOfPath").Step("no", "EndOfPath").Connect("assess", "Ja", "yes").Connect("assess", "Nei", "no");
        var after = new Drawing().Step("assess", "CaseTask", ("title", "Vurder"), ("role", "CaseManager"), ("outcomes", new[] { "Ja", "Nei" }))
            .Step("call", "CaseTask", ("title", "Ring fastlegen"), ("role", "Coordinator"), ("dueIn", "P3D"))
            .Step("yes", "EndOfPath").Step("no", "EndOfPath").Connect("assess", "Ja", "call").Connect("call", "Done", "yes").Connect("assess", "Nei", "no");

        var differences = Between(before, after);

        var added = Assert.Single(differences.Added);
        Assert.Equal(("call", "Oppgave", "Koordinator", "Innen 3 dager"), (added.Name, added.Kind.Nb, added.Who!.Nb, added.Due!.Nb));
        Assert.Equal("Etter «assess», ved svaret «Ja»: nå til «call», før til «yes».", Assert.Single(differences.Ways).Sentence.Nb);
        Assert.Empty(differences.Changed);
    }

    [Fact]
    public void A_changed_due_date_stands_under_its_field_with_what_it_was_and_is()
    {
        var differences = Between(
            new Drawing().Step("call", "CaseTask", ("title", "Ring"), ("dueIn", "P14D")),
            new Drawing().Step("call", "CaseTask", ("title", "Ring"), ("dueIn", "P3D")));

        var field = Assert.Single(Assert.Single(differences.Changed).Fields);
        Assert.Equal(("Skal være gjort innen", "14 dager", "3 dager"), (field.Label.Nb, field.Before!.Nb, field.After!.Nb));
    }

    [Fact]
    public void A_field_that_is_emptied_says_what_that_means()
    {
        var differences = Between(
            new Drawing().Step("call", "CaseTask", ("title", "Ring"), ("escalateTo", "Approver")), new Drawing().Step("call", "CaseTask", ("title", "Ring")));

        var field = Assert.Single(Assert.Single(differences.Changed).Fields);
        Assert.Equal("ikke fylt ut, og da gjelder: Kontorleder", field.After!.Nb);
    }

    [Fact]
    public void A_path_that_ends_and_one_that_goes_on_are_told_apart()
    {
        var before = Flow().With(Line("a"), Line("b"), Line("c")).Connect("a -> b");
        var after = Flow().With(Line("a"), Line("b"), Line("c")).Connect("b -> c");

        Assert.Equal(
            ["Etter «a»: nå ender veien der, før til «b».", "Etter «b»: nå til «c», før endte veien der."],
            Between(before, after).Ways.Select(static w => w.Sentence.Nb));
    }

    [Fact]
    public void What_leaves_a_removed_step_is_told_with_that_step_alone()
    {
        var differences = Between(Flow().With(Line("a"), Line("b"), Line("c")).Connect("a -> b", "b -> c"), Flow().With(Line("a"), Line("c")).Connect("a -> c"));

        Assert.Equal("c", Assert.Single(Assert.Single(Assert.Single(differences.Removed).Ways).Targets).Name);
        Assert.Equal("Etter «a»: nå til «c», før til «b».", Assert.Single(differences.Ways).Sentence.Nb);
    }

    [Fact]
    public void Steps_that_only_stand_elsewhere_make_no_difference_but_are_told_once()
    {
        var moved = Line("a");
        moved["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 900, ["y"] = 20 } } };

        var differences = Between(Flow().With(Line("a")), Flow().With(moved));

        Assert.True(differences.IsSame);
        Assert.True(differences.IsRedrawn);
        Assert.False(Between(Flow().With(Line("a")), Flow().With(Line("a"))).IsRedrawn);
    }

    [Theory]
    [InlineData("name", "Ny", "Navn på arbeidsflyten", "flow", "Ny")]
    [InlineData("description", "For klager.", "Hva den er for", null, "For klager.")]
    public void What_differs_in_the_flow_as_a_whole_is_named(string property, string value, string label, string? before, string after)
    {
        var json = JsonNode.Parse(Flow().With(Line("a")).Json())!.AsObject();
        json[property] = value;

        var field = Assert.Single(FlowDifferences.Between(Read(Flow().With(Line("a"))), DefinitionReader.Read(json).Definition!, Words).Whole);

        Assert.Equal((label, before, after), (field.Label.Nb, field.Before?.Nb, field.After?.Nb));
    }

    private static FlowDifferences Between(Drawing before, Drawing after) => FlowDifferences.Between(ActivityRun.Read(before), ActivityRun.Read(after), Words);

    private static FlowDifferences Between(Engine.FlowBuilder before, Engine.FlowBuilder after) => FlowDifferences.Between(Read(before), Read(after), Words);

    private static WorkflowDefinition Read(Engine.FlowBuilder flow) => DefinitionReader.Read(flow.Json()).Definition!;
}
