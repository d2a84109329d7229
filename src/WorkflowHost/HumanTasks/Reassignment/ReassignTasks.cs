using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks.Reassignment;

/// <summary>
/// Hands many tasks to one colleague, as when someone leaves or is ill (domain §6, leader: "reassign when absent"). It is one operation with one reason: what
/// can move, moves together or not at all; what cannot, stays and is told about, task by task. Sending the same again does nothing more.
/// </summary>
internal sealed class ReassignTasks(IpDbContext db, WorkWriter writer, TaskAccess access, TaskTargets targets, UserDirectory users, TimeProvider clock)
{
    /// <summary>Most tasks in one operation.</summary>
    public const int MostAtOnce = 100;

    private static readonly LocalizedText NothingChosen = new("Velg minst én oppgave.", "Vel minst éi oppgåve.", "Choose at least one task.");

    private static readonly LocalizedText NoReason = new("Skriv hvorfor oppgavene flyttes.", "Skriv kvifor oppgåvene blir flytta.", "Write why the tasks are moved.");

    private static readonly LocalizedText TooMany = new("Velg høyst {0} oppgaver om gangen.", "Vel høgst {0} oppgåver om gongen.", "Choose at most {0} tasks at a time.");

    /// <summary>What would happen, task by task. Nothing is changed, and no reason is asked for.</summary>
    public Task<ReassignmentOutcome> PlanAsync(CurrentUser user, ReassignmentOrder order, CancellationToken cancellationToken) =>
        RunAsync(user, order, isDryRun: true, cancellationToken);

    /// <summary>Moves what can be moved.</summary>
    public Task<ReassignmentOutcome> MoveAsync(CurrentUser user, ReassignmentOrder order, CancellationToken cancellationToken) =>
        RunAsync(user, order, isDryRun: false, cancellationToken);

    private async Task<ReassignmentOutcome> RunAsync(CurrentUser user, ReassignmentOrder order, bool isDryRun, CancellationToken cancellationToken)
    {
        if (!TaskAccess.Assigns(user))
        {
            return new ReassignmentOutcome.Refused(Refusal.Forbidden());
        }

        var chosen = order.Tasks.DistinctBy(static t => t.TaskId).ToList();
        var errors = Check(order, chosen.Count, isDryRun);
        if (errors.Any)
        {
            return new ReassignmentOutcome.Refused(errors.ToRefusal());
        }

        var ids = chosen.Select(static t => t.TaskId).ToList();
        var target = await targets.FindAsync(order.Assignee!.Trim(), ids, cancellationToken);
        if (target.Colleague is null)
        {
            return new ReassignmentOutcome.Refused(Refusal.OfField("assignee", Absences.AbsenceWords.UnknownColleague));
        }

        var seen = await SeenAsync(user, ids, cancellationToken);
        var before = await LoadsAsync(user, target.UserId, ids, cancellationToken);
        var sorted = isDryRun
            ? Sort(chosen, seen, target, await db.HumanTasks.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(static t => t.Id, cancellationToken))
            : await writer.RunAsync(
                new Operation(user.Actor, order.Reason!.Trim(), clock.GetUtcNow()),
                async (work, token) => Hand(work, Sort(chosen, seen, target, await work.Db.HumanTasks.Where(t => ids.Contains(t.Id)).AsTracking().ToDictionaryAsync(static t => t.Id, token)), target),
                cancellationToken);
        return new ReassignmentOutcome.Done(new Reassigned(target.UserId, target.Colleague.Name, sorted.Moving, sorted.Staying, Loads(target, sorted.Moving, before)));
    }

    private static FieldErrors Check(ReassignmentOrder order, int count, bool isDryRun)
    {
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(order.Assignee))
        {
            errors.Add("assignee", ReassignmentWords.ChooseSomeone);
        }

        errors.AtMost(order.Assignee, TextLimits.UserId, "assignee");
        if (!isDryRun && string.IsNullOrWhiteSpace(order.Reason))
        {
            errors.Add("reason", NoReason);
        }

        errors.AtMost(order.Reason, CallReason.MaxLength, "reason");
        if (count == 0)
        {
            errors.Add("tasks", NothingChosen);
        }

        if (count > MostAtOnce)
        {
            errors.Add("tasks", Messages.Format(TooMany, MostAtOnce));
        }

