using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using RoleNames = IndividualPlan.Workflows.Audit.RoleNames;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Why someone cannot have a task.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Text">For people.</param>
/// <param name="IsField">Whether another choice of person puts it right, rather than the task itself.</param>
internal sealed record TargetProblem(string Code, LocalizedText Text, bool IsField = true);

/// <summary>Someone whom tasks are to be handed to, with what decides whether that can be.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Colleague">As the directory knows the user; null when it does not.</param>
/// <param name="Absence">The absence that covers today, or null.</param>
/// <param name="Worker">Name of the one who does the work meanwhile, or null.</param>
/// <param name="Hidden">Of the tasks asked about, those of cases that the user may not know of.</param>
internal sealed record TaskTarget(string UserId, Colleague? Colleague, Absence? Absence, string? Worker, IReadOnlySet<HumanTaskId> Hidden)
{
    /// <summary>Why the user cannot have the task, or null.</summary>
    public TargetProblem? Problem(HumanTask task) =>
        Colleague is null ? new("unknown-colleague", AbsenceWords.UnknownColleague)
        : task.IsExcluded(UserId) ? new("separation-of-duties", Messages.Format(new(
            "{0} gjorde steget før dette, så en annen må gjøre oppgaven.", "{0} gjorde steget før dette, så ein annan må gjere oppgåva.", "{0} did the step before this one, so someone else must do the task."), Colleague.Name))
        : task.Role is { } role && !Colleague.Has(role) ? new("role-missing", RoleMissing(Colleague.Name, role))
        : Hidden.Contains(task.Id) ? new("no-access", Messages.Format(new(
            "{0} har ikke tilgang til saken.", "{0} har ikkje tilgang til saka.", "{0} has no access to the case."), Colleague.Name))
        : Absence is not null ? new("away", Away(Colleague.Name, Absence, Worker))
        : null;

    private static LocalizedText RoleMissing(string name, string role)
    {
        var called = RoleNames.Of(role);
        return new(
            $"{name} har ikke rollen {called.Nb.ToLowerInvariant()}.", $"{name} har ikkje rolla {called.Nn.ToLowerInvariant()}.", $"{name} does not have the role {called.En.ToLowerInvariant()}.");
    }

    private static LocalizedText Away(string name, Absence absence, string? worker) => worker is null
        ? new(
            $"{name} er borte til og med {Dates.Show(absence.ToOn, "nb")}, uten stedfortreder.",
            $"{name} er borte til og med {Dates.Show(absence.ToOn, "nn")}, utan stadfortredar.",
            $"{name} is away to {Dates.Show(absence.ToOn, "en")}, without a substitute.")
        : new(
            $"{name} er borte til og med {Dates.Show(absence.ToOn, "nb")}. Stedfortreder er {worker}.",
            $"{name} er borte til og med {Dates.Show(absence.ToOn, "nn")}. Stadfortredar er {worker}.",
            $"{name} is away to {Dates.Show(absence.ToOn, "en")}. The substitute is {worker}.");
}

/// <summary>Looks up those whom tasks are to be handed to.</summary>
internal sealed class TaskTargets(IpDbContext db, CaseBonds bonds, Substitutes substitutes, UserDirectory users)
{
    private static readonly IReadOnlyList<string> Working = Policies.Granted[Policies.WorkOnTasks];

    /// <param name="userId">Who is to have them.</param>
    /// <param name="tasks">Which tasks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<TaskTarget> FindAsync(string userId, IReadOnlyList<HumanTaskId> tasks, CancellationToken cancellationToken)
    {
        var colleague = await users.FindAsync(userId, cancellationToken);
        var guarded = await GuardedAsync(tasks, cancellationToken);
        return Target(userId, colleague, await substitutes.TodayAsync(cancellationToken), guarded);
    }

    /// <summary>Colleagues who can have at least one of the tasks, with how many of them; those who can have most come first.</summary>
    public async Task<IReadOnlyList<(TaskTarget Target, int Able)>> AmongAsync(IReadOnlyList<HumanTask> tasks, CancellationToken cancellationToken)
    {
        var today = await substitutes.TodayAsync(cancellationToken);
        var guarded = await GuardedAsync([.. tasks.Select(static t => t.Id)], cancellationToken);
        return [.. (await users.AllAsync(cancellationToken)).Where(static c => Working.Any(c.Has))
            .Select(c => Target(c.UserId, c, today, guarded))
            .Select(target => (target, tasks.Count(task => target.Problem(task) is null)))
            .Where(static found => found.Item2 > 0)
            .OrderByDescending(static found => found.Item2)];
    }

    private TaskTarget Target(string userId, Colleague? colleague, Substitution today, IReadOnlyList<GuardedTask> guarded)
    {
        var worker = today.WorkerFor(userId);
        return new TaskTarget(
            userId, colleague, today.AbsenceOf(userId), worker is null || worker == userId ? null : users.NameOf(worker),
            guarded.Where(g => !g.IsOpenTo(userId, colleague)).Select(static g => g.Id).ToHashSet());
    }

    /// <summary>Those of the tasks whose case is not for everybody: it is with a unit, or nobody but its case manager may know of it.</summary>
    private async Task<IReadOnlyList<GuardedTask>> GuardedAsync(IReadOnlyList<HumanTaskId> tasks, CancellationToken cancellationToken)
    {
        var protectedPersons = bonds.Protected();
        return await db.HumanTasks.Where(t => tasks.Contains(t.Id))
            .Join(db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { t.Id, Case = c, IsProtected = protectedPersons.Contains(c.PersonId) })
            .Where(x => x.IsProtected || x.Case.Unit != null)
            .Select(x => new GuardedTask(
                x.Id, x.Case.CaseManagerId, x.Case.Unit, x.IsProtected,
                db.HumanTasks.Where(o => o.CaseId == x.Case.Id && o.EndedAt == null && o.Assignee != null).Select(o => o.Assignee!).ToList()))
            .ToListAsync(cancellationToken);
    }

    /// <param name="Id">The task.</param>
    /// <param name="CaseManagerId">The case manager of its case.</param>
    /// <param name="Unit">The unit that handles the case.</param>
    /// <param name="IsProtected">Whether nobody but the case manager may know of the case (P-20).</param>
    /// <param name="Workers">Those who have an open task in the case.</param>
    private sealed record GuardedTask(HumanTaskId Id, string? CaseManagerId, string? Unit, bool IsProtected, IReadOnlyList<string> Workers)
    {
        public bool IsOpenTo(string userId, Colleague? colleague) => CaseManagerId == userId
            || (!IsProtected && (Workers.Contains(userId, StringComparer.Ordinal) || CaseBonds.ReachesUnit(colleague?.Roles ?? [], colleague?.Services ?? [], Unit)));
    }
}
