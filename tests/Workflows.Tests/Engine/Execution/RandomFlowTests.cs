using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Execution;

/// <summary>Whatever is drawn and whatever happens, no wait is left behind that nothing can resume, and nothing that has ended waits.</summary>
public sealed class RandomFlowTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_random_flow_leaves_no_orphan(int seed)
    {
        var random = new Random(seed);
        var host = new EngineHost(new EngineOptions { MaxStepsPerAdvance = 300 });
        var instance = host.Start(host.Publish(Draw(random)));

        for (var i = 0; i < 40 && instance.State.Status == WorkflowStatus.Running && instance.Waits.Count > 0; i++)
        {
            var wait = instance.Waits[random.Next(instance.Waits.Count)];
            Assert.True(random.Next(4) == 0
                ? wait.Kind != WaitKind.Event || host.Advance(instance, new Stimulus.EventReceived(wait.Name!))
                : host.Advance(instance, new Stimulus.ResumeWait(wait.Id, JsonValue.Create(random.Next(3)))));
        }

        switch (instance.State.SubStatus)
        {
            case WorkflowSubStatus.Finished:
                Assert.Empty(instance.Waits);
                break;
            case WorkflowSubStatus.Faulted:
                Assert.NotEmpty(instance.State.Incidents);
                break;
            default:
                Assert.Equal(WorkflowSubStatus.Suspended, instance.State.SubStatus);
                Assert.NotEmpty(instance.Waits);
                break;
        }

        if (instance.State.SubStatus != WorkflowSubStatus.Finished)
        {
            Assert.True(host.Advance(instance, new Stimulus.Cancel()));
            Assert.Empty(instance.Waits);
        }

        Assert.Equal(
            instance.Commands.OfType<OpenWait>().Select(static c => c.Wait.Id).Order(),
            instance.Commands.OfType<CloseWait>().Select(static c => c.WaitId).Order());
    }

    private static string Draw(Random random)
    {
        var number = 0;
        var steps = Steps(random, ref number, 3 + random.Next(8), 2);
        var lines = Lines(random, steps);

        return Flow("random").Variables(Variable("X", "Int32", "0")).With([.. steps]).Connect([.. lines]).Json();
    }

    private static List<JsonObject> Steps(Random random, ref int number, int count, int depth)
    {
        var steps = new List<JsonObject>();

        for (var i = 0; i < count; i++)
        {
            var id = "n" + (++number).ToString(CultureInfo.InvariantCulture);
            steps.Add(random.Next(depth > 0 ? 13 : 9) switch
            {
                0 or 1 => Task(id),
                2 => Activity("Event", id, ("eventName", "e" + random.Next(2))),
                3 => Activity("Delay", id, ("timeSpan", "1.00:00:00")),
                4 => SetVariable(id, "X", "getVariable('X')+1"),
                5 => Activity("FlowDecision", id, ("condition", Js("getVariable('X')%2==0"))),
                6 => Activity("FlowJoin", id, ("mode", random.Next(3) switch { 0 => "WaitAny", 1 => "WaitAll", _ => "WaitAllActive" })),
                7 => Activity(random.Next(6) switch { 0 => "End", 1 => "Finish", 2 => "Fault", 3 => "Complete", _ => "WriteLine" }, id),
                8 => Line(id),
                9 => Inner(random, id, ref number, depth),
                10 => Sequence(id, [.. Steps(random, ref number, 1 + random.Next(3), depth - 1)]),
                11 => Branches(random, id, ref number, depth),
                _ => Repeat(random, id, ref number, depth),
            });
        }

        return steps;
    }

    private static JsonObject Inner(Random random, string id, ref int number, int depth)
    {
        var steps = Steps(random, ref number, 2 + random.Next(4), depth - 1);

        return Flowchart(id, [.. steps], [.. Lines(random, steps)]);
    }

    private static JsonObject Branches(Random random, string id, ref int number, int depth)
    {
        var fork = Activity("Fork", id);
        fork["joinMode"] = random.Next(2) == 0 ? "WaitAny" : "WaitAll";
        fork["branches"] = new JsonArray([.. Steps(random, ref number, 2 + random.Next(2), depth - 1)]);

        return fork;
    }

    private static JsonObject Repeat(Random random, string id, ref int number, int depth)
    {
        var loop = Activity(random.Next(2) == 0 ? "ForEach" : "ParallelForEach", id, ("items", Js("[1,2]")));
        loop["body"] = Steps(random, ref number, 1, depth - 1)[0];

        return loop;
    }

    private static List<string> Lines(Random random, List<JsonObject> steps)
    {
        var lines = new List<string>();

        for (var i = 0; i < steps.Count; i++)
        {
            var source = steps[i]["id"]!.GetValue<string>();
            var ports = steps[i]["type"]!.GetValue<string>() == "Elsa.FlowDecision" ? new[] { "True", "False" } : ["Done", "Done"];

            for (var k = 0; k < 1 + random.Next(2) && i < steps.Count - 1; k++)
            {
                var target = random.Next(7) == 0 ? random.Next(steps.Count) : i + 1 + random.Next(steps.Count - i - 1);
                lines.Add($"{source}.{ports[k]} -> {steps[target]["id"]}");
            }
        }

        return lines;
    }
}
