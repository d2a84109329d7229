using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>A time in which the host did not run.</summary>
internal sealed record Outage(DateTimeOffset From, DateTimeOffset To);

/// <summary>A reminder, an escalation or a warning that must have been told, once.</summary>
/// <param name="SubjectId">The task or the deadline.</param>
/// <param name="Kind">The kind of notification.</param>
/// <param name="On">The day for which it was planned.</param>
/// <param name="At">The instant at which it must have been told: six in the morning, or when the host was there again.</param>
/// <param name="IsOpen">Whether what it is about ended at that very instant, so that either order is right.</param>
internal sealed record ExpectedRung(Guid SubjectId, string Kind, DateOnly On, DateTimeOffset At, bool IsOpen)
{
    /// <summary>Whether its day was over when it could be told.</summary>
    public bool IsLate => Calendar.DayOf(At) > On;
}

/// <summary>What must have been told, worked out from when tasks and deadlines began and ended, and from the ladders as they are drawn.</summary>
/// <param name="outages">When the host did not run.</param>
/// <param name="until">Where the clock stands at the end.</param>
internal sealed class Expectation(IReadOnlyList<Outage> outages, DateTimeOffset until)
{
    public async Task<IReadOnlyList<ExpectedRung>> ReadAsync(IpDbContext db) => [.. await OfTasksAsync(db), .. await OfDeadlinesAsync(db)];

    private async Task<IEnumerable<ExpectedRung>> OfTasksAsync(IpDbContext db)
    {
        var flows = await db.WorkflowInstances.Select(static i => new { i.Id, i.DefinitionId, i.DefinitionVersion }).ToDictionaryAsync(static i => i.Id);
        var obliged = await db.PlanParticipants.Where(static p => p.HasDutyToTakePart).Select(static p => p.Id).ToListAsync();
        var obligedIds = obliged.Select(static id => id.Value).ToHashSet();
        var tasks = await db.HumanTasks.Where(static t => t.DueOn != null).Select(static t => new { t.Id, t.InstanceId, t.Key, t.DueOn, t.OpenedAt, t.EndedAt, t.SubjectId }).ToListAsync();
        return tasks.SelectMany(t =>
            DrawnLadders.OfTask(flows[t.InstanceId].DefinitionId, flows[t.InstanceId].DefinitionVersion, t.Key, t.SubjectId is { } id && obligedIds.Contains(id))
                .SelectMany(rung => Told(t.Id.Value, rung, t.DueOn!.Value, t.OpenedAt, t.EndedAt)));
    }

    private async Task<IEnumerable<ExpectedRung>> OfDeadlinesAsync(IpDbContext db)
    {
        var started = (await db.History.Where(static h => h.Event == "deadline-started").Select(static h => new { h.At, h.Details }).ToListAsync())
            .ToDictionary(static h => Guid.Parse((string)JsonNode.Parse(h.Details)!["deadlineId"]!), static h => h.At);
        return (await db.Deadlines.ToListAsync()).SelectMany(d => DrawnLadders.OfDeadline(d.Key).SelectMany(rung =>
            Told(d.Id.Value, rung, rung.InWorkingDays ? DrawnLadders.WorkingDayUntil(d.EffectiveOn) : d.EffectiveOn, started[d.Id.Value], d.EndedAt)));
    }

    /// <summary>The days of a rung from the day on which the step began, as long as it lasted.</summary>
    private IEnumerable<ExpectedRung> Told(Guid subjectId, DrawnRung rung, DateOnly lastOn, DateTimeOffset from, DateTimeOffset? to)
    {
        var days = DrawnLadders.DaysOf(rung, lastOn, Calendar.DayOf(until)).ToList();

        // A rung whose first day lies before the step began is not climbed at all.
        if (days[0] < Calendar.DayOf(from))
        {
            yield break;
        }

        foreach (var day in days)
        {
            var at = WhenRunning(Later(Calendar.SixOn(day), from));
            if (at > until || to < at)
            {
                yield break;
            }

            yield return new ExpectedRung(subjectId, rung.Kind, day, at, to == at);
        }
    }

    private DateTimeOffset WhenRunning(DateTimeOffset at) => outages.FirstOrDefault(o => at >= o.From && at < o.To)?.To ?? at;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

/// <summary>Norwegian days and hours.</summary>
internal static class Calendar
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Oslo).DateTime);

    public static DateTimeOffset SixOn(DateOnly day) => At(day, 6);

    public static DateTimeOffset At(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        return new DateTimeOffset(local, Oslo.GetUtcOffset(local)).ToUniversalTime();
    }
}
