using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Reminders;

/// <summary>Something that was sent.</summary>
/// <param name="Row">What was told.</param>
/// <param name="Reference">The case's reference, or null.</param>
/// <param name="To">Names of those who were told.</param>
/// <param name="Read">How many of them have marked it as read.</param>
/// <param name="Mailed">How many e-mails left.</param>
internal sealed record SentReminder(NotificationRow Row, string? Reference, IReadOnlyList<string> To, int Read, int Mailed);

/// <summary>What was sent to staff, the newest first, by kind, and what came late.</summary>
internal sealed class ListSentReminders(IpDbContext db, CaseBonds bonds, UserDirectory users, TimeProvider clock)
{
    /// <summary>Kinds that can be chosen; what drawings alert of is one kind.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        [NotificationKinds.TaskReminder, NotificationKinds.TaskEscalated, NotificationKinds.DeadlineWarning, NotificationKinds.TaskGiven, NotificationKinds.TaskTaken, NotificationKinds.SubstituteNamed];

    public const string Alerts = "alerts";

    public async Task<ReminderPage<SentReminder>> RunAsync(CurrentUser user, ReminderFilter filter, CancellationToken cancellationToken)
    {
        var page = new PageRequest(filter.PageNumber, ListComingReminders.PageSize);
        var since = NorwegianTime.At(NorwegianTime.DateOf(clock.GetUtcNow()).AddDays(1 - filter.DayCount), TimeOnly.MinValue);
        var hidden = bonds.HiddenFrom(user);
        var sent = db.Notifications.Where(n => n.At >= since && (n.CaseId == null || !hidden.Contains(n.CaseId.Value)));
        sent = filter[ReminderFilter.Kind] switch
        {
            Alerts => sent.Where(n => !Kinds.Contains(n.Kind)),
            { } kind when Kinds.Contains(kind) => sent.Where(n => n.Kind == kind),
            _ => sent,
        };
        sent = filter.IsLateOnly ? sent.Where(n => n.IsLate) : sent;
        sent = filter.CaseId is { } one ? sent.Where(n => n.CaseId == one) : sent;

        var total = await sent.CountAsync(cancellationToken);
        var rows = await sent.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Skip(page.Skip).Take(page.Size)
            .Select(n => new { Row = n, Reference = db.Cases.Where(c => c.Id == n.CaseId).Select(c => c.Reference).FirstOrDefault() }).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Row.Id).ToList();
        var recipients = ids.Count == 0 ? [] : await db.NotificationRecipients.Where(r => ids.Contains(r.NotificationId)).ToListAsync(cancellationToken);
        var reference = filter.CaseId is { } id ? await db.Cases.Where(c => c.Id == id).Select(c => c.Reference).FirstOrDefaultAsync(cancellationToken) : null;
        return new([.. rows.Select(r => Of(r.Row, r.Reference, [.. recipients.Where(x => x.NotificationId == r.Row.Id)]))], total, page, filter, reference);
    }

    private SentReminder Of(NotificationRow row, string? reference, IReadOnlyList<NotificationRecipient> to) => new(
        row, reference, [.. to.Select(r => users.NameOf(r.UserId)).Order(StringComparer.CurrentCulture)], to.Count(r => r.ReadAt is not null), to.Count(r => r.MailedAt is not null));
}
