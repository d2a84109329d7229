using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Execution;

public sealed class StateTests
{
    private static readonly Surroundings Around = new(DateTimeOffset.UnixEpoch) { InstanceId = "i" };

    private readonly WorkflowEngine engine = new(ActivityCatalogue.Elsa(), new EngineOptions());

    [Fact]
    public void A_flow_that_loops_for_years_does_not_grow()
    {
        var flow = Flow().Variables(Variable("R"))
            .With(Activity("FlowFork", "f", ("branches", new JsonArray("Date", "Asked"))), Activity("Delay", "date", ("timeSpan", "180.00:00:00")),
                Activity("Event", "asked", ("eventName", "asked")), Activity("FlowJoin", "j", ("mode", "WaitAny")),
                Activity("RunTask", "revise", ("taskName", "revise"), ("result", To("R"))), Activity("FlowDecision", "again", ("condition", Js("getVariable('R') == 1"))))
            .Connect("f.Date -> date", "f.Asked -> asked", "date -> j", "asked -> j", "j -> revise", "revise -> again", "again.True -> f");
        var definition = Read(flow);
        var state = Roundtrip(engine.Advance(definition, null, new Stimulus.Start(), Around).State);
        var sizes = new List<int>();

        for (var i = 0; i < 1000; i++)
        {
            var wake = i % 2 == 0 ? state.Waits.First(static w => w.Kind == WaitKind.Timer) : state.Waits.First(static w => w.Kind == WaitKind.Event);
            state = Roundtrip(engine.Advance(definition, state, new Stimulus.ResumeWait(wake.Id), Around).State);
            state = Roundtrip(engine.Advance(definition, state, new Stimulus.ResumeActivity("revise", JsonValue.Create(1)), Around).State);
            sizes.Add(WorkflowStateJson.Write(state).Length);
        }

        Assert.InRange(sizes[^1] - sizes[0], 0, 30);
        Assert.InRange(sizes[^1], 1, 700);
    }

    [Fact]
    public void The_same_stimuli_give_the_same_bytes()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "ElsaRuns"), "*.json"))
        {
            var definition = DefinitionReader.Read(JsonNode.Parse(File.ReadAllText(file))!["definition"]!.ToJsonString()).Definition!;

            Assert.Equal(Drive(definition, isStored: true), Drive(definition, isStored: false));
        }
    }

    [Fact]
    public void Advance_leaves_the_given_state_as_it_was()
    {
        var definition = Read(Flow().Variables(Variable("X", "Object", "1")).With(Task("t"), SetVariable("s", "X", "({a:1})"), Task("u")).Connect("t -> s", "s -> u"));
        var state = engine.Advance(definition, null, new Stimulus.Start(), Around).State;
        var before = WorkflowStateJson.Write(state);

        engine.Advance(definition, state, new Stimulus.ResumeActivity("t"), Around);

        Assert.Equal(before, WorkflowStateJson.Write(state));
    }

    [Fact]
    public void A_waiting_state_is_small()
    {
        var definition = Read(Flow("five").With(Task("t1"), Task("t2")).Connect("t1 -> t2"));

        Assert.InRange(WorkflowStateJson.Write(engine.Advance(definition, null, new Stimulus.Start(), Around).State).Length, 1, 300);
    }

    [Fact]
    public void A_state_belongs_to_one_version()
    {
        var definition = Read(Flow().With(Task("t")));
        var state = engine.Advance(definition, null, new Stimulus.Start(), Around).State;

        Assert.Throws<ArgumentException>(() => engine.Advance(definition.WithIdentity("flow", "flow-v2", 2, true, true), state, new Stimulus.Cancel(), Around));
        Assert.Throws<ArgumentException>(() => engine.Advance(definition, state, new Stimulus.Start(), Around));
        Assert.Throws<ArgumentException>(() => engine.Advance(definition, null, new Stimulus.Cancel(), Around));
    }

    [Fact]
    public void Nothing_to_resume_is_refused_and_changes_nothing()
    {
        var definition = Read(Flow().With(Task("t")));
        var state = engine.Advance(definition, null, new Stimulus.Start(), Around).State;

        foreach (var stimulus in (Stimulus[])[new Stimulus.ResumeWait(99), new Stimulus.ResumeActivity("x"), new Stimulus.EventReceived("x"), new Stimulus.RetryIncident(1), new Stimulus.RaiseFault(99, "")])
        {
            var result = engine.Advance(definition, state, stimulus, Around);
            Assert.True(result.Refused);
            Assert.Empty(result.Commands);
            Assert.Same(state, result.State);
        }
    }

    [Fact]
    public void Everything_that_a_state_holds_survives_storing()
    {
        var loop = Activity("ParallelForEach", "p", ("items", Js("['æ',{b:[1,null,true]}]")));
        loop["body"] = Sequence("s", Task("t"), Activity("Fault", "f", ("message", "mangler"), ("code", "7")));
        var definition = Read(Flow().Variables(Variable("V", "Double", "1.5")).Inputs("I").With(loop, Activity("Delay", "d", ("timeSpan", "1")), Line("z")).Connect("p -> z"));
        var started = engine.Advance(definition, null, new Stimulus.Start(new JsonObject { ["I"] = "in" }, "corr", null, null, "name"), Around).State;
        var faulted = engine.Advance(definition, started, new Stimulus.ResumeActivity("t"), Around).State;

        foreach (var state in (WorkflowState[])[started, faulted])
        {
            var stored = WorkflowStateJson.Write(state);
            var read = WorkflowStateJson.Read(stored);
            Assert.Equal(stored, WorkflowStateJson.Write(read));
            Assert.Equal(state.Waits, read.Waits);
            Assert.Equal(state.Incidents, read.Incidents);
            Assert.Equal(("corr", "name", "in"), (read.CorrelationId, read.Name, read.Input["I"]!.GetValue<string>()));
        }
    }

    private static WorkflowDefinition Read(FlowBuilder flow) => DefinitionReader.Read(flow.Json()).Definition!;

    private static WorkflowState Roundtrip(WorkflowState state) => WorkflowStateJson.Read(WorkflowStateJson.Write(state));

    private string Drive(WorkflowDefinition definition, bool isStored)
    {
        var log = new System.Text.StringBuilder();
        var state = engine.Advance(definition, null, new Stimulus.Start(new JsonObject { ["N"] = 3 }), Around).State;

        for (var i = 0; i < 8; i++)
        {
            log.AppendLine(WorkflowStateJson.Write(state));

            if (state.Waits.Count == 0)
            {
                break;
            }

            var payload = new JsonObject { ["outcome"] = i % 2 == 0 ? "ok" : "granted", ["n"] = i };
            state = engine.Advance(definition, isStored ? Roundtrip(state) : state, new Stimulus.ResumeWait(state.Waits[^1].Id, payload), Around).State;
        }

        return log.ToString();
    }
}
