using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Execution;

/// <summary>What leaders do to running instances by hand. Nothing that is done is ever done again.</summary>
public sealed class AlterationTests
{
    private readonly EngineHost host = new();

    [Fact]
    public void A_variable_gets_another_value_of_its_own_type()
    {
        var instance = host.Start(host.Publish(Flow().Variables(Variable("n", "Int32", 1)).With(Task("t"), Activity("WriteLine", "z", ("text", Js("'n is ' + getVariable('n')")))).Connect("t -> z").Json()));

        Assert.True(host.Advance(instance, new Stimulus.ModifyVariable("n", "7")));
        Assert.False(host.Advance(instance, new Stimulus.ModifyVariable("unknown", "7")));
        host.CompleteTask(instance, "t", null);

        Assert.Equal(["n is 7"], host.Console);
        Assert.False(host.Advance(instance, new Stimulus.ModifyVariable("n", "8")));
    }

    [Fact]
    public void A_step_that_is_called_off_is_skipped_and_joins_do_not_wait_for_it()
    {
        var instance = host.Start(host.Publish(Flow().With(Line("a"), Task("t"), Task("u"), Line("z")).Connect("a -> t", "a -> u", "t -> z", "u -> z").Json()));

        Assert.True(host.Advance(instance, new Stimulus.CancelActivity("t")));
        Assert.False(host.Advance(instance, new Stimulus.CancelActivity("t")));
        Assert.False(host.Advance(instance, new Stimulus.CancelActivity("Flowchart1")));
        host.CompleteTask(instance, "u", null);

        Assert.Equal(["a", "z"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void A_failed_step_that_is_called_off_lets_the_others_go_on()
    {
        var instance = host.Start(host.Publish(Flow().With(Line("a"), Task("t"), Activity("Fault", "bad", ("message", "no")), Line("z")).Connect("a -> t", "a -> bad", "t -> z").Json()));
        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);

        Assert.True(host.Advance(instance, new Stimulus.CancelActivity("bad")));
        Assert.Equal(WorkflowSubStatus.Suspended, instance.State.SubStatus);
        Assert.Single(instance.Commands.OfType<ResolveIncident>());
        host.CompleteTask(instance, "t", null);

        Assert.Equal(["a", "z"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void A_step_is_begun_by_hand_while_its_flow_runs()
    {
        var instance = host.Start(host.Publish(Flow().With(Task("t"), Line("z"), Line("y")).Connect("t -> z", "z -> y").Json()));

        Assert.False(host.Advance(instance, new Stimulus.ScheduleActivity("t")));
        Assert.False(host.Advance(instance, new Stimulus.ScheduleActivity("nothing")));
        Assert.True(host.Advance(instance, new Stimulus.ScheduleActivity("z")));

        Assert.Equal(["z", "y"], host.Console);
        Assert.Equal(["t(Elsa.RunTask:t)"], instance.Waiting());
    }

    [Fact]
    public void A_moved_instance_goes_on_in_the_new_drawing_and_repeats_nothing()
    {
        var instance = host.Start(Version(1, Flow().With(Line("a"), Task("t"), Line("z")).Connect("a -> t", "t -> z")));
        var next = Version(2, Flow().Variables(Variable("n", "Int32", 3)).With(Line("a"), Task("t"), Line("new"), Line("z")).Connect("a -> t", "t -> new", "new -> z"));

        var plan = host.PlanMigration(instance, next);
        Assert.True(host.Migrate(instance, next));
        host.CompleteTask(instance, "t", null);

        Assert.True(plan.IsSafe);
        Assert.Equal(["t"], plan.StandsAt);
        Assert.Empty(plan.NeverRun);
        Assert.Equal(["a", "new", "z"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal("flow-v2", instance.State.VersionId);
        Assert.Equal("3", instance.State.Variables["n"]!.ToString());
        Assert.Single(instance.Journal, l => l.Event == "Migrated");
        Assert.Single(instance.Journal, l => l is { Event: "Started", ActivityId: "a" });
    }

    [Fact]
    public void What_was_drawn_into_the_past_is_told_and_passed_over_and_joins_after_it_do_not_wait()
    {
        var instance = host.Start(Version(1, Flow().With(Line("a"), Task("t"), Task("u"), Line("z")).Connect("a -> t", "a -> u", "t -> z", "u -> z")));
        host.CompleteTask(instance, "u", null);
        var next = Version(2, Flow().With(Line("a"), Task("t"), Task("u"), Line("late"), Line("z")).Connect("a -> t", "a -> u", "a -> late", "t -> z", "u -> z", "late -> z"));

        var plan = host.PlanMigration(instance, next);
        Assert.True(host.Migrate(instance, next));
        host.CompleteTask(instance, "t", null);

        Assert.Equal(["late"], plan.NeverRun);
        Assert.Equal(["a", "z"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void A_join_whose_last_missing_branch_is_gone_goes_on_at_once()
    {
        var decide = Activity("FlowDecision", "d", ("condition", Js("true")));
        var instance = host.Start(Version(1, Flow().With(Line("a"), Task("t"), Task("u"), Line("gone"), Line("z"), decide)
            .Connect("a -> t", "a -> d", "d.True -> u", "u -> gone", "gone -> z", "t -> z")));
        host.CompleteTask(instance, "t", null);
        var next = Version(2, Flow().With(Line("a"), Task("t"), Task("u"), Line("z"), Line("end"), (JsonObject)decide.DeepClone())
            .Connect("a -> t", "a -> d", "d.True -> u", "u -> end", "t -> z"));

        Assert.True(host.Migrate(instance, next));
        Assert.False(host.LastMoveRanNothing);
        Assert.Equal(["a", "z"], host.Console);
        host.CompleteTask(instance, "u", null);

        Assert.Equal(["a", "z", "end"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void A_failed_instance_is_moved_and_then_retried_in_the_mended_drawing()
    {
        var instance = host.Start(Version(1, Flow().With(Line("a"), Activity("WriteLine", "w", ("text", Js("nope.x"))), Line("z")).Connect("a -> w", "w -> z")));
        var mended = Version(2, Flow().With(Line("a"), Activity("WriteLine", "w", ("text", "mended")), Line("z")).Connect("a -> w", "w -> z"));

        Assert.True(host.Migrate(instance, mended));
        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        host.Advance(instance, new Stimulus.RetryIncident(instance.State.Incidents[0].Id));

        Assert.Equal(["a", "mended", "z"], host.Console);
    }

    [Fact]
    public void A_move_that_set_nothing_going_is_taken_back_to_the_last_letter_and_the_flow_goes_on_as_if_nothing_had_been()
    {
        var instance = host.Start(Version(1, Flow().Variables(Variable("n", "Int32", 3)).With(Line("a"), Task("t"), Task("u"), Line("z")).Connect("a -> t", "a -> u", "t -> z", "u -> z")));
        host.CompleteTask(instance, "u", null);
        var before = WorkflowStateJson.Write(instance.State);
        var next = Version(2, Flow().Variables(Variable("m", "Int32", 4)).With(Line("a"), Task("t"), Task("u"), Line("new"), Line("z")).Connect("a -> t", "a -> u", "t -> new", "new -> z", "u -> z"));

        Assert.True(host.Migrate(instance, next));
        Assert.True(host.LastMoveRanNothing);
        Assert.NotEqual(before, WorkflowStateJson.Write(instance.State));
        host.TakeBack(instance, before);

        Assert.Equal(before, WorkflowStateJson.Write(instance.State));
        host.CompleteTask(instance, "t", null);
        Assert.Equal(["a", "z"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(2, instance.Journal.Count(l => l.Event == "Migrated"));
        Assert.Single(instance.Journal, l => l is { Event: "Started", ActivityId: "u" });
    }

    [Fact]
    public void A_failed_instance_is_taken_back_with_its_failure()
    {
        var instance = host.Start(Version(1, Flow().With(Line("a"), Activity("WriteLine", "w", ("text", Js("nope.x")))).Connect("a -> w")));
        var before = WorkflowStateJson.Write(instance.State);

        Assert.True(host.Migrate(instance, Version(2, Flow().With(Line("a"), Activity("WriteLine", "w", ("text", "mended"))).Connect("a -> w"))));
        Assert.True(host.LastMoveRanNothing);
        host.TakeBack(instance, before);

        Assert.Equal(before, WorkflowStateJson.Write(instance.State));
        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
    }

    [Fact]
    public void A_move_that_is_not_safe_is_refused_and_says_at_which_step()
    {
        var instance = host.Start(Version(1, Flow().With(Line("a"), Task("t"), Line("z")).Connect("a -> t", "t -> z")));

        Assert.Equal([(MigrationObstacle.StepGone, "t")], Problems(instance, Flow().With(Line("a"), Line("z")).Connect("a -> z")));
        Assert.Equal([(MigrationObstacle.StepChanged, "t")], Problems(instance, Flow().With(Line("a"), Activity("Delay", "t", ("timeSpan", "1.00:00:00")), Line("z")).Connect("a -> t", "t -> z")));
        Assert.Equal([(MigrationObstacle.OutcomeGone, "t")], Problems(instance, Flow().With(Line("a"), Task("t"), Line("z")).Connect("a -> t")));
        Assert.Equal([(MigrationObstacle.WouldRunAgain, "a")], Problems(instance, Flow().With(Task("t"), Line("a"), Line("z")).Connect("t -> a", "a -> z")));
        Assert.Equal([(MigrationObstacle.NotAnotherVersion, "")], host.PlanMigration(instance, instance.Definition).Problems.Select(p => (p.Obstacle, p.ActivityId)));
        host.CompleteTask(instance, "t", null);
        Assert.Equal([(MigrationObstacle.HasEnded, "")], Problems(instance, Flow().With(Line("a"), Task("t"), Line("z")).Connect("a -> t", "t -> z")));
        Assert.Equal(["a", "z"], host.Console);
    }

    [Fact]
    public void A_sequence_that_is_under_way_must_stay_as_it_is()
    {
        var instance = host.Start(Version(1, Flow().With(Sequence("s", Line("a"), Task("t")))));

        Assert.Equal([(MigrationObstacle.GroupChanged, "s")], Problems(instance, Flow().With(Sequence("s", Task("t"), Line("a")))));
        Assert.Empty(Problems(instance, Flow().With(Sequence("s", Line("a"), Task("t")), Line("z")).Connect("s -> z")));
    }

    private IEnumerable<(MigrationObstacle Obstacle, string ActivityId)> Problems(EngineInstance instance, FlowBuilder drawing)
    {
        var next = Version(2, drawing);
        var problems = host.PlanMigration(instance, next).Problems.Select(static p => (p.Obstacle, p.ActivityId)).ToList();
        Assert.Equal(problems.Count == 0, host.Migrate(instance, next));
        return problems;
    }

    private WorkflowDefinition Version(int version, FlowBuilder drawing)
    {
        var json = JsonNode.Parse(drawing.Json())!;
        (json["id"], json["version"]) = ($"flow-v{version}", version);
        return host.Publish(json.ToJsonString());
    }
}
