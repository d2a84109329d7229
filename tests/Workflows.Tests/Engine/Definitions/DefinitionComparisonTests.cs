using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Definitions;

public sealed class DefinitionComparisonTests
{
    [Fact]
    public void A_step_that_only_stands_elsewhere_on_the_drawing_is_no_difference()
    {
        var moved = Line("a");
        moved["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 900, ["y"] = 20 } }, ["showDescription"] = true };

        Assert.True(Compare(Flow().With(Line("a"), Line("b")).Connect("a -> b"), Flow().With(Line("b"), moved).Connect("a -> b")).IsSame);
    }

    [Theory]
    [InlineData("true", "\"True\"", "Boolean")]
    [InlineData("[\"x\",\"y\"]", "\"[\\\"x\\\",\\\"y\\\"]\"", "Object")]
    [InlineData("3", "\"3\"", "Int32")]
    [InlineData("null", "\"\"", "String")]
    public void The_same_value_in_the_way_that_Studio_writes_it_is_no_difference(string servers, string studios, string type)
    {
        JsonObject Step(string value, string expression) => Activity("WriteLine", "a", ("text", new JsonObject
        {
            ["typeName"] = type,
            ["expression"] = new JsonObject { ["type"] = expression, ["value"] = JsonNode.Parse(value) },
        }));

        Assert.True(Compare(Flow().With(Step(servers, "Literal")), Flow().With(Step(studios, "Object"))).IsSame);
    }

    [Fact]
    public void A_step_put_between_two_others_is_added_with_its_lines()
    {
        var change = Compare(Flow().With(Line("a"), Line("b")).Connect("a -> b"), Flow().With(Line("a"), Task("call"), Line("b")).Connect("a -> call", "call -> b"));

        Assert.Equal(["call"], change.Added.Select(static a => a.DisplayName));
        Assert.Empty(change.Removed);
        Assert.Empty(change.Changed);
        Assert.Equal([("a", "call"), ("call", "b")], change.AddedLines.Select(static l => (l.Source.Id, l.Target.Id)));
        Assert.Equal([("a", "Done", "b")], change.RemovedLines.Select(static l => (l.Source.Id, l.Outcome, l.Target.Id)));
    }

    [Fact]
    public void Each_field_that_was_filled_in_differently_is_told_with_what_it_was_and_is()
    {
        var before = Activity("Event", "e", ("eventName", "moved"), ("old", "gone"), ("result", To("v1")));
        var after = Activity("Event", "e", ("eventName", Js("'moved'")), ("fresh", "new"), ("result", To("v2")));
        after["metadata"] = new JsonObject { ["displayText"] = "Flytting", ["description"] = "Når personen flytter." };
        after["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };

        var step = Assert.Single(Compare(Flow().With(before), Flow().With(after)).Changed);

        Assert.Equal(new PropertyChange("name", "e", "Flytting"), step.Name);
        Assert.Equal(new PropertyChange("description", null, "Når personen flytter."), step.Description);
        Assert.Equal(["eventName", "fresh", "old", "result"], step.Inputs.Select(static i => i.Input).Order());
        Assert.Null(step.Inputs.Single(static i => i.Input == "fresh").Before);
        Assert.Null(step.Inputs.Single(static i => i.Input == "old").After);
        Assert.True(step.StartsChanged);
        Assert.False(step.IsMovedInto);
    }

    [Fact]
    public void A_step_of_another_type_is_removed_and_added()
    {
        var change = Compare(Flow().With(Line("a")), Flow().With(Task("a")));

        Assert.Equal(["Elsa.RunTask"], change.Added.Select(static a => a.Type));
        Assert.Equal(["Elsa.WriteLine"], change.Removed.Select(static a => a.Type));
    }

    [Fact]
    public void Steps_inside_other_steps_are_compared_too()
    {
        var before = Flow().With(Sequence("s", Line("a"), Line("b")), Line("c"));
        var after = Flow().With(Sequence("s", Line("b"), Line("c"), Flowchart("f", [Line("x"), Line("y")], "x -> y")));

        var change = Compare(before, after);

        Assert.Equal(["f", "x", "y"], change.Added.Select(static a => a.Id));
        Assert.Equal(["a"], change.Removed.Select(static a => a.Id));
        Assert.Equal(["c"], change.Changed.Where(static c => c.IsMovedInto).Select(static c => c.After.Id));
        Assert.Equal([("x", "y")], change.AddedLines.Select(static l => (l.Source.Id, l.Target.Id)));
    }

    [Fact]
    public void A_drawing_that_was_imported_under_another_root_differs_only_in_its_name()
    {
        var imported = Flow().With(Line("a"), Line("b")).Connect("a -> b").Json().Replace("Flowchart1", "Elsewhere", StringComparison.Ordinal);
        var copy = JsonNode.Parse(imported)!.AsObject();
        copy["name"] = "Kopi";

        var change = DefinitionComparison.Compare(Read(Flow().With(Line("a"), Line("b")).Connect("a -> b")), DefinitionReader.Read(copy).Definition!);

        Assert.Equal([new PropertyChange("name", "flow", "Kopi")], change.Properties);
        Assert.Equal((0, 0, 0), (change.Added.Count, change.AddedLines.Count, change.Changed.Count));
    }

    [Fact]
    public void Variables_and_what_the_workflow_takes_and_gives_are_compared()
    {
        var before = JsonNode.Parse(Flow().With(Line("a")).Json())!.AsObject();
        var after = before.DeepClone().AsObject();
        before["variables"] = new JsonArray(Variable("Kept"), Variable("Gone"), Variable("Typed"));
        after["variables"] = new JsonArray(Variable("Kept"), Variable("Typed", "String"), Variable("Fresh"));
        after["inputs"] = new JsonArray(new JsonObject { ["name"] = "Kommune", ["type"] = "String" });
        after["options"] = new JsonObject { ["usableAsActivity"] = true, ["incidentStrategyType"] = "Elsa.ContinueWithIncidentsStrategy" };

        var change = DefinitionComparison.Compare(DefinitionReader.Read(before).Definition!, DefinitionReader.Read(after).Definition!);

        Assert.Equal([("Typed", "Typed"), (null, "Fresh"), ("Gone", null)], change.Variables.Select(static v => (v.Before?.Name, v.After?.Name)));
        Assert.Equal(["inputs", "incidents", "usableAsActivity"], change.Properties.Select(static p => p.Property));
    }

    private static DefinitionComparison Compare(FlowBuilder from, FlowBuilder to) => DefinitionComparison.Compare(Read(from), Read(to));

    private static WorkflowDefinition Read(FlowBuilder flow) => DefinitionReader.Read(flow.Json()).Definition!;
}
