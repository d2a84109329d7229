using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Reminders;

/// <summary>A reminder or an escalation that will be sent when its day comes, unless what it is about is done before.</summary>
/// <param name="On">The Norwegian day.</param>
/// <param name="Rung">What will be told.</param>
/// <param name="CaseId">The case, or null.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Task">Title of the task that it is about; null when it is about a deadline.</param>
/// <param name="DueOn">The day by which that must be done.</param>
/// <param name="To">Name of the one who is told, when one person is.</param>
/// <param name="Role">The role that is told otherwise.</param>
internal sealed record ComingReminder(DateOnly On, NextRung Rung, CaseId? CaseId, string? Reference, string? Task, DateOnly? DueOn, string? To, string? Role);

/// <summary>A page of reminders with how many there are in all.</summary>
internal sealed record ReminderPage<T>(IReadOnlyList<T> Items, int Total, PageRequest Page, ReminderFilter Filter, string? CaseReference);

/// <summary>
/// What will be sent, the nearest first: every rung of every ladder that waits, within a time. The timers tell of it, which are found by an index, and not the states of the
/// flows. A ladder with a rung within the time has its next one there too.
/// </summary>
internal sealed class ListComingReminders(IpDbContext db, CaseBonds bonds, UserDirectory users, TimeProvider clock)
{
    public const int PageSize = 25;

    public async Task<ReminderPage<ComingReminder>> RunAsync(CurrentUser user, ReminderFilter filter, CancellationToken cancellationToken)
    {
        var page = new PageRequest(filter.PageNumber, PageSize);
        var rungs = await RungsAsync(user, filter, cancellationToken);
        List<Waiting> shown = [.. rungs.Skip(page.Skip).Take(PageSize)];
        var instances = shown.Select(w => w.InstanceId).Distinct().ToList();
        var cases = shown.Select(w => w.CaseId).OfType<CaseId>().Distinct().ToList();
        var tasks = instances.Count == 0 ? [] : await db.HumanTasks.Where(t => instances.Contains(t.InstanceId) && t.EndedAt == null).ToListAsync(cancellationToken);
        var deadlines = cases.Count == 0 ? [] : await db.Deadlines.Where(d => cases.Contains(d.CaseId) && d.State == DeadlineState.Running).ToListAsync(cancellationToken);
        var references = cases.Count == 0 ? [] : await db.Cases.Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Reference, cancellationToken);
        return new(
            [.. shown.Select(w => Of(
                w, w.CaseId is { } id ? references.GetValueOrDefault(id) : null,
                tasks.FirstOrDefault(t => t.InstanceId == w.InstanceId && t.WaitId == w.Rung.TaskWaitId),
                deadlines.FirstOrDefault(d => d.CaseId == w.CaseId && d.Key == w.Rung.Deadline)))],
            rungs.Count, page, filter, await ReferenceAsync(filter, cancellationToken));
    }

    /// <summary>All rungs within the time, in order. A ladder ends where it gives up.</summary>
    private async Task<List<Waiting>> RungsAsync(CurrentUser user, ReminderFilter filter, CancellationToken cancellationToken)
    {
        var lastOn = NorwegianTime.DateOf(clock.GetUtcNow()).AddDays(filter.DayCount);
        var until = NorwegianTime.EndOf(lastOn);
        var hidden = bonds.HiddenFrom(user);
        var coming = db.Waits.Where(w => w.Rung != null && w.Rung != RungKind.GiveUp && w.DueAt < until && (w.CaseId == null || !hidden.Contains(w.CaseId.Value)));
        coming = filter.CaseId is { } one ? coming.Where(w => w.CaseId == one) : coming;
        var waits = await coming.Select(w => new { w.InstanceId, w.WaitId, w.DueAt, w.Name, w.CaseId }).ToListAsync(cancellationToken);
        RungKind? kind = Enum.TryParse<RungKind>(filter[ReminderFilter.Kind], out var wanted) ? wanted : null;
        return
        [
            .. waits
                .SelectMany(w => (NextRung.Read(w.Name)?.Until(NorwegianTime.DateOf(w.DueAt!.Value), lastOn) ?? [])
                    .TakeWhile(static r => r.Rung.Kind != RungKind.GiveUp).Select(r => new Waiting(r.On, r.Rung, w.InstanceId, w.WaitId, w.CaseId)))
                .Where(w => kind is null || w.Rung.Kind == kind)
                .OrderBy(static w => w.On).ThenBy(static w => w.InstanceId.Value).ThenBy(static w => w.WaitId).ThenBy(static w => w.Rung.Kind),
        ];
    }

    private async Task<string?> ReferenceAsync(ReminderFilter filter, CancellationToken cancellationToken) =>
        filter.CaseId is { } id ? await db.Cases.Where(c => c.Id == id).Select(c => c.Reference).FirstOrDefaultAsync(cancellationToken) : null;

    private ComingReminder Of(Waiting waiting, string? reference, HumanTask? task, Deadline? deadline)
    {
        var goesToHolder = waiting.Rung is { Kind: RungKind.Remind, Role: null };
        return new(
            waiting.On, waiting.Rung, waiting.CaseId, reference, task?.Title, task is null ? deadline?.EffectiveOn : task.DueOn ?? task.LegalDeadlineOn,
            goesToHolder && task?.Assignee is { } holder ? users.NameOf(holder) : null, goesToHolder ? task?.Role : waiting.Rung.Role);
    }

    private sealed record Waiting(DateOnly On, NextRung Rung, WorkflowInstanceId InstanceId, int WaitId, CaseId? CaseId);
}
