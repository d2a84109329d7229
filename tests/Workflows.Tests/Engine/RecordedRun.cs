using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Engine;

/// <summary>Does the steps of one recorded run and compares what comes of them with what the genuine Elsa did.</summary>
internal sealed class RecordedRun
{
    private readonly JsonObject recorded;
    private readonly EngineHost host = new();
    private readonly List<string> differences = [];

    public RecordedRun(JsonObject recorded)
    {
        this.recorded = recorded;

        foreach (var dependency in recorded["dependencies"] as JsonArray ?? [])
        {
            host.Publish(dependency!.ToJsonString());
        }

        Definition = host.Publish(recorded["definition"]!.ToJsonString());
    }

    private Workflows.Engine.Definitions.WorkflowDefinition Definition { get; }

    public IReadOnlyList<string> Differences()
    {
        var steps = recorded["steps"]!.AsArray();
        var expected = recorded["expect"]!.AsArray();
        EngineInstance instance = null!;

        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i]!.AsObject();
            var isRefused = false;

            if (Text(step, "do") == "start")
            {
                instance = host.Start(Definition, recorded["input"]?.DeepClone() as JsonObject);
            }
            else
            {
                isRefused = !Do(instance, step);
            }

            // What the genuine engine leaves to a background queue may or may not have happened when it was looked at.
            if (!Matches(instance, expected[i]!.AsObject()) && host.HasPending)
            {
                host.Settle();
            }

            // An event that nobody waits for is no refusal in the recordings: it was taken and did nothing.
            isRefused &= Text(step, "do") != "event" || expected[i]!["refused"] is not null;
            Compare(instance, expected[i]!.AsObject(), isRefused, $"step {i + 1} ({step.ToJsonString()})");
        }

        CompareFinal(instance, recorded["final"]!.AsObject());

        return differences;
    }

    private static string? Text(JsonObject o, string name) => o[name]?.ToString();

    private bool Do(EngineInstance instance, JsonObject step)
    {
        switch (Text(step, "do"))
        {
            case "complete-task":
                return host.CompleteTask(instance, Text(step, "task")!, step["result"]);
            case "resume-activity":
                return host.Advance(instance, new Stimulus.ResumeActivity(Text(step, "activity")!, step["result"]?.DeepClone()));
            case "fire-delay":
                return host.FireDelay(instance);
            case "event":
                return host.Advance(instance, new Stimulus.EventReceived(Text(step, "name")!, step["payload"]?.DeepClone()));
            case "complete-all-tasks":
                return host.CompleteAllTasks(instance, step["result"]);
            case "cancel":
                return host.Advance(instance, new Stimulus.Cancel());
            case "settle":
                host.Settle();
                return true;
            default:
                throw new NotSupportedException($"The run has a step that nobody knows: {step.ToJsonString()}");
        }
    }

    private static bool Matches(EngineInstance instance, JsonObject expected) =>
        instance.State.Status.ToString() == Text(expected, "status")
        && instance.State.SubStatus.ToString() == Text(expected, "subStatus")
        && Same(Texts(expected["waiting"]), instance.Waiting())
        && Texts(expected["completed"]).SequenceEqual(instance.Completed());

    private void Compare(EngineInstance instance, JsonObject expected, bool isRefused, string where)
    {
        Check(where, "status", Text(expected, "status"), instance.State.Status.ToString());
        Check(where, "subStatus", Text(expected, "subStatus"), instance.State.SubStatus.ToString());
        Check(where, "waiting", Join(Texts(expected["waiting"]).Order(StringComparer.Ordinal)), Join(instance.Waiting().Order(StringComparer.Ordinal)));
        Check(where, "completed", Join(Texts(expected["completed"])), Join(instance.Completed()));
        Check(where, "refused", expected["refused"]?.GetValue<bool>() == true ? "yes" : "no", isRefused ? "yes" : "no");
    }

    private void CompareFinal(EngineInstance instance, JsonObject expected)
    {
        const string Where = "final";
        Check(Where, "status", Text(expected, "status"), instance.State.Status.ToString());
        Check(Where, "subStatus", Text(expected, "subStatus"), instance.State.SubStatus.ToString());
        CheckJson("variables", expected["variables"], instance.State.Variables);
        CheckJson("output", expected["output"], instance.State.Output);
        Check(Where, "incidents", Join(Texts(expected["incidents"])), Join(instance.State.Incidents.Select(static i => i.ActivityId)));
        Check(Where, "console", Join(Texts(expected["console"])), Join(host.Console));
        Check(Where, "journal", Join(Texts(expected["journal"])), Join(instance.Journal.Select(static j => $"{j.Event} {j.ActivityId} {j.ActivityType}")));
    }

    private void CheckJson(string what, JsonNode? expected, JsonObject actual)
    {
        if (!JsonNode.DeepEquals(expected, actual) && Canonical(expected) != Canonical(actual))
        {
            differences.Add($"final, {what}: expected {expected?.ToJsonString()}, was {actual.ToJsonString()}");
        }
    }

    /// <summary>Member order and the way a number is written do not matter.</summary>
    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject o => "{" + string.Join(",", o.OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => $"\"{p.Key}\":{Canonical(p.Value)}")) + "}",
        JsonArray a => "[" + string.Join(",", a.Select(Canonical)) + "]",
        _ when node.GetValueKind() == JsonValueKind.Number => double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    private void Check(string where, string what, string? expected, string? actual)
    {
        if (expected != actual)
        {
            differences.Add($"{where}, {what}:{Environment.NewLine}  expected {expected}{Environment.NewLine}  was      {actual}");
        }
    }

    private static bool Same(IEnumerable<string> a, IEnumerable<string> b) =>
        a.Order(StringComparer.Ordinal).SequenceEqual(b.Order(StringComparer.Ordinal));

    private static string Join(IEnumerable<string> items) => "[" + string.Join(" | ", items) + "]";

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(static t => t?.ToString() ?? "")];
}
