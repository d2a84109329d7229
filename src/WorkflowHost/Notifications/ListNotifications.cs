using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Notifications;

/// <summary>A notification as its recipient sees it.</summary>
/// <param name="Row">What was told.</param>
/// <param name="ReadAt">When the recipient marked it as read, or null.</param>
/// <param name="Reference">The case's reference; null when it is about no case, or about one that the recipient may no longer know of.</param>
/// <param name="IsHidden">Whether it is about a case that the recipient may no longer know of: then nothing of it is shown.</param>
/// <param name="DueOn">The day by which something must be done, or null.</param>
/// <param name="IsDone">Whether that is done meanwhile.</param>
internal sealed record ListedNotification(NotificationRow Row, DateTimeOffset? ReadAt, string? Reference, bool IsHidden, DateOnly? DueOn, bool IsDone);

/// <summary>One page of someone's notifications.</summary>
internal sealed record NotificationList(IReadOnlyList<ListedNotification> Items, int Unread, int All, PageRequest Page, bool ShowsAll);

/// <summary>Someone's own notifications, newest first. Four statements, however many there are.</summary>
internal sealed class ListNotifications(IpDbContext db, CaseBonds bonds)
{
    public const int PageSize = 20;

    public async Task<NotificationList> RunAsync(CurrentUser user, bool showsAll, int page, CancellationToken cancellationToken)
    {
        var request = new PageRequest(page, PageSize);
        var own = db.NotificationRecipients.Where(r => r.UserId == user.UserId);
        var unread = await own.CountAsync(r => r.ReadAt == null, cancellationToken);
        var all = await own.CountAsync(cancellationToken);
        var rows = await own.Where(r => showsAll || r.ReadAt == null).OrderByDescending(r => r.At).ThenByDescending(r => r.NotificationId).Skip(request.Skip).Take(PageSize)
            .Join(db.Notifications, r => r.NotificationId, n => n.Id, (r, n) => new { Row = n, r.ReadAt, r.At })
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Row.Id).ToListAsync(cancellationToken);

        var cases = rows.Select(r => r.Row.CaseId).OfType<Workflows.Cases.CaseId>().Distinct().ToList();
        var visible = cases.Count == 0 ? [] : await bonds.VisibleTo(user).Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Reference, cancellationToken);
        var subjects = await SubjectsAsync([.. rows.Select(r => r.Row)], cancellationToken);
        return new NotificationList(
            [.. rows.Select(r => Listed(r.Row, r.ReadAt, visible, subjects))], unread, all, request, showsAll);
    }

    private static ListedNotification Listed(
        NotificationRow row, DateTimeOffset? readAt, Dictionary<Workflows.Cases.CaseId, string> visible, Dictionary<Guid, (DateOnly? DueOn, bool IsDone)> subjects)
    {
        string? reference = null;
        var isHidden = row.CaseId is { } caseId && !visible.TryGetValue(caseId, out reference);
        var (dueOn, isDone) = isHidden ? default : subjects.GetValueOrDefault(row.SubjectId);
        return new ListedNotification(row, readAt, reference, isHidden, dueOn, isDone);
    }

    private async Task<Dictionary<Guid, (DateOnly? DueOn, bool IsDone)>> SubjectsAsync(IReadOnlyList<NotificationRow> rows, CancellationToken cancellationToken)
    {
        List<HumanTaskId> tasks = [.. rows.Where(r => r.Kind is not (NotificationKinds.DeadlineWarning or NotificationKinds.SubstituteNamed or NotificationKinds.ProtectedCaseOpened)).Select(r => new HumanTaskId(r.SubjectId))];
        List<DeadlineId> deadlines = [.. rows.Where(r => r.Kind == NotificationKinds.DeadlineWarning).Select(r => new DeadlineId(r.SubjectId))];
        var found = new Dictionary<Guid, (DateOnly? DueOn, bool IsDone)>();
        if (tasks.Count > 0)
        {
            foreach (var task in await db.HumanTasks.Where(t => tasks.Contains(t.Id)).Select(t => new { t.Id, t.DueOn, t.LegalDeadlineOn, t.EndedAt }).ToListAsync(cancellationToken))
            {
                found[task.Id.Value] = (task.DueOn ?? task.LegalDeadlineOn, task.EndedAt is not null);
            }
        }

        if (deadlines.Count > 0)
        {
            foreach (var deadline in await db.Deadlines.Where(d => deadlines.Contains(d.Id)).Select(d => new { d.Id, d.EffectiveOn, d.MetOn, d.State }).ToListAsync(cancellationToken))
            {
                found[deadline.Id.Value] = (deadline.EffectiveOn, deadline.MetOn is not null || deadline.State == DeadlineState.Stopped);
            }
        }

        return found;
    }
}

/// <summary>How many notifications someone has not read: the number in the menu.</summary>
internal sealed class CountUnread(IpDbContext db)
{
    /// <summary>Most that are counted; more are shown as many.</summary>
    public const int Most = 100;

    public Task<int> RunAsync(CurrentUser user, CancellationToken cancellationToken) =>
        db.NotificationRecipients.Where(r => r.UserId == user.UserId && r.ReadAt == null).Take(Most).CountAsync(cancellationToken);
}
