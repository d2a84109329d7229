using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Activities;

public sealed class EventAndChildTests
{
    private readonly EngineHost host = new();

    [Fact]
    public void One_event_resumes_every_branch_that_waits_for_it()
    {
        var flow = Flow().With(Line("a"), Event("e1", "go"), Event("e2", "go"), Event("e3", "other"), Line("z")).Connect("a -> e1", "a -> e2", "a -> e3", "e1 -> z", "e2 -> z");
        var instance = host.Start(host.Publish(flow.Json()));

        host.Advance(instance, new Stimulus.EventReceived("go"));

        Assert.Equal(["e3(Elsa.Event)"], instance.Waiting());
        Assert.Equal(["a", "z"], host.Console);
    }

    [Fact]
    public void An_event_does_not_reach_a_branch_that_its_first_effect_called_off()
    {
        var flow = Flow().With(Line("a"), Event("e1", "go"), Event("e2", "go"), Line("x"), Activity("End", "end")).Connect("a -> e1", "a -> e2", "e1 -> end", "e2 -> x");
        var instance = host.Start(host.Publish(flow.Json()));

        host.Advance(instance, new Stimulus.EventReceived("go"));

        Assert.Equal(["a"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void A_published_event_reaches_those_with_the_correlation_id()
    {
        var waiter = host.Publish(Flow("waiter").With(Activity("Correlate", "c", ("correlationId", Js("getInput('Id')"))), Event("e", "go"), Activity("WriteLine", "p", ("text", Js("'got '+getLastResult().n")))).Inputs("Id")
            .Connect("c -> e", "e -> p").Json());
        var sender = host.Publish(Flow("sender").With(Activity("PublishEvent", "s", ("eventName", "go"), ("correlationId", "A"), ("payload", Js("({n:4})")))).Json());
        var first = host.Start(waiter, new JsonObject { ["Id"] = "A" });
        var second = host.Start(waiter, new JsonObject { ["Id"] = "B" });

        host.Start(sender);
        host.Settle();

        Assert.Equal(WorkflowSubStatus.Finished, first.State.SubStatus);
        Assert.Equal(WorkflowSubStatus.Suspended, second.State.SubStatus);
        Assert.Equal(["got 4"], host.Console);
    }

    [Fact]
    public void A_local_event_reaches_only_its_own_instance()
    {
        var flow = Flow().With(Line("a"), Event("e", "go"), Activity("PublishEvent", "s", ("eventName", "go"), ("isLocalEvent", true))).Connect("a -> e", "a -> s");
        var definition = host.Publish(flow.Json());
        var first = host.Start(definition);
        host.Settle();
        var second = host.Start(definition);

        Assert.Equal(WorkflowSubStatus.Finished, first.State.SubStatus);
        Assert.Equal(WorkflowSubStatus.Suspended, second.State.SubStatus);
    }

    [Fact]
    public void RunTask_hands_out_its_payload_and_takes_in_the_result()
    {
        var flow = Flow().Variables(Variable("R")).With(Activity("RunTask", "t", ("taskName", Js("'ask-'+1")), ("payload", Js("({who:'x'})")), ("result", To("R"))));
        var instance = host.Start(host.Publish(flow.Json()));

        Assert.Equal("""{"who":"x"}""", instance.Commands.OfType<OpenWait>().Single().Payload!.ToJsonString());
        host.CompleteTask(instance, "ask-1", new JsonObject { ["ok"] = true });

        Assert.Equal("""{"R":{"ok":true}}""", instance.State.Variables.ToJsonString());
    }

    [Fact]
    public void ExecuteWorkflow_that_waits_goes_on_with_the_childs_output()
    {
        host.Publish(Child().Json());
        var parent = host.Start(host.Publish(Parent("ExecuteWorkflow").Json()));

        Assert.Equal(["x(Elsa.ExecuteWorkflow)"], parent.Waiting());
        Assert.True(host.CompleteTask(parent, "child-task", new JsonObject { ["v"] = 9 }));
        host.Settle();

        Assert.Equal(WorkflowSubStatus.Finished, parent.State.SubStatus);
        Assert.Equal(["child 5", "out 9"], host.Console);
        Assert.Equal(["Started", "Suspended", "Resumed", "Completed"], parent.Journal.Where(static j => j.ActivityId == "x").Select(static j => j.Event));
    }

    [Fact]
    public void DispatchWorkflow_without_waiting_goes_on_before_the_child_begins()
    {
        host.Publish(Child().Json());
        var parent = host.Start(host.Publish(Flow("parent")
            .With(Activity("DispatchWorkflow", "x", ("workflowDefinitionId", "child"), ("input", Js("({N:1})"))), Line("z")).Connect("x -> z").Json()));

        Assert.Equal(["z"], host.Console);
        host.Settle();

        Assert.Equal(["z", "child 1"], host.Console);
        Assert.Equal(WorkflowSubStatus.Finished, parent.State.SubStatus);
    }

    [Fact]
    public void Cancelling_the_parent_cancels_the_child_it_waits_for()
    {
        host.Publish(Child().Json());
        var parent = host.Start(host.Publish(Parent("DispatchWorkflow").Json()));
        host.Settle();

        host.Advance(parent, new Stimulus.Cancel("no longer wanted"));

        Assert.All(host.Instances, static i => Assert.Equal(WorkflowSubStatus.Cancelled, i.State.SubStatus));
        Assert.All(host.Instances, static i => Assert.Empty(i.Waits));
    }

    [Fact]
    public void A_child_that_faults_at_once_is_told_to_the_parent_and_keeps_its_own_incident()
    {
        host.Publish(Flow("child").With(Activity("Fault", "f", ("message", "broken"))).Json());
        var parent = host.Start(host.Publish(Flow("parent").Variables(Variable("R"))
            .With(Activity("ExecuteWorkflow", "x", ("workflowDefinitionId", "child"), ("waitForCompletion", true), ("result", To("R")))).Json()));

        Assert.Equal(WorkflowSubStatus.Finished, parent.State.SubStatus);
        Assert.Equal("Faulted", parent.State.Variables["R"]!["SubStatus"]!.GetValue<string>());
        Assert.Equal("broken", host.Instances[1].State.Incidents[0].Message);
    }

    [Fact]
    public void A_child_that_nobody_published_and_one_that_starts_itself_are_incidents()
    {
        var missing = host.Start(host.Publish(Flow("a").With(Activity("ExecuteWorkflow", "x", ("workflowDefinitionId", "nobody"))).Json()));
        var endless = host.Start(host.Publish(Flow("b").With(Activity("ExecuteWorkflow", "x", ("workflowDefinitionId", "b"), ("waitForCompletion", true))).Json()));

        Assert.Contains("nobody", missing.State.Incidents[0].Message, StringComparison.Ordinal);
        Assert.Equal(WorkflowSubStatus.Finished, endless.State.SubStatus);
        Assert.Contains(host.Instances, static i => i.State.SubStatus == WorkflowSubStatus.Faulted);
    }

    [Fact]
    public void A_workflow_used_as_an_activity_takes_inputs_gives_outputs_and_leaves_by_its_outcomes()
    {
        host.Publish(Flow("double").Inputs("N").Outputs("Twice")
            .With(Task("inner"), Activity("SetOutput", "o", ("outputName", "Twice"), ("outputValue", Js("getInput('N')*2"))), Activity("Complete", "c", ("outcomes", "Big")))
            .Connect("inner -> o", "o -> c").Json());
        var use = Activity("Double", "d", ("n", Js("21")), ("twice", To("R")));
        use["workflowDefinitionId"] = "double";
        var instance = host.Start(host.Publish(Flow("outer").Variables(Variable("R")).With(use, Line("small"), Line("big")).Connect("d.Done -> small", "d.Big -> big").Json()));

        Assert.Equal(["inner(Elsa.RunTask:inner)"], instance.Waiting());
        host.CompleteTask(instance, "inner", null);

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(["big"], host.Console);
        Assert.Equal("""{"R":42}""", instance.State.Variables.ToJsonString());
        Assert.Contains(instance.Journal, static j => j is { NodeId: "Workflow1:Flowchart1:d:Workflow2:Flowchart1:c", Event: "Completed" });
    }

    [Fact]
    public void Http_answers_lead_by_status_code_and_failures_by_their_own_ports()
    {
        var flow = Flow().With(
            Activity("FlowSendHttpRequest", "h", ("url", "https://example.test/x"), ("method", "post"), ("content", Js("({a:1})")), ("contentType", "application/json"),
                ("expectedStatusCodes", new JsonObject { ["typeName"] = "Int32[]", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "[200,404]" } }),
                ("authorization", "Bearer t"), ("requestHeaders", Js("({'X-A':['1','2']})"))),
            Line("ok"), Line("gone"), Line("other"), Line("offline"))
            .Connect("h.200 -> ok", "h.404 -> gone", "h.Unmatched status code -> other", "h.Failed to connect -> offline");
        var definition = host.Publish(flow.Json());
        (JsonObject Answer, string Line)[] cases =
        [
            (new JsonObject { ["statusCode"] = 200 }, "ok"), (new JsonObject { ["statusCode"] = 404 }, "gone"),
            (new JsonObject { ["statusCode"] = 500 }, "other"), (new JsonObject { ["failure"] = "connect" }, "offline"),
        ];

        foreach (var (answer, line) in cases)
        {
            var instance = host.Start(definition);
            var sent = instance.Commands.OfType<SendHttp>().Single();
            Assert.Equal(("POST", "https://example.test/x", """{"a":1}""", "1, 2", "Bearer t"), (sent.Method, sent.Url, sent.Content, sent.Headers["X-A"], sent.Headers["Authorization"]));
            host.Advance(instance, new Stimulus.ResumeWait(sent.WaitId, answer));
            Assert.Equal(line, host.Console[^1]);
        }
    }

    [Fact]
    public void SendHttpRequest_runs_the_activity_of_the_status_code()
    {
        var request = Activity("SendHttpRequest", "h", ("url", "https://example.test/x"));
        request["expectedStatusCodes"] = new JsonArray(new JsonObject { ["statusCode"] = 200, ["activity"] = Line("ok") });
        request["failedToConnect"] = Line("offline");
        var definition = host.Publish(Flow().With(request, Line("z")).Connect("h -> z").Json());
        var first = host.Start(definition);
        var second = host.Start(definition);

        host.Advance(first, new Stimulus.ResumeWait(first.Waits[0].Id, new JsonObject { ["statusCode"] = 200 }));
        host.Advance(second, new Stimulus.ResumeWait(second.Waits[0].Id, new JsonObject { ["failure"] = "connect" }));

        Assert.Equal(["ok", "z", "offline", "z"], host.Console);
    }

    private static FlowBuilder Child() => Flow("child").Inputs("N").Outputs("V")
        .With(Activity("WriteLine", "c1", ("text", Js("'child '+getInput('N')"))), Activity("RunTask", "ct", ("taskName", "child-task"), ("result", To("T"))),
            Activity("SetOutput", "co", ("outputName", "V"), ("outputValue", Js("getVariable('T').v"))))
        .Variables(Variable("T")).Connect("c1 -> ct", "ct -> co");

    private static FlowBuilder Parent(string type) => Flow("parent").Variables(Variable("R"))
        .With(Activity(type, "x", ("workflowDefinitionId", "child"), ("waitForCompletion", true), ("input", Js("({N:5})")), ("result", To("R"))),
            Activity("WriteLine", "p", ("text", Js("'out '+getVariable('R').V"))))
        .Connect("x -> p");

    private static JsonObject Event(string id, string name) => Activity("Event", id, ("eventName", name));
}