        return errors;
    }

    /// <summary>The tasks among those asked about that the user may see, each with the reference of its case.</summary>
    private async Task<IReadOnlyDictionary<HumanTaskId, string?>> SeenAsync(CurrentUser user, List<HumanTaskId> ids, CancellationToken cancellationToken) =>
        await access.VisibleTo(user).Where(t => ids.Contains(t.Id))
            .SelectMany(t => db.Cases.Where(c => c.Id == t.CaseId).DefaultIfEmpty(), (t, c) => new { t.Id, c!.Reference })
            .ToDictionaryAsync(static r => r.Id, static r => (string?)r.Reference, cancellationToken);

    private Sorted Sort(IReadOnlyList<ChosenTask> chosen, IReadOnlyDictionary<HumanTaskId, string?> seen, TaskTarget target, IReadOnlyDictionary<HumanTaskId, HumanTask> tasks)
    {
        var moving = new List<MovingTask>();
        var staying = new List<StayingTask>();
        var found = new List<HumanTask>();
        foreach (var one in chosen)
        {
            var task = tasks.GetValueOrDefault(one.TaskId);
            var isSeen = seen.TryGetValue(one.TaskId, out var reference);
            if (WhyStays(one, task, isSeen, target) is var (code, why))
            {
                staying.Add(new StayingTask(one.TaskId, isSeen ? task?.Title : null, reference, code, why));
            }
            else
            {
                found.Add(task!);
                moving.Add(new MovingTask(task!.Id, task.Title, task.CaseId, reference, task.Assignee, task.Assignee is null ? null : users.NameOf(task.Assignee), task.Version));
            }
        }

        return new Sorted(moving, staying, found);
    }

    private (string Code, LocalizedText Why)? WhyStays(ChosenTask chosen, HumanTask? task, bool isSeen, TaskTarget target) =>
        task is null || !isSeen ? ("not-found", new(
            "Oppgaven finnes ikke, eller gjelder noe du ikke har tilgang til.", "Oppgåva finst ikkje, eller gjeld noko du ikkje har tilgang til.", "The task does not exist, or is about something that you have no access to."))
        : !task.IsOpen && task.CompletedBy is { } by ? ("task-completed", Messages.Format(new("{0} har gjort oppgaven ferdig.", "{0} har gjort oppgåva ferdig.", "{0} has finished the task."), users.NameOf(by)))
        : !task.IsOpen ? ("task-cancelled", new("Oppgaven er avlyst.", "Oppgåva er avlyst.", "The task was called off."))
        : task.State == HumanTaskState.Claimed && task.Assignee == target.UserId
            ? (StayingTask.AlreadyThere, Messages.Format(new("{0} har oppgaven allerede.", "{0} har oppgåva allereie.", "{0} has the task already."), target.Colleague!.Name))
        : chosen.Version is { } version && version != task.Version ? ("changed", Changed(task))
        : target.Problem(task) is { } problem ? (problem.Code, problem.Text)
        : null;

    private LocalizedText Changed(HumanTask task) => task.Assignee is { } holder
        ? Messages.Format(new(
            "Oppgaven er endret siden du så på den. {0} har den nå.", "Oppgåva er endra sidan du såg på henne. {0} har henne no.", "The task has changed since you looked at it. {0} has it now."), users.NameOf(holder))
        : new("Oppgaven er endret siden du så på den. Ingen har den nå.", "Oppgåva er endra sidan du såg på henne. Ingen har henne no.", "The task has changed since you looked at it. Nobody has it now.");

    private static Sorted Hand(Work work, Sorted sorted, TaskTarget target)
    {
        foreach (var task in sorted.Found)
        {
            var before = task.Assignee;
            if (!task.Assign(target.UserId, work.Operation).IsSuccess)
            {
                throw new InvalidOperationException($"The task {task.Id} was to move and says no.");
            }

            HandTask.TellOfChange(work, task, before);
        }

        return sorted;
    }

    /// <summary>How many open tasks the new one and those who have the tasks now have.</summary>
    private Task<Dictionary<string, int>> LoadsAsync(CurrentUser user, string assignee, List<HumanTaskId> ids, CancellationToken cancellationToken) =>
        access.VisibleTo(user).Where(t => t.EndedAt == null && t.Assignee != null && (t.Assignee == assignee || db.HumanTasks.Any(c => ids.Contains(c.Id) && c.Assignee == t.Assignee)))
            .GroupBy(static t => t.Assignee!).Select(static g => new { UserId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(static g => g.UserId, static g => g.Count, StringComparer.Ordinal, cancellationToken);

    private List<LoadChange> Loads(TaskTarget target, IReadOnlyList<MovingTask> moving, Dictionary<string, int> before)
    {
        var now = before.GetValueOrDefault(target.UserId);
        var others = moving.Where(t => t.From is not null && t.From != target.UserId).GroupBy(static t => t.From!, StringComparer.Ordinal)
            .Select(g => new LoadChange(g.Key, users.NameOf(g.Key), before.GetValueOrDefault(g.Key), before.GetValueOrDefault(g.Key) - g.Count()))
            .OrderBy(static l => l.Name, StringComparer.OrdinalIgnoreCase);
        return [new LoadChange(target.UserId, target.Colleague!.Name, now, now + moving.Count(t => t.From != target.UserId)), .. others];
    }

    private sealed record Sorted(IReadOnlyList<MovingTask> Moving, IReadOnlyList<StayingTask> Staying, IReadOnlyList<HumanTask> Found);
}
