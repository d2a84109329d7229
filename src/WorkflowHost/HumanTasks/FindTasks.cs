using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>One page of a list of tasks, and how many there are in all.</summary>
internal sealed record FoundTasks(IReadOnlyList<ListedTask> Items, int Total);

/// <summary>
/// The work list: finds tasks among those that the user may see, the most urgent first unless another order is wanted. A page costs two statements,
/// however many cases and tasks there are: one that counts, and one that finds the page's ids in an index and reads what is shown of them.
/// </summary>
internal sealed class FindTasks(IpDbContext db, TaskScopes scopes, CaseBonds bonds, CaseAccess access, UserDirectory users, TimeProvider clock)
{
    public async Task<FoundTasks> RunAsync(CurrentUser user, TaskFilter filter, PageRequest page, CallReason reason, CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var scoped = await scopes.OfAsync(user, filter, cancellationToken);
        var tasks = Matching(user, filter, scoped.Tasks, today);
        var total = await tasks.CountAsync(cancellationToken);
        var rows = total <= page.Skip ? [] : await PageAsync(user, Ordered(tasks, filter), filter, page, cancellationToken);

        if (filter.Words is not null)
        {
            await access.LogSearchAsync(user, "task-search", reason, total, cancellationToken);
        }

        return new FoundTasks([.. rows.Select(r => new ListedTask(r.Task, r.Reference, today, users)
        {
            CaseTrack = r.Track,
            CaseState = r.State,
            Person = r.Person,
            Comments = r.Comments,
            Attachments = r.Attachments,
        }.WithAbsence(scoped.Today, user, users))], total);
    }

    /// <summary>Ids of the tasks that match, the first of them in the order of the list.</summary>
    public async Task<IReadOnlyList<HumanTaskId>> IdsAsync(CurrentUser user, TaskFilter filter, int atMost, CancellationToken cancellationToken)
    {
        var scoped = await scopes.OfAsync(user, filter, cancellationToken);
        var tasks = Matching(user, filter, scoped.Tasks, NorwegianTime.DateOf(clock.GetUtcNow()));
        return await Ordered(tasks, filter).Select(t => t.Id).Take(atMost).ToListAsync(cancellationToken);
    }

    private IQueryable<HumanTask> Matching(CurrentUser user, TaskFilter filter, IQueryable<HumanTask> scoped, DateOnly today)
    {
        var tasks = filter.Phase switch
        {
            null => scoped,
            TaskPhase.Done => scoped.Where(t => t.EndedAt != null),
            TaskPhase.Active => scoped.Where(t => t.EndedAt == null && (t.HoldUntil == null || t.HoldUntil <= today)),
            TaskPhase.OnHold => scoped.Where(t => t.EndedAt == null && t.HoldUntil > today),
            _ => scoped.Where(t => t.EndedAt == null),
        };
        tasks = filter.Assignee switch
        {
            null => tasks,
            TaskFilter.Me => tasks.Where(t => t.Assignee == user.UserId),
            TaskFilter.Nobody => tasks.Where(t => t.Assignee == null),
            var other => tasks.Where(t => t.Assignee == other),
        };
        tasks = filter.Ids is { } ids ? tasks.Where(t => ids.Contains(t.Id)) : tasks;
        tasks = filter.CaseId is { } caseId ? tasks.Where(t => t.CaseId == caseId) : tasks;
        tasks = filter.State is { } state ? tasks.Where(t => t.State == state) : tasks;
        tasks = filter.Role is { } role ? tasks.Where(t => t.Role == role) : tasks;
        tasks = filter.Keys is { Count: > 0 } keys ? tasks.Where(t => keys.Contains(t.Key)) : tasks;
        tasks = filter.LegalDeadlineBeforeDate is { } legal ? tasks.Where(t => t.LegalDeadlineOn < legal) : tasks;
        tasks = filter.DueBeforeDate is { } due ? tasks.Where(t => t.DueOn < due) : tasks;
        tasks = filter.FollowUpBeforeDate is { } followUp ? tasks.Where(t => t.FollowUpOn < followUp) : tasks;
        if (filter.IsDueThisWeek)
        {
            var sunday = CountTasks.SundayOf(today);
            tasks = tasks.Where(t => t.EndedAt == null && ((t.LegalDeadlineOn >= today && t.LegalDeadlineOn <= sunday) || (t.DueOn >= today && t.DueOn <= sunday)));
        }

        tasks = filter.IsOverdue ? tasks.Where(t => t.EndedAt == null && (t.LegalDeadlineOn < today || t.DueOn < today)) : tasks;
        tasks = filter.Track is { } track ? tasks.Where(t => db.Cases.Any(c => c.Id == t.CaseId && c.Track == track)) : tasks;
        if (filter.Words is null)
        {
            return tasks;
        }

        var found = CaseWords.Matching(db, bonds.VisibleTo(user), filter.Words, CaseWords.ShowsNames(user)).Select(c => c.Id);
        return tasks.Where(t => t.CaseId != null && found.Contains(t.CaseId.Value));
    }

    private IQueryable<HumanTask> Ordered(IQueryable<HumanTask> tasks, TaskFilter filter) => filter switch
    {
        { Phase: TaskPhase.Done } => tasks.OrderByDescending(t => t.EndedAt).ThenByDescending(t => t.Id),
        { Order: TaskOrder.Due } => tasks.OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id),
        { Order: TaskOrder.FollowUp } => tasks.OrderBy(t => t.FollowUpOn == null).ThenBy(t => t.FollowUpOn).ThenBy(t => t.Urgency).ThenBy(t => t.Id),
        { Order: TaskOrder.Reference } => tasks
            .SelectMany(t => db.Cases.Where(c => c.Id == t.CaseId).DefaultIfEmpty(), (t, c) => new { Task = t, c!.Reference })
            .OrderBy(x => x.Task.CaseId == null).ThenBy(x => x.Reference).ThenBy(x => x.Task.Id).Select(x => x.Task),
        _ => tasks.OrderBy(t => t.Urgency).ThenBy(t => t.Id),
    };

    private Task<List<Row>> PageAsync(CurrentUser user, IQueryable<HumanTask> ordered, TaskFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var ids = ordered.Select(t => t.Id).Skip(page.Skip).Take(page.Size);
        var named = bonds.VisibleTo(user);
        var shown = Ordered(db.HumanTasks.AsNoTracking().Where(t => ids.Contains(t.Id)), filter);
        var showsNames = CaseWords.ShowsNames(user);
        return shown
            .SelectMany(t => db.Cases.Where(c => c.Id == t.CaseId).DefaultIfEmpty(), (t, c) => new { Task = t, Case = c })
            .SelectMany(x => db.Persons.Where(p => p.Id == x.Case!.PersonId).DefaultIfEmpty(), (x, p) => new Row(
                x.Task, x.Case!.Reference, x.Case.Track, (CaseState?)x.Case.State, showsNames && named.Any(c => c.Id == x.Task.CaseId), p!.GivenName, p.FamilyName,
                db.TaskComments.Count(c => c.TaskId == x.Task.Id && c.StruckAt == null), db.TaskAttachments.Count(a => a.TaskId == x.Task.Id && a.StruckAt == null)))
            .ToListAsync(cancellationToken);
    }

    private sealed record Row(HumanTask Task, string? Reference, string? Track, CaseState? State, bool IsNamed, string? GivenName, string? FamilyName, int Comments, int Attachments)
    {
        public PersonName? Person => IsNamed && GivenName is not null && FamilyName is not null ? new PersonName(GivenName, FamilyName) : null;
    }
}
