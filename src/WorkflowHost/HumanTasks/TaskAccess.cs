using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Which tasks a user may see and work on. Office staff see the office's tasks, coordinators those of the cases that they coordinate; all others those of cases that they have a bond to, and their own.</summary>
internal sealed class TaskAccess(IpDbContext db, CaseBonds bonds, Substitutes substitutes)
{
    private static readonly string[] Overview = [Roles.CaseManager, Roles.CoordinatingUnit, Roles.OfficeLeader, Roles.Approver];

    /// <summary>Roles that are held in a case, not in an office: holding the role elsewhere gives nothing here.</summary>
    private static readonly string[] BoundRoles = [Roles.Person, Roles.Guardian, Roles.Participant, Roles.Representative, Roles.Relative];

    /// <summary>Whether the user may hand on tasks that others have.</summary>
    public static bool Assigns(CurrentUser user) => Policies.Granted[Policies.AssignTask].Any(user.Has);

    /// <summary>The tasks that the user may see, as a query.</summary>
    public IQueryable<HumanTask> VisibleTo(CurrentUser user)
    {
        if (user.HasAny(Overview))
        {
            var hidden = bonds.HiddenFrom(user);
            return db.HumanTasks.Where(t => t.CaseId == null || t.Assignee == user.UserId || !hidden.Contains(t.CaseId.Value));
        }

        var cases = bonds.VisibleTo(user).Select(c => c.Id);
        var roles = user.Roles;
        var office = user.Roles.Except(BoundRoles).ToList();
        var coordinates = user.HasAny(Roles.Coordinator, Roles.ChildCoordinator);
        var covered = Substitutes.CoveredBy(db, user.UserId, substitutes.Today);
        var actsFor = user.Has(Roles.Guardian);
        return db.HumanTasks.Where(t => t.Assignee == user.UserId
            || (actsFor && t.FormKey == PlanRights.ApprovalForm && t.CaseId != null && cases.Contains(t.CaseId.Value))
            || (covered.Contains(t.Assignee!) && (t.Role == null || roles.Contains(t.Role)))
            || (t.Assignee == null && t.Role != null && office.Contains(t.Role))
            || ((coordinates || (t.Role != null && roles.Contains(t.Role))) && t.CaseId != null && cases.Contains(t.CaseId.Value)));
    }

    /// <summary>Whether the user may work on the task, as far as the case is concerned; the task itself knows about role, assignee and four eyes.</summary>
    public async Task<bool> MayWorkOnAsync(CurrentUser user, HumanTask task, CancellationToken cancellationToken)
    {
        if (task.Assignee == user.UserId || (await substitutes.ActorAsync(user, task, cancellationToken)).OnBehalfOf is not null || task.CaseId is not { } caseId)
        {
            return true;
        }

        if (!CaseBonds.WorksInOffice(user) && !user.Roles.All(role => BoundRoles.Contains(role)))
        {
            return true;
        }

        return await bonds.VisibleTo(user).AnyAsync(c => c.Id == caseId, cancellationToken);
    }

    /// <summary>The case's reference, for showing.</summary>
    public async Task<string?> ReferenceAsync(CaseId? caseId, CancellationToken cancellationToken) =>
        caseId is { } id ? await db.Cases.Where(c => c.Id == id).Select(c => c.Reference).FirstOrDefaultAsync(cancellationToken) : null;
}
