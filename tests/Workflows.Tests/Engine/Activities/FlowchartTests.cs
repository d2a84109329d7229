using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Activities;

public sealed class FlowchartTests
{
    private readonly EngineHost host = new();

    [Fact]
    public void Nested_loops_through_tasks_go_round_as_often_as_drawn()
    {
        var flow = Flow()
            .Variables(Variable("inner", "Int32", "0"), Variable("outer", "Int32", "0"))
            .With(Line("a"), Task("t"), SetVariable("i", "inner", "getVariable('inner')+1"), Decision("di", "getVariable('inner')%2!=0"),
                SetVariable("o", "outer", "getVariable('outer')+1"), Decision("do", "getVariable('outer')<2"), Line("z"))
            .Connect("a -> t", "t -> i", "i -> di", "di.True -> t", "di.False -> o", "o -> do", "do.True -> a", "do.False -> z");
        var instance = host.Start(host.Publish(flow.Json()));

        host.CompleteAllTasks(instance, 1);

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(["a", "a", "z"], host.Console);
        Assert.Equal(4, instance.Journal.Count(static j => j is { ActivityId: "t", Event: "Completed" }));
    }

    [Fact]
    public void A_connection_back_into_one_branch_of_a_fork_faults_where_it_leaves()
    {
        var flow = Flow()
            .With(Line("a"), Task("t1"), Task("t2"), Decision("d", "true"), Line("z"))
            .Connect("a -> t1", "a -> t2", "t1 -> z", "t2 -> z", "z -> d", "d.True -> t1");
        var instance = host.Start(host.Publish(flow.Json()));

        host.CompleteAllTasks(instance, 1);

        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        var incident = Assert.Single(instance.State.Incidents);
        Assert.Equal("d", incident.ActivityId);
        Assert.Contains("Invalid backward connection", incident.Message, StringComparison.Ordinal);
        Assert.Equal(["Started", "Completed", "Faulted"], instance.Journal.Where(static j => j.ActivityId == "d").Select(static j => j.Event));
    }

    [Fact]
    public void A_wait_all_join_that_one_branch_misses_is_skipped_and_the_flow_finishes()
    {
        var flow = Flow()
            .With(Activity("FlowFork", "f", ("branches", new JsonArray("A", "B"))), Task("t1"), Decision("d", "false"),
                Activity("FlowJoin", "j", ("mode", "WaitAll")), Line("z"))
            .Connect("f.A -> t1", "f.B -> d", "t1 -> j", "d.True -> j", "j -> z");
        var instance = host.Start(host.Publish(flow.Json()));

        host.CompleteTask(instance, "t1", null);

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Empty(host.Console);
        Assert.DoesNotContain(instance.Journal, static j => j.ActivityId == "j");
    }

    [Fact]
    public void A_wait_any_join_calls_off_a_nested_flow_and_everything_in_it()
    {
        var nested = Flowchart("sub", [Task("inner"), Line("after")], "inner -> after");
        var flow = Flow()
            .With(Activity("FlowFork", "f", ("branches", new JsonArray("A", "B"))), nested, Activity("Event", "e", ("eventName", "stop")),
                Activity("FlowJoin", "j", ("mode", "WaitAny")), Line("z"))
            .Connect("f.A -> sub", "f.B -> e", "sub -> j", "e -> j", "j -> z");
        var instance = host.Start(host.Publish(flow.Json()));

        host.Advance(instance, new Stimulus.EventReceived("stop"));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(["z"], host.Console);
        Assert.Empty(instance.Waits);
        Assert.Equal(["inner", "sub"], instance.Journal.Where(static j => j.Event == "Canceled").Select(static j => j.ActivityId));
    }

    [Fact]
    public void A_join_inside_a_nested_flow_calls_off_its_own_branches_only()
    {
        var nested = Flowchart(
            "sub",
            [Line("s"), Task("t1"), Task("t2"), Activity("FlowJoin", "j", ("mode", "WaitAny"))],
            "s -> t1", "s -> t2", "t1 -> j", "t2 -> j");
        var flow = Flow().With(Line("a"), nested, Task("other"), Line("z")).Connect("a -> sub", "a -> other", "sub -> z");
        var instance = host.Start(host.Publish(flow.Json()));

        host.CompleteTask(instance, "t1", null);

        Assert.Equal(["other(Elsa.RunTask:other)"], instance.Waiting());
        Assert.Equal(["a", "s", "z"], host.Console);
    }

    [Fact]
    public void End_in_a_nested_flow_ends_that_flow_only_and_the_next_activity_runs()
    {
        var nested = Flowchart("sub", [Line("s"), Task("t"), Activity("End", "e")], "s -> t", "s -> e");
        var flow = Flow().With(nested, Line("z")).Connect("sub -> z");
        var instance = host.Start(host.Publish(flow.Json()));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(["s", "z"], host.Console);
        Assert.Empty(instance.Waits);
    }

    [Fact]
    public void End_calls_off_a_nested_flow_that_waits()
    {
        var nested = Flowchart("sub", [Task("t")]);
        var flow = Flow().With(Line("a"), nested, Line("b"), Activity("End", "e")).Connect("a -> sub", "a -> b", "b -> e");
        var instance = host.Start(host.Publish(flow.Json()));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Empty(instance.State.Incidents);
        Assert.Empty(instance.Waits);
    }

    [Fact]
    public void The_trigger_that_fired_is_where_the_flow_begins_and_it_stays_so_after_a_wait()
    {
        var flow = Flow().With(Line("a"), Activity("Event", "e", ("eventName", "go"), ("result", To("P"))), Task("t"), Line("z"))
            .Variables(Variable("P")).Connect("a -> z", "e -> t", "t -> z");
        var definition = host.Publish(flow.Json());

        var instance = host.Start(definition, trigger: "e", payload: new JsonObject { ["n"] = 1 });
        host.CompleteTask(instance, "t", null);

        Assert.Equal(["z"], host.Console);
        Assert.Equal("""{"P":{"n":1}}""", instance.State.Variables.ToJsonString());
    }

    [Fact]
    public void Duplicate_connections_count_once_and_a_dead_end_ends_its_branch()
    {
        var flow = Flow().With(Line("a"), Line("b"), Line("c")).Connect("a -> b", "a -> b", "a.Nowhere -> c");
        host.Start(host.Publish(flow.Json()));

        Assert.Equal(["a", "b"], host.Console);
    }

    [Fact]
    public void A_merge_mode_is_a_token_property_that_counters_do_not_heed()
    {
        var merge = Line("z");
        merge["customProperties"]!["mergeMode"] = "Race";
        var flow = Flow().With(Line("a"), Task("t1"), Task("t2"), merge).Connect("a -> t1", "a -> t2", "t1 -> z", "t2 -> z");
        var instance = host.Start(host.Publish(flow.Json()));

        host.CompleteTask(instance, "t1", null);

        Assert.Equal(["t2(Elsa.RunTask:t2)"], instance.Waiting());
    }

    private static JsonObject Decision(string id, string code) => Activity("FlowDecision", id, ("condition", Js(code)));
}
