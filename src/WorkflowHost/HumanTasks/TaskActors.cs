using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>In whose place a user does a task: the own, an absent colleague's, or that of a child whose plan the parents or the guardian decide on.</summary>
internal sealed class TaskActors(IpDbContext db, CaseBonds bonds, Substitutes substitutes, RuleBook law)
{
    /// <summary>The user as the one who acts in the task.</summary>
    public async Task<Actor> ActorAsync(CurrentUser user, HumanTask task, CancellationToken cancellationToken) => await ApprovesForAsync(user, task, cancellationToken)
        ? new Actor(user.UserId, [.. user.Roles, Roles.Person], user.Service)
        : await substitutes.ActorAsync(user, task, cancellationToken);

    /// <summary>
    /// Whether the task is to approve the plan of someone for whom the user is parent or guardian, and the age rules give the parents a say (L-57, L-86). Having a
    /// guardian takes no decision from an adult: the own approval stands, and one that a mandate covers is written down by the coordinator.
    /// </summary>
    public async Task<bool> ApprovesForAsync(CurrentUser user, HumanTask task, CancellationToken cancellationToken)
    {
        if (!user.Has(Roles.Guardian) || task is not { Role: Roles.Person, FormKey: PlanRights.ApprovalForm, CaseId: { } caseId }
            || await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken) is not { } ipCase
            || !await bonds.IsOwnAsync(user, ipCase, cancellationToken))
        {
            return false;
        }

        var person = await db.Persons.AsNoTracking().FirstAsync(p => p.Id == ipCase.PersonId, cancellationToken);
        var today = substitutes.Today;
        return ConsentAgeRules.Find(law.For(today), ipCase.Track, person.AgeOn(today), new ConsentSituation())
            .Consenters.Any(static c => c.Kind is ConsenterKind.Parent or ConsenterKind.Guardian);
    }
}
