using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>What one user may do with the plan of one case, today.</summary>
/// <param name="IsWriter">Coordinates the case, or has the task of writing the plan.</param>
/// <param name="IsCoordinator">Coordinates the case today.</param>
/// <param name="IsPerson">It is the user's own plan, or that of someone the user acts for.</param>
/// <param name="Services">Services that the user takes part for.</param>
/// <param name="Tasks">The open tasks about the plan.</param>
/// <param name="Plan">The plan, or null.</param>
internal sealed record PlanRights(bool IsWriter, bool IsCoordinator, bool IsPerson, IReadOnlyList<string> Services, IReadOnlyList<HumanTask> Tasks, Plan? Plan)
{
    /// <summary>Whether the plan waits for this user to approve it: the person, or the parent or guardian of a child.</summary>
    public bool MayApprove { get; init; }

    public const string DraftForm = "plan-draft";
    public const string RevisionForm = "revision";
    public const string ApprovalForm = "approve-plan";

    /// <summary>The task of writing the plan, or null.</summary>
    public HumanTask? DraftTask => Tasks.FirstOrDefault(task => task.FormKey == DraftForm);

    /// <summary>The task of reading and approving the plan, or null.</summary>
    public HumanTask? ApprovalTask => Tasks.FirstOrDefault(task => task.FormKey == ApprovalForm);

    /// <summary>The task of evaluating the plan, or null.</summary>
    public HumanTask? RevisionTask => Tasks.FirstOrDefault(task => task.FormKey == RevisionForm);

    public bool MayWrite => IsWriter && WhyNotNow is null;

    /// <summary>Why nobody can write in the plan as it stands; null when it can be written in.</summary>
    public Refusal? WhyNotNow => Plan?.State switch
    {
        null => new(ProblemKind.Conflict, new("Saken har ingen plan ennå.", "Saka har ingen plan enno.", "The case has no plan yet.")),
        PlanState.Closed => new(ProblemKind.Conflict, new(
            "Planen er avsluttet og kan ikke endres.", "Planen er avslutta og kan ikkje endrast.", "The plan has ended and cannot be changed.")),
        PlanState.AwaitingApproval => new(ProblemKind.Conflict, new(
            "Planen er lagt fram for godkjenning. Den kan endres hvis den som skal godkjenne, ber om det.",
            "Planen er lagd fram for godkjenning. Han kan endrast viss den som skal godkjenne, ber om det.",
            "The plan has been put forward for approval. It can be changed if whoever is to approve it asks for that.")),
        PlanState.Active when RevisionTask is null && DraftTask is null => new(ProblemKind.Conflict, new(
            "Planen er i bruk. Endringer gjøres i en revisjon, så start en revisjon først.",
            "Planen er i bruk. Endringar blir gjorde i ein revisjon, så start ein revisjon først.",
            "The plan is in use. Changes are made in a revision, so start a revision first.")),
        _ => null,
    };

    /// <summary>Whether the user may write down an approval that was given on paper or orally.</summary>
    public bool MayRecordApproval => IsCoordinator && ApprovalTask is not null;

    /// <summary>Whether the user may tell how far a measure has come: the coordinator, whoever takes part for the responsible service, and the person for what is their own.</summary>
    public bool MayReport(PlanMeasure measure) => Plan is { IsOpen: true, VersionNumber: > 0 }
        && (IsCoordinator || Services.Contains(measure.ResponsibleService, StringComparer.Ordinal) || (IsPerson && measure.ResponsibleService == PlanWords.Person));

    /// <summary>Whether the user may ask for a revision.</summary>
    public bool MayAskForRevision => Plan?.State == PlanState.Active && RevisionTask is null && (IsCoordinator || IsPerson || Services.Count > 0);
}

/// <summary>Finds out what a user may do with the plan of a case.</summary>
internal sealed class FindPlanRights(IpDbContext db, CaseBonds bonds, ReadPlan plans, TimeProvider clock, TaskActors actors)
{
    public async Task<PlanRights> RunAsync(CurrentUser user, IpCase ipCase, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var caseId = ipCase.Id;
        var periods = await db.CoordinatorPeriods.Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        var participants = await db.PlanParticipants.Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        var consents = await db.Consents.Where(c => c.CaseId == caseId).ToListAsync(cancellationToken);
        var tasks = await db.HumanTasks.Where(t => t.CaseId == caseId && t.EndedAt == null
            && (t.FormKey == PlanRights.DraftForm || t.FormKey == PlanRights.RevisionForm || t.FormKey == PlanRights.ApprovalForm)).ToListAsync(cancellationToken);
        var isCoordinator = CoordinatorCoverage.InPlaceOn(periods, NorwegianTime.DateOf(now))?.UserId == user.UserId;
        return new PlanRights(
            isCoordinator || tasks.Any(task => task.FormKey != PlanRights.ApprovalForm && task.Assignee == user.UserId),
            isCoordinator,
            user.HasAny(Roles.Person, Roles.Guardian) && await bonds.IsOwnAsync(user, ipCase, cancellationToken),
            [.. participants.Where(p => PlanSight.IsContact(p, user) && PlanVisibility.HasAccess(p, consents, now)).Select(p => p.Service)],
            tasks,
            await plans.FindAsync(caseId, cancellationToken))
        {
            MayApprove = tasks.Find(static task => task.FormKey == PlanRights.ApprovalForm) is { } approval
                && (user.Has(Roles.Person) ? await bonds.IsOwnAsync(user, ipCase, cancellationToken) : await actors.ApprovesForAsync(user, approval, cancellationToken)),
        };
    }
}
