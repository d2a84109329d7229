using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>An e-mail as the server took it.</summary>
/// <param name="To">Whom it went to.</param>
/// <param name="Link">Where it leads.</param>
/// <param name="MessageId">What tells it from others.</param>
/// <param name="IsMarkedLate">Whether it says that it comes late.</param>
/// <param name="On">The simulated day on which the server had it.</param>
internal sealed record Delivered(string To, string Link, string MessageId, bool IsMarkedLate, DateOnly On);

/// <summary>Holds what was told, what the outbox says and what lies at the mail server against what must have been told.</summary>
internal sealed partial class CheckMessages(IReadOnlyList<ExpectedRung> expected, IReadOnlyList<Delivered> delivered, IReadOnlySet<DateOnly> daysWithoutMail)
{
    private static readonly string[] OfLadders = [DrawnLadders.Reminder, DrawnLadders.Escalation, DrawnLadders.Warning];

    private readonly List<string> _violations = [];

    /// <summary>How many of each kind were told.</summary>
    public Dictionary<string, int> Told { get; } = [];

    public async Task<IReadOnlyList<string>> RunAsync(IpDbContext db)
    {
        var told = await db.Notifications.Select(static n => new ToldRow(n.Id, n.CaseId == null ? null : n.CaseId.Value.Value, n.SubjectId, n.Rung, n.Kind, n.At, n.PlannedOn, n.IsLate)).ToListAsync();
        foreach (var kind in told.GroupBy(static t => OfLadders.Contains(t.Kind) ? t.Kind : "Alert"))
        {
            Told[kind.Key] = kind.Count();
        }

        ExpectRungs([.. told.Where(static t => OfLadders.Contains(t.Kind))]);
        await ExpectMailsAsync(db, told);
        return _violations;
    }

    /// <summary>Each rung exactly once, on its day or when the host was there again, and none that should not have been.</summary>
    private void ExpectRungs(IReadOnlyList<ToldRow> told)
    {
        var wanted = expected.ToLookup(static e => (e.SubjectId, e.Kind, (DateOnly?)e.On));
        var found = told.ToLookup(static t => (t.SubjectId, t.Kind, t.PlannedOn));
        foreach (var rung in wanted)
        {
            var least = rung.Count(static e => !e.IsOpen);
            var times = found[rung.Key].Count();
            if (times < least || times > rung.Count())
            {
                _violations.Add($"{(times < least ? "missed" : "doubled")}: {rung.Key} was told {times} times and not {rung.Count()}");
            }
        }

        foreach (var row in told)
        {
            if (wanted[(row.SubjectId, row.Kind, row.PlannedOn)].FirstOrDefault() is not { } rung)
            {
                _violations.Add($"uncalled for: {row}");
            }
            else if (row.At != rung.At || row.IsLate != rung.IsLate)
            {
                _violations.Add($"at the wrong time: {row} and not {rung.At:O}, {(rung.IsLate ? "late" : "in time")}");
            }
        }
    }

    /// <summary>Each who was told has one e-mail, with the same link, on the same day; one that waited while the mail server was down may be moot by then.</summary>
    private async Task ExpectMailsAsync(IpDbContext db, IReadOnlyList<ToldRow> told)
    {
        var rows = told.ToDictionary(static t => t.Id);
        var ended = await db.HumanTasks.Where(static t => t.EndedAt != null).Select(static t => new { t.Id, t.EndedAt }).ToDictionaryAsync(static t => t.Id.Value, static t => t.EndedAt);
        foreach (var deadline in await db.Deadlines.Where(static d => d.EndedAt != null).Select(static d => new { d.Id, d.EndedAt }).ToListAsync())
        {
            ended[deadline.Id.Value] = deadline.EndedAt;
        }

        var recipients = await db.NotificationRecipients.Select(static r => new { r.NotificationId, r.UserId }).ToListAsync();
        var wanted = recipients.Select(r => (Row: rows[r.NotificationId], To: r.UserId + "@example.com"))
            .ToLookup(r => (r.To, LinkOf(r.Row), r.Row.IsLate, Calendar.DayOf(r.Row.At)), static r => r.Row);
        var found = delivered.GroupBy(static d => (d.To, d.Link, d.IsMarkedLate, d.On)).ToDictionary(static g => g.Key, static g => g.Count());

        foreach (var mail in wanted)
        {
            var (to, link, isLate, on) = mail.Key;
            var hadMail = !daysWithoutMail.Contains(on);
            var times = hadMail ? Take(found, mail.Key, mail.Count()) : Take(found, (to, link, isLate, on.AddDays(1)), mail.Count());
            var mayBeMoot = mail.Count(row => OfLadders.Contains(row.Kind) && ended.TryGetValue(row.SubjectId, out var at) && (at == row.At || (!hadMail && at < Calendar.SixOn(on.AddDays(2)))));
            if (times < mail.Count() - mayBeMoot)
            {
                _violations.Add($"e-mail missed: {mail.Key} came {times} times and not {mail.Count()}");
            }
        }

        _violations.AddRange(found.Where(static f => f.Value > 0).Select(static f => $"e-mail uncalled for: {f.Key}, {f.Value} times"));
        _violations.AddRange(delivered.GroupBy(static d => d.MessageId).Where(static g => g.Count() > 1).Select(static g => $"e-mail doubled: {g.First()} came {g.Count()} times"));
        _violations.AddRange((await db.Outbox.Where(static m => m.State != OutboxState.Sent).Select(static m => m.Key).ToListAsync()).Select(static k => $"left in the outbox: {k}"));
    }

    private static int Take<T>(Dictionary<T, int> found, T key, int atMost)
        where T : notnull
    {
        var times = Math.Min(found.GetValueOrDefault(key), atMost);
        if (times > 0)
        {
            found[key] -= times;
        }

        return times;
    }

    /// <summary>Where an e-mail about it leads.</summary>
    private static string LinkOf(ToldRow row) => row switch
    {
        { Kind: DrawnLadders.Reminder or DrawnLadders.Escalation or "TaskGiven" or "TaskTaken" } => $"/tasks/{row.SubjectId}",
        { Kind: DrawnLadders.Warning } => $"/cases/{row.CaseId}/deadlines",
        _ => $"/cases/{row.CaseId}",
    };

    /// <summary>Reads the link from a body.</summary>
    public static string LinkIn(string body) => LinkPattern().Match(body).Groups[1].Value;

    [GeneratedRegex(@"https://plan\.example\.com(/\S*)")]
    private static partial Regex LinkPattern();

    private sealed record ToldRow(Guid Id, Guid? CaseId, Guid SubjectId, string Rung, string Kind, DateTimeOffset At, DateOnly? PlannedOn, bool IsLate);
}
