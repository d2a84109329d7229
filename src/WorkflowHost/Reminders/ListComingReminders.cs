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
/// <param name="Next">What will be told.</param>
/// <param name="CaseId">The case, or null.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Task">Title of the task that it is about; null when it is about a deadline.</param>
/// <param name="DueOn">The day by which that must be done.</param>
/// <param name="To">Name of the one who is told, when one person is; else the role is in <paramref name="Next"/> or <paramref name="Role"/>.</param>
/// <param name="Role">The role of a task that nobody has taken.</param>
internal sealed record ComingReminder(DateOnly On, NextRung Next, CaseId? CaseId, string? Reference, string? Task, DateOnly? DueOn, string? To, string? Role);

/// <summary>A page of reminders with how many there are in all.</summary>
internal sealed record ReminderPage<T>(IReadOnlyList<T> Items, int Total, PageRequest Page, ReminderFilter Filter, string? CaseReference);

/// <summary>What will be sent, the nearest first: the next rung of every ladder that waits. It is read from the timers, by an index, and not from the states of the flows.</summary>
internal sealed class ListComingReminders(IpDbContext db, CaseBonds bonds, UserDirectory users, TimeProvider clock)
{
    public const int PageSize = 25;

    public async Task<ReminderPage<ComingReminder>> RunAsync(CurrentUser user, ReminderFilter filter, CancellationToken cancellationToken)
    {
        var page = new PageRequest(filter.PageNumber, PageSize);
        var until = NorwegianTime.EndOf(NorwegianTime.DateOf(clock.GetUtcNow()).AddDays(filter.DayCount));
        var hidden = bonds.HiddenFrom(user);
        var coming = db.Waits.Where(w => w.Rung != null && w.Rung != RungKind.GiveUp && w.DueAt < until && (w.CaseId == null || !hidden.Contains(w.CaseId.Value)));
        coming = Enum.TryParse<RungKind>(filter[ReminderFilter.Kind], out var kind) ? coming.Where(w => w.Rung == kind) : coming;
        coming = filter.CaseId is { } one ? coming.Where(w => w.CaseId == one) : coming;

        var total = await coming.CountAsync(cancellationToken);
        var waits = await coming.OrderBy(w => w.DueAt).ThenBy(w => w.InstanceId).ThenBy(w => w.WaitId).Skip(page.Skip).Take(PageSize)
            .Select(w => new { w.InstanceId, w.DueAt, w.Name, w.CaseId, Reference = db.Cases.Where(c => c.Id == w.CaseId).Select(c => c.Reference).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var instances = waits.Select(w => w.InstanceId).Distinct().ToList();
        var cases = waits.Select(w => w.CaseId).Distinct().ToList();
        var tasks = instances.Count == 0 ? [] : await db.HumanTasks.Where(t => instances.Contains(t.InstanceId) && t.EndedAt == null).ToListAsync(cancellationToken);
        var deadlines = cases.Count == 0 ? [] : await db.Deadlines.Where(d => cases.Contains(d.CaseId) && d.State == DeadlineState.Running).ToListAsync(cancellationToken);

        return new(
            [.. waits.Select(w => (Wait: w, Next: NextRung.Read(w.Name)!)).Where(w => w.Next is not null).Select(w => Of(
                NorwegianTime.DateOf(w.Wait.DueAt!.Value), w.Next, w.Wait.CaseId, w.Wait.Reference,
                tasks.FirstOrDefault(t => t.InstanceId == w.Wait.InstanceId && t.WaitId == w.Next.TaskWaitId),
                deadlines.FirstOrDefault(d => d.CaseId == w.Wait.CaseId && d.Key == w.Next.Deadline)))],
            total, page, filter, await ReferenceAsync(filter, cancellationToken));
    }

    private async Task<string?> ReferenceAsync(ReminderFilter filter, CancellationToken cancellationToken) =>
        filter.CaseId is { } id ? await db.Cases.Where(c => c.Id == id).Select(c => c.Reference).FirstOrDefaultAsync(cancellationToken) : null;

    private ComingReminder Of(DateOnly on, NextRung next, CaseId? caseId, string? reference, HumanTask? task, Deadline? deadline) => new(
        on, next, caseId, reference, task?.Title, task is null ? deadline?.EffectiveOn : task.DueOn ?? task.LegalDeadlineOn,
        next.Kind == RungKind.Remind && task?.Assignee is { } holder ? users.NameOf(holder) : null,
        next.Kind == RungKind.Remind && next.TaskWaitId is not null ? task?.Role : next.Role);
}
