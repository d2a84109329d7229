using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>Tasks that nobody has, and tasks past their date; the most urgent first.</summary>
/// <remarks>
/// Overdue is what the work list calls overdue. A task that waits for the person or for a participant is never without someone who should take it, and so
/// not unassigned. When a case closes its tasks end with it, so an open task needs no look at its case; what a drawing lets go on after that is work all the same.
/// </remarks>
internal sealed class ListOfficeTasks(IpDbContext db, OfficeCases cases, CaseBonds bonds, UserDirectory users, TimeProvider clock)
{
    /// <summary>Roles that are held in a case; the one whose task it is, is known.</summary>
    private static readonly string[] BoundRoles = [Roles.Person, Roles.Guardian, Roles.Participant, Roles.Representative, Roles.Relative];

    public Task<int> CountAsync(CurrentUser user, OfficeBlock block, OfficeFilter filter, CancellationToken cancellationToken) =>
        Matching(user, block, filter, Today).CountAsync(cancellationToken);

    public async Task<Found<ListedTask>> RunAsync(CurrentUser user, OfficeBlock block, OfficeFilter filter, PageRequest page, int? counted, CancellationToken cancellationToken)
    {
        var today = Today;
        var matching = Matching(user, block, filter, today);
        var total = counted ?? await matching.CountAsync(cancellationToken);
        if (total <= page.Skip)
        {
            return new([], total);
        }

        var showsNames = CaseWords.ShowsNames(user);
        var ids = matching.OrderBy(t => t.Urgency).ThenBy(t => t.Id).Select(t => t.Id).Skip(page.Skip).Take(page.Size);
        var rows = await db.HumanTasks.Where(t => ids.Contains(t.Id)).OrderBy(t => t.Urgency).ThenBy(t => t.Id)
            .SelectMany(t => db.Cases.Where(c => c.Id == t.CaseId).DefaultIfEmpty(), (t, c) => new { Task = t, Case = c })
            .SelectMany(x => db.Persons.Where(p => p.Id == x.Case!.PersonId).DefaultIfEmpty(), (x, p) => new
            {
                x.Task,
                x.Case!.Reference,
                x.Case.Track,
                State = (CaseState?)x.Case.State,
                GivenName = showsNames ? p!.GivenName : null,
                FamilyName = showsNames ? p!.FamilyName : null,
            })
            .ToListAsync(cancellationToken);

        return new([.. rows.Select(r => new ListedTask(r.Task, r.Reference, today, users) { CaseTrack = r.Track, CaseState = r.State, Person = OfficeCases.NameOf(r.GivenName, r.FamilyName) })], total);
    }

    private DateOnly Today => NorwegianTime.DateOf(clock.GetUtcNow());

    private IQueryable<Entry> Matching(CurrentUser user, OfficeBlock block, OfficeFilter filter, DateOnly today)
    {
        var open = db.HumanTasks.Where(t => t.EndedAt == null);
        var tasks = block == OfficeBlock.OverdueTasks
            ? Overdue(open, today)
            : Entries(open.Where(t => t.Assignee == null)).Where(t => !BoundRoles.Contains(t.Role!));
        if (!OfficeBlocks.FollowsAll(user))
        {
            tasks = tasks.Where(t => OfficeBlocks.CoordinationRoles.Contains(t.Role!));
        }

        if (filter.IsEmpty)
        {
            var hidden = bonds.HiddenFrom(user);
            return tasks.Where(t => t.CaseId == null || !hidden.Contains(t.CaseId.Value));
        }

        var counted = cases.Of(user, filter);
        return tasks.Where(t => counted.Any(c => c.Id == t.CaseId));
    }

    /// <summary>
    /// What is overdue lies in three stretches of the index by urgency, which goes by legal deadline and then by due date: a legal deadline that is past,
    /// one still to come with a due date that is past, and none with a due date that is past. Nothing else is read.
    /// </summary>
    private static IQueryable<Entry> Overdue(IQueryable<HumanTask> open, DateOnly today)
    {
        var from = today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var none = TaskUrgency.Of(null, DateOnly.MinValue)[..9];
        var noneFrom = none + from;
        return Entries(open.Where(t => string.Compare(t.Urgency, from) < 0))
            .Concat(Entries(open.Where(t => string.Compare(t.Urgency, from) >= 0 && string.Compare(t.Urgency, none) < 0 && t.DueOn < today)))
            .Concat(Entries(open.Where(t => string.Compare(t.Urgency, none) >= 0 && string.Compare(t.Urgency, noneFrom) < 0)));
    }

    private static IQueryable<Entry> Entries(IQueryable<HumanTask> tasks) =>
        tasks.Select(t => new Entry { Id = t.Id, CaseId = t.CaseId, Role = t.Role, Urgency = t.Urgency });

    /// <summary>What the indexes of open tasks hold, so that a task is read only when it is shown.</summary>
    private sealed record Entry
    {
        public HumanTaskId Id { get; init; }

        public CaseId? CaseId { get; init; }

        public string? Role { get; init; }

        public string Urgency { get; init; } = "";
    }
}
