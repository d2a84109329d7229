using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Execution;

public sealed class IncidentTests
{
    private readonly EngineHost host = new();

    [Fact]
    public void A_fault_stops_the_instance_and_its_siblings_wait_until_a_retry()
    {
        var instance = host.Start(host.Publish(Branches().Json()));
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Faulted), (instance.State.Status, instance.State.SubStatus));
        Assert.Equal(["t(Elsa.RunTask:t)"], instance.Waiting());
        Assert.False(host.CompleteTask(instance, "t", null));

        Assert.True(host.Advance(instance, new Stimulus.RetryIncident(instance.State.Incidents[0].Id)));

        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        Assert.Equal(2, instance.Commands.OfType<RaiseIncident>().Count());
        Assert.Single(instance.Commands.OfType<ResolveIncident>());
    }

    [Fact]
    public void A_retry_that_succeeds_sets_the_instance_and_its_siblings_going_again()
    {
        var definition = host.Publish(Flow().With(Line("a"), Task("t"), Activity("FlowDecision", "d", ("condition", Js("theCase.isReady === undefined ? nope.x : true"))), Line("z"))
            .Connect("a -> t", "a -> d", "t -> z", "d.True -> z").Json());
        var instance = host.Start(definition);
        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);

        host.Case = new JsonObject { ["isReady"] = true };
        host.Advance(instance, new Stimulus.RetryIncident(instance.State.Incidents[0].Id));

        Assert.Equal(WorkflowSubStatus.Suspended, instance.State.SubStatus);
        Assert.Empty(instance.State.Incidents);
        host.CompleteTask(instance, "t", null);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(["a", "z"], host.Console);
    }

    [Fact]
    public void What_fails_after_a_task_is_done_is_retried_without_the_task()
    {
        var loop = Activity("While", "w", ("condition", Js("theCase.stop === undefined && getVariable('n') > 0 ? nope.x : getVariable('n') === 0")));
        loop["body"] = Sequence("s", Task("t"), SetVariable("v", "n", "1"));
        var definition = host.Publish(Flow().Variables(Variable("n", "Int32", "0")).With(loop, Line("z")).Connect("w -> z").Json());
        var instance = host.Start(definition);
        host.CompleteTask(instance, "t", null);
        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);

        host.Case = new JsonObject { ["stop"] = true };
        host.Advance(instance, new Stimulus.RetryIncident(instance.State.Incidents[0].Id));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(["z"], host.Console);
        Assert.Single(instance.Commands.OfType<OpenWait>());
    }

    [Fact]
    public void With_continue_with_incidents_the_other_branches_go_on_and_the_instance_finishes()
    {
        var instance = host.Start(host.Publish(Branches().ContinueWithIncidents().Json()));
        Assert.Equal(WorkflowSubStatus.Suspended, instance.State.SubStatus);

        host.CompleteTask(instance, "t", null);

        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Finished), (instance.State.Status, instance.State.SubStatus));
        Assert.Equal("boom", Assert.Single(instance.State.Incidents).Message);
        Assert.Equal(["a", "z"], host.Console);
    }

    [Fact]
    public void A_fault_activity_carries_its_code_and_message()
    {
        var instance = host.Start(host.Publish(Flow().With(Activity("Fault", "f", ("code", "E7"), ("message", "no address"))).Json()));

        var incident = Assert.Single(instance.State.Incidents);
        Assert.Equal(("E7", "no address", "f", "Workflow1:Flowchart1:f"), (incident.Code, incident.Message, incident.ActivityId, incident.NodeId));
    }

    [Fact]
    public void A_pure_cycle_stops_at_the_step_limit_and_names_what_goes_round()
    {
        var tight = new EngineHost(new EngineOptions { MaxStepsPerAdvance = 50 });
        var instance = tight.Start(tight.Publish(Flow().With(Line("a"), Line("b"), Line("c")).Connect("a -> b", "b -> c", "c -> b").Json()));

        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        Assert.Contains("b, c", Assert.Single(instance.State.Incidents).Message, StringComparison.Ordinal);
        Assert.Equal(50 - 2, tight.Console.Count);
    }

    [Fact]
    public void A_long_loop_that_ends_can_be_retried_over_the_step_limit()
    {
        var tight = new EngineHost(new EngineOptions { MaxStepsPerAdvance = 50 });
        var loop = Activity("For", "f", ("start", 1), ("end", 60), ("step", 1));
        loop["body"] = Activity("WriteLine", "p", ("text", Js("getVariable('CurrentValue')")));
        var instance = tight.Start(tight.Publish(Flow().With(loop, Line("z")).Connect("f -> z").Json()));

        while (instance.State.SubStatus == WorkflowSubStatus.Faulted)
        {
            Assert.True(tight.Advance(instance, new Stimulus.RetryIncident(instance.State.Incidents[0].Id)));
        }

        Assert.Equal([.. Enumerable.Range(1, 60).Select(static i => $"{i}"), "z"], tight.Console);
    }

    [Fact]
    public void A_loop_without_a_body_does_not_overflow()
    {
        var instance = host.Start(host.Publish(Flow().With(Activity("While", "w", ("condition", Js("true")))).Json()));

        Assert.Equal("w", Assert.Single(instance.State.Incidents).ActivityId);
    }

    [Fact]
    public void A_command_that_the_host_could_not_apply_becomes_an_incident_of_its_activity()
    {
        var definition = host.Publish(Flow().With(Task("t"), Line("b"), Line("c")).Connect("t -> b", "b -> c").Json());
        var trial = new EngineHost();
        var probe = trial.Start(trial.Publish(Flow().With(Task("t"), Line("b"), Line("c")).Connect("t -> b", "b -> c").Json()));
        trial.CompleteTask(probe, "t", null);
        var failing = probe.Commands.OfType<WriteOutput>().First().ExecutionId;
        var instance = host.Start(definition);

        host.Advance(instance, new Stimulus.ResumeWait(instance.Waits[0].Id), new ForcedFault(failing, "the letter could not be made"));

        var incident = Assert.Single(instance.State.Incidents);
        Assert.Equal(("b", "the letter could not be made"), (incident.ActivityId, incident.Message));
        host.Advance(instance, new Stimulus.RetryIncident(incident.Id));
        Assert.Equal(["b", "c"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void A_faulted_instance_can_be_cancelled_and_leaves_nothing()
    {
        var instance = host.Start(host.Publish(Branches().Json()));

        Assert.True(host.Advance(instance, new Stimulus.Cancel()));

        Assert.Equal(WorkflowSubStatus.Cancelled, instance.State.SubStatus);
        Assert.Empty(instance.Waits);
        Assert.Empty(instance.State.Incidents);
        Assert.False(host.Advance(instance, new Stimulus.Cancel()));
        Assert.False(host.Advance(instance, new Stimulus.RetryIncident(1)));
    }

    [Fact]
    public void A_fault_from_outside_fails_the_waiting_activity()
    {
        var instance = host.Start(host.Publish(Flow().With(Task("t")).Json()));

        host.Advance(instance, new Stimulus.RaiseFault(instance.Waits[0].Id, "the child is gone"));

        Assert.Equal("the child is gone", instance.State.Incidents[0].Message);
        host.Advance(instance, new Stimulus.RetryIncident(instance.State.Incidents[0].Id));
        Assert.Equal(["t(Elsa.RunTask:t)"], instance.Waiting());
    }

    [Fact]
    public void An_unknown_activity_type_loads_and_fails_only_when_it_is_reached()
    {
        var instance = host.Start(host.Publish(Flow().With(Line("a"), Activity("Nobody.Knows", "x")).Connect("a -> x").Json()));

        Assert.Equal(["a"], host.Console);
        Assert.Contains("Nobody.Knows", Assert.Single(instance.State.Incidents).Message, StringComparison.Ordinal);
    }

    private static FlowBuilder Branches() => Flow()
        .With(Line("a"), Task("t"), Activity("Fault", "f", ("message", "boom")), Line("z"))
        .Connect("a -> t", "a -> f", "t -> z");
}
