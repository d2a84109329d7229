using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Office;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using RoleNames = IndividualPlan.WorkflowHost.Auth.RoleNames;

namespace IndividualPlan.WorkflowHost.HumanTasks.Reassignment;

/// <summary>Puts the page for moving tasks together: the tasks that are meant, who can have them, and what would happen.</summary>
internal sealed class OpenReassignment(
    IpDbContext db, FindTasks find, ListOfficeTasks office, TaskAccess access, TaskTargets targets, ReassignTasks reassign, UserDirectory users, TimeProvider clock)
{
    /// <param name="user">Who leads.</param>
    /// <param name="source">Which tasks.</param>
    /// <param name="assignee">Who is to have them; null until that is chosen.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ReassignmentView> RunAsync(CurrentUser user, ReassignmentSource source, string? assignee, string language, CancellationToken cancellationToken)
    {
        var view = new ReassignmentView { Source = source, Today = NorwegianTime.DateOf(clock.GetUtcNow()), Assignee = assignee };
        if (!source.IsChosen)
        {
            return view with { Holders = await HoldersAsync(user, language, cancellationToken) };
        }

        var (listed, total) = await ListedAsync(user, source, cancellationToken);
        var ids = listed.Select(static t => t.TaskId).ToList();
        var tasks = await db.HumanTasks.AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(cancellationToken);
        view = view with
        {
            Tasks = listed,
            Total = total,
            Gone = source.Tasks.Count == 0 ? 0 : Math.Max(0, source.Tasks.DistinctBy(static t => t.TaskId).Count() - total),
            Candidates = await CandidatesAsync(user, tasks, language, cancellationToken),
        };
        if (assignee is null)
        {
            return view;
        }

        // What was chosen and has ended meanwhile is told of as well.
        var chosen = source.Tasks.Count > 0 ? source.Tasks.Select(static t => new ChosenTask(t.TaskId)) : ids.Select(static id => new ChosenTask(id));
        return await reassign.PlanAsync(user, new ReassignmentOrder([.. chosen], assignee, null), cancellationToken) switch
        {
            ReassignmentOutcome.Done done => view with { Plan = done.Result },
            ReassignmentOutcome.Refused refused => view with { Errors = refused.Refusal.FieldMessages(language, "assignee") },
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private async Task<(IReadOnlyList<ListedTask> Tasks, int Total)> ListedAsync(CurrentUser user, ReassignmentSource source, CancellationToken cancellationToken)
    {
        var page = new PageRequest(1, ReassignTasks.MostAtOnce);
        if (source.Tasks.Count == 0 && source.OfficeBlock is { } block)
        {
            var fallen = await office.RunAsync(user, block, source.OfficeFilter, page, counted: null, cancellationToken);
            return (fallen.Items, fallen.Total);
        }

        var filter = new TaskFilter
        {
            Phase = TaskPhase.Open,
            Ids = source.Tasks.Count > 0 ? [.. source.Tasks.Select(static t => t.TaskId)] : null,
            Assignee = source.Tasks.Count > 0 ? null : source.FromUserId,
        };
        var found = await find.RunAsync(user, filter, page, new CallReason(null), cancellationToken);
        return (found.Items, found.Total);
    }

    /// <summary>Colleagues who have open tasks, also those who are no longer in the directory.</summary>
    private async Task<IReadOnlyList<Choice>> HoldersAsync(CurrentUser user, string language, CancellationToken cancellationToken)
    {
        var loads = await LoadsAsync(user, cancellationToken);
        return [.. loads.Select(l => new Choice(l.Key, $"{users.NameOf(l.Key)} ({Count(l.Value).In(language)})")).OrderBy(static c => c.Text, StringComparer.OrdinalIgnoreCase)];
    }

    private async Task<IReadOnlyList<Choice>> CandidatesAsync(CurrentUser user, IReadOnlyList<HumanTask> tasks, string language, CancellationToken cancellationToken)
    {
        var loads = await LoadsAsync(user, cancellationToken);
        var able = await targets.AmongAsync(tasks, cancellationToken);
        return [.. able
            // Whoever has them all already is nobody to give them to.
            .Where(found => !tasks.All(task => task.Assignee == found.Target.UserId))
            .OrderByDescending(static found => found.Able).ThenBy(found => loads.GetValueOrDefault(found.Target.UserId)).ThenBy(static found => found.Target.Colleague!.Name, StringComparer.OrdinalIgnoreCase)
            .Select(found => new Choice(found.Target.UserId, Label(found.Target.Colleague!, found.Able, tasks.Count, loads.GetValueOrDefault(found.Target.UserId)).In(language)))];
    }

    /// <summary>Tasks are counted that the user may see.</summary>
    private Task<Dictionary<string, int>> LoadsAsync(CurrentUser user, CancellationToken cancellationToken) =>
        access.VisibleTo(user).Where(static t => t.EndedAt == null && t.Assignee != null)
            .GroupBy(static t => t.Assignee!).Select(static g => new { UserId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(static g => g.UserId, static g => g.Count, StringComparer.Ordinal, cancellationToken);

    private static LocalizedText Count(int number) => number == 1
        ? new("1 oppgave", "1 oppgåve", "1 task")
        : Messages.Format(new("{0} oppgaver", "{0} oppgåver", "{0} tasks"), number);

    private static LocalizedText Label(Colleague colleague, int able, int all, int has)
    {
        var role = RoleNames.Role(colleague.Roles.Count > 0 ? colleague.Roles[0] : "");
        return new(
            $"{colleague.Name}, {role.Nb.ToLowerInvariant()} – kan få {able} av {all}, har {has} fra før",
            $"{colleague.Name}, {role.Nn.ToLowerInvariant()} – kan få {able} av {all}, har {has} frå før",
            $"{colleague.Name}, {role.En.ToLowerInvariant()} – can have {able} of {all}, has {has} already");
    }
}
