using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A series of reminders and escalations that an activity climbs while it waits. One timer wait stands for the next rung; the rest are kept with the execution.</summary>
/// <remarks>After an outage every rung that was missed fires once, in order, because the next timer is then already due when it opens.</remarks>
internal sealed class RungLadder
{
    private readonly ActivityContext _c;
    private readonly string _key;

    private RungLadder(ActivityContext c, string key)
    {
        _c = c;
        _key = key;
    }

    private string Tag => "rung:" + _key;

    private string Slot => "rungs:" + _key;

    /// <summary>Begins a ladder. Rungs of days before today are left out: they lie before anyone could be late.</summary>
    public static void Begin(ActivityContext c, string key, IEnumerable<Rung> rungs)
    {
        var today = NorwegianTime.DateOf(c.Now);
        new RungLadder(c, key).Keep([.. rungs.Where(rung => rung.On >= today)]);
    }

    /// <summary>The ladder whose timer this wait was; null when the wait is another.</summary>
    public static RungLadder? Of(ActivityContext c, Wait wait) =>
        wait.Tag?.StartsWith("rung:", StringComparison.Ordinal) == true ? new RungLadder(c, wait.Tag["rung:".Length..]) : null;

    /// <summary>A ladder by its name, begun or not.</summary>
    public static RungLadder Named(ActivityContext c, string key) => new(c, key);

    /// <summary>Ends a ladder: no rung of it fires any more.</summary>
    public static void End(ActivityContext c, string key)
    {
        var ladder = new RungLadder(c, key);
        c.Local.Remove(ladder.Slot);
        foreach (var wait in c.Waits.Where(wait => wait.Tag == ladder.Tag).ToList())
        {
            c.CloseWait(wait.Id);
        }
    }

    /// <summary>Which of the activity's ladders it is.</summary>
    public string Key => _key;

    /// <summary>The rungs whose day has come; waits for the next one.</summary>
    public IReadOnlyList<Rung> Climb(Wait wait)
    {
        var rungs = Read();
        var day = NorwegianTime.DateOf(wait.DueAt ?? _c.Now);
        var due = rungs.Where(rung => rung.On <= day).ToList();
        Keep([.. rungs.Except(due), .. due.Select(rung => rung.Again()).OfType<Rung>()]);
        return due;
    }

    /// <summary>What the wait says of itself, so that people can see what will be sent without opening the instance's state.</summary>
    private NextRung Next(IReadOnlyList<Rung> rungs)
    {
        var task = _c.Waits.FirstOrDefault(wait => wait.Kind == WaitKind.Task && wait.Tag == HumanStep.TaskTag + _key);
        var deadline = task is null ? _c.GetText("deadline") : null;
        return Named(rungs[0]) with { Later = [.. rungs.Skip(1).Select(rung => (rung.On, Named(rung)))] };

        NextRung Named(Rung rung) => new(rung.Kind, rung.FullName, rung.Role, task?.Id, deadline) { Channel = rung.Channel, Every = rung.Every };
    }

    private List<Rung> Read() => [.. (_c.Local[Slot] as JsonArray ?? []).Select(node => Rung.FromJson(node!))];

    private void Keep(List<Rung> rungs)
    {
        foreach (var wait in _c.Waits.Where(wait => wait.Tag == Tag).ToList())
        {
            _c.CloseWait(wait.Id);
        }

        if (rungs.Count == 0)
        {
            _c.Local.Remove(Slot);
            return;
        }

        rungs = [.. rungs.OrderBy(rung => rung.On).ThenBy(rung => rung.Kind)];
        _c.Local[Slot] = new JsonArray([.. rungs.Select(JsonNode (rung) => rung.ToJson())]);
        _c.OpenWait(WaitKind.Timer, Next(rungs).ToString(), rungs[0].DueAt, Tag);
    }
}
