using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Tests.Definitions;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Definitions;

/// <summary>Drawings changed without a canvas: the result must be as sound as what a leader would have drawn.</summary>
public sealed class DrawingEditTests
{
    public static TheoryData<string> Keys => Drawings.Keys;

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_step_can_be_put_into_every_line_of_every_flow_without_harm(string key)
    {
        var definition = Drawings.Find(key);

        foreach (var flowchart in definition.Activities.Where(static a => a.Type == "Elsa.Flowchart"))
        {
            foreach (var line in flowchart.Connections.DistinctBy(static c => (c.SourceId, c.SourcePort)))
            {
                var edit = new DrawingEdit(definition, Drawings.Catalogue);

                var id = edit.AddAfter(line.SourceId, line.SourcePort, "IndividualPlan.OpenPlan", "Nytt steg");

                var changed = Read(edit);
                var added = changed.FindActivity(id)!;
                var leadsOn = flowchart.Connections.Where(c => c.SourceId == line.SourceId && c.SourcePort == line.SourcePort).Select(static c => c.TargetId).Order();
                Assert.Equal([id], added.Parent!.Connections.Where(c => c.SourceId == line.SourceId && c.SourcePort == line.SourcePort).Select(static c => c.TargetId));
                Assert.Equal(leadsOn, added.Parent.Connections.Where(c => c.SourceId == id).Select(static c => c.TargetId).Order());
                Assert.Empty(Errors(changed));
                Assert.Empty(added.Parent.Children.Where(other => other != added && Overlap(added, other)).Select(static other => other.DisplayName));
                Assert.Equal(Touching(flowchart), Touching(added.Parent));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_step_with_one_way_on_can_be_taken_out_of_every_flow_without_harm(string key)
    {
        var definition = Drawings.Find(key);
        var rows = FlowTable.Of(definition, new FlowWords(Drawings.Catalogue, static _ => null), []).Rows;

        foreach (var row in rows.Where(static r => StepKinds.WhyNotRemove(r.Step, r.IsStart) is null && r.Step.Parent!.Type == "Elsa.Flowchart"))
        {
            var targets = row.Step.Parent!.Connections.Where(c => c.SourceId == row.Step.Id).Select(static c => c.TargetId).Distinct().ToList();

            if (targets is [var next] && next != row.Step.Id)
            {
                var edit = new DrawingEdit(definition, Drawings.Catalogue);

                edit.Remove(row.Step.Id, next);

                var changed = Read(edit);
                Assert.Null(changed.FindActivity(row.Step.Id));
                Assert.Empty(Errors(changed));
                Assert.DoesNotContain(changed.Activities.SelectMany(static a => a.Connections), c => c.SourceId == row.Step.Id || c.TargetId == row.Step.Id);
                Assert.All(
                    row.Step.Parent.Connections.Where(c => c.TargetId == row.Step.Id && c.SourceId != row.Step.Id),
                    c => Assert.Contains(changed.Activities.SelectMany(static a => a.Connections), n => n.SourceId == c.SourceId && n.SourcePort == c.SourcePort && n.TargetId == next));
            }
        }
    }

    [Fact]
    public void The_drawing_that_is_changed_is_a_copy()
    {
        var definition = Drawings.Find("appeal");
        var before = definition.Json.ToJsonString();

        var edit = new DrawingEdit(definition, Drawings.Catalogue);
        edit.AddAfter("received", "Done", "IndividualPlan.OpenPlan", "Nytt");
        edit.Remove("receipt", "fork");

        Assert.Equal(before, definition.Json.ToJsonString());
    }

    [Fact]
    public void What_stands_right_of_too_narrow_a_gap_moves_and_what_stands_left_stays()
    {
        var flow = Read(At(Line("a"), 0, 0), At(Line("b"), 300, 0), At(Line("c"), 600, 150), At(Line("left"), 0, 300));
        var edit = new DrawingEdit(flow.Connected("a -> b", "b -> c"), Drawings.Catalogue);

        var id = edit.AddAfter("a", "Done", "Elsa.WriteLine", "ny");

        Assert.Equal((300, 0), Place(edit, id));
        Assert.Equal((600, 0), Place(edit, "b"));
        Assert.Equal((900, 150), Place(edit, "c"));
        Assert.Equal((0, 300), Place(edit, "left"));
    }

    [Fact]
    public void Where_there_is_room_nothing_moves()
    {
        var flow = Read(At(Line("a"), 0, 0), At(Line("b"), 700, 0));
        var edit = new DrawingEdit(flow.Connected("a -> b"), Drawings.Catalogue);

        var id = edit.AddAfter("a", "Done", "Elsa.WriteLine", "ny");

        Assert.Equal((300, 0), Place(edit, id));
        Assert.Equal((700, 0), Place(edit, "b"));
    }

    [Fact]
    public void After_a_step_that_leads_nowhere_a_free_place_is_found()
    {
        var flow = Read(At(Line("a"), 0, 0), At(Line("b"), 0, 150), At(Line("beside"), 300, 0));
        var edit = new DrawingEdit(flow.Connected("a -> b", "b -> beside"), Drawings.Catalogue);

        var id = edit.AddAfter("beside", "Done", "Elsa.WriteLine", "sist");
        Assert.Equal((600, 0), Place(edit, id));

        var other = edit.AddAfter("b", "Done", "Elsa.WriteLine", "mellom");
        Assert.DoesNotContain(edit.Drawing.Root.Children, c => c.Id != other && Overlap(c, edit.Drawing.FindActivity(other)!));
    }

    [Fact]
    public void In_a_sequence_a_step_comes_after_the_one_before_and_goes_without_a_trace()
    {
        var flow = DefinitionReader.Read(JsonNode.Parse(Flow().With(Sequence("s", Line("a"), Line("b"))).Json())!.AsObject()).Definition!;
        var edit = new DrawingEdit(flow, Drawings.Catalogue);

        var id = edit.AddAfter("a", "", "Elsa.WriteLine", "ny");
        Assert.Equal(["a", id, "b"], edit.Drawing.FindActivity("s")!.Children.Select(static c => c.Id));

        edit.Remove("a", null);
        Assert.Equal([id, "b"], edit.Drawing.FindActivity("s")!.Children.Select(static c => c.Id));
    }

    [Fact]
    public void An_outcome_leads_where_it_is_led_and_nowhere_when_it_is_let_go()
    {
        var flow = Read(Activity("FlowDecision", "q", ("condition", Js("true"))), Line("yes"), Line("no")).Connected("q.True -> yes", "q.False -> no");
        var edit = new DrawingEdit(flow, Drawings.Catalogue);

        edit.Lead("q", "True", "no");
        edit.Lead("q", "False", null);

        Assert.Equal([("True", "no")], edit.Drawing.Root.Connections.Select(static c => (c.SourcePort, c.TargetId)));
        edit.Lead("q", "False", "yes");
        Assert.Equal([("True", "no"), ("False", "yes")], edit.Drawing.Root.Connections.Select(static c => (c.SourcePort, c.TargetId)));
    }

    [Fact]
    public void An_answer_is_kept_in_a_variable_of_its_own()
    {
        var edit = new DrawingEdit(Drawings.Find("appeal"), Drawings.Catalogue);
        var id = edit.AddAfter("received", "Done", "IndividualPlan.CaseTask", "Ring klageren");

        edit.KeepResult(id);
        edit.KeepResult(id);

        var variable = Assert.Single(edit.Drawing.Variables, v => v.Name == "Answer1");
        Assert.Equal(variable.Id, (string?)edit.Drawing.FindActivity(id)!.Json["result"]!["memoryReference"]!["id"]);
    }

    private static IEnumerable<string> Errors(WorkflowDefinition definition) =>
        DefinitionValidator.Validate(definition, Drawings.Catalogue).Where(static p => p.Severity == ProblemSeverity.Error || p.Kind == ProblemKind.Unreachable).Select(static p => p.Message.Nb);

    private static WorkflowDefinition Read(DrawingEdit edit) => DefinitionReader.Read(edit.Json.ToJsonString()).Definition!;

    private static FlowText Read(params JsonObject[] steps) => new(steps);

    private static JsonObject At(JsonObject step, int x, int y)
    {
        step["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = y }, ["size"] = new JsonObject { ["width"] = 220, ["height"] = 80 } } };
        return step;
    }

    private static (int X, int Y) Place(DrawingEdit edit, string id) => Place(edit.Drawing.FindActivity(id)!);

    private static (int X, int Y) Place(ActivityNode step) =>
        step.Json["metadata"]?["designer"]?["position"] is { } position ? ((int)(double)JsonNode.Parse(position["x"]!.ToJsonString())!, (int)(double)JsonNode.Parse(position["y"]!.ToJsonString())!) : (0, 0);

    private static bool Overlap(ActivityNode one, ActivityNode other)
    {
        var ((x, y), (u, v)) = (Place(one), Place(other));
        return Math.Abs(x - u) < 220 && Math.Abs(y - v) < 80;
    }

    private static int Touching(ActivityNode flowchart) => flowchart.Children.Sum(one => flowchart.Children.Count(other => other != one && Overlap(one, other)));

    private sealed record FlowText(JsonObject[] Steps)
    {
        public WorkflowDefinition Connected(params string[] lines) => DefinitionReader.Read(JsonNode.Parse(Flow().With(Steps).Connect(lines).Json())!.AsObject()).Definition!;
    }
}
