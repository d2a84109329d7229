using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Activities;

public sealed class ContainerTests
{
    private readonly EngineHost host = new();

    [Fact]
    public void Fork_wait_any_in_a_flowchart_calls_off_the_loser_and_goes_on()
    {
        var fork = Activity("Fork", "f");
        fork["joinMode"] = "WaitAny";
        fork["branches"] = new JsonArray(Task("t1"), Sequence("s", Task("t2"), Line("never")));
        var instance = host.Start(host.Publish(Flow().With(fork, Line("z")).Connect("f -> z").Json()));

        host.CompleteTask(instance, "t1", null);

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(["z"], host.Console);
        Assert.Empty(instance.Waits);
        Assert.Equal(["s", "t2"], instance.Journal.Where(static j => j.Event == "Canceled").Select(static j => j.ActivityId));
    }

    [Fact]
    public void Fork_without_branches_and_parallel_without_activities_complete_at_once()
    {
        var fork = Activity("Fork", "f");
        fork["branches"] = new JsonArray();
        host.Start(host.Publish(Flow().With(fork, Container("Parallel", "p"), Line("z")).Connect("f -> p", "p -> z").Json()));

        Assert.Equal(["z"], host.Console);
    }

    [Fact]
    public void Sequence_variables_begin_anew_with_each_round_and_hide_those_outside()
    {
        var inner = Sequence("s", SetVariable("inc", "X", "getVariable('X')+1"), Activity("WriteLine", "p", ("text", Js("'x='+getVariable('X')"))));
        inner["variables"] = new JsonArray(Variable("X", "Int32", "10"));
        var loop = Activity("For", "f", ("start", 1), ("end", 2), ("step", 1));
        loop["body"] = inner;
        var instance = host.Start(host.Publish(Flow().Variables(Variable("X", "Int32", "1")).With(loop).Json()));

        Assert.Equal(["x=11", "x=11"], host.Console);
        Assert.Equal("""{"X":1}""", instance.State.Variables.ToJsonString());
    }

    [Fact]
    public void End_in_a_sequence_ends_the_sequence()
    {
        host.Start(host.Publish(Flow().With(Sequence("s", Line("a"), Activity("End", "e"), Line("b")), Line("z")).Connect("s -> z").Json()));

        Assert.Equal(["a", "z"], host.Console);
    }

    [Fact]
    public void Complete_ends_the_whole_workflow_from_within_a_loop()
    {
        var loop = Activity("ForEach", "f", ("items", Js("[1,2,3]")));
        loop["body"] = Sequence("s", Line("a"), Activity("Complete", "c"), Line("b"));
        var instance = host.Start(host.Publish(Flow().With(loop, Line("z")).Connect("f -> z").Json()));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(["a"], host.Console);
    }

    [Fact]
    public void Finish_deep_inside_ends_everything_and_leaves_nothing()
    {
        var flow = Flow().With(Line("a"), Task("t"), Sequence("s", Line("b"), Activity("Finish", "x"), Line("c")), Line("z")).Connect("a -> t", "a -> s", "s -> z");
        var instance = host.Start(host.Publish(flow.Json()));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(["a", "b"], host.Console);
        Assert.Empty(instance.Waits);
        Assert.Equal(["Flowchart1", "s", "t"], instance.Commands.OfType<DropExecution>().Select(static c => c.ActivityId).Order());
    }

    [Theory]
    [InlineData(1, 3, 1, true, "1,2,3")]
    [InlineData(1, 3, 1, false, "1,2")]
    [InlineData(3, 1, -1, true, "3,2,1")]
    [InlineData(0, 10, 4, true, "0,4,8")]
    [InlineData(3, 1, -1, false, "3,2")]
    [InlineData(5, 1, 1, true, "")]
    public void For_counts_as_told(int start, int end, int step, bool inclusive, string expected)
    {
        var loop = Activity("For", "f", ("start", start), ("end", end), ("step", step), ("outerBoundInclusive", inclusive));
        loop["body"] = Activity("WriteLine", "p", ("text", Js("getVariable('CurrentValue')")));
        host.Start(host.Publish(Flow().With(loop).Json()));

        Assert.Equal(expected, string.Join(",", host.Console));
    }

    [Fact]
    public void ForEach_gives_index_and_value_and_break_leaves_it()
    {
        var condition = Activity("If", "i", ("condition", Js("getVariable('CurrentIndex')==1")));
        condition["then"] = Activity("Break", "k");
        var loop = Activity("ForEach", "f", ("items", "[\"a\",\"b\",\"c\"]"));
        loop["body"] = Sequence("s", condition, Activity("WriteLine", "p", ("text", Js("getCurrentIndex()+getCurrentValue()"))));
        host.Start(host.Publish(Flow().With(loop, Line("z")).Connect("f -> z").Json()));

        Assert.Equal(["0a", "z"], host.Console);
    }

    [Fact]
    public void ParallelForEach_gives_each_body_its_own_item()
    {
        var loop = Activity("ParallelForEach", "f", ("items", Js("['a','b']")));
        loop["body"] = Sequence("s", Task("ask"), Activity("WriteLine", "p", ("text", Js("getVariable('CurrentValue')+getVariable('CurrentIndex')"))));
        var instance = host.Start(host.Publish(Flow().With(loop, Line("z")).Connect("f -> z").Json()));

        host.Advance(instance, new Stimulus.ResumeWait(instance.Waits[1].Id));
        host.CompleteAllTasks(instance, null);

        Assert.Equal(["b1", "a0", "z"], host.Console);
    }

    [Fact]
    public void Switch_match_any_runs_all_cases_that_hold_and_waits_for_them()
    {
        var choice = Activity("Switch", "s", ("mode", "MatchAny"));
        choice["cases"] = new JsonArray(Case("one", "true", Task("t1")), Case("two", "false", Task("t2")), Case("three", "true", Task("t3")));
        var instance = host.Start(host.Publish(Flow().With(choice, Line("z")).Connect("s -> z").Json()));

        host.CompleteTask(instance, "t3", null);
        Assert.Equal(["t1(Elsa.RunTask:t1)"], instance.Waiting());
        host.CompleteTask(instance, "t1", null);

        Assert.Equal(["z"], host.Console);
    }

    [Fact]
    public void Switch_without_a_match_runs_the_default_or_nothing()
    {
        var with = Activity("Switch", "s1");
        with["cases"] = new JsonArray(Case("one", "false", Line("x")));
        with["default"] = Line("d");
        var without = Activity("Switch", "s2");
        without["cases"] = new JsonArray();
        host.Start(host.Publish(Flow().With(with, without, Line("z")).Connect("s1 -> s2", "s2 -> z").Json()));

        Assert.Equal(["d", "z"], host.Console);
    }

    [Fact]
    public void A_sequence_can_be_the_root()
    {
        var instance = host.Start(host.Publish(Flow().Json(Sequence("root", Line("a"), Task("t"), Line("b")))));

        host.CompleteTask(instance, "t", null);

        Assert.Equal(["a", "b"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    private static JsonObject Case(string label, string code, JsonObject activity) => new()
    {
        ["label"] = label,
        ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = code },
        ["activity"] = activity,
    };
}
