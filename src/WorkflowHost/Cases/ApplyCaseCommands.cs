using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Moves the case to a state by its transition table.</summary>
internal sealed class ApplyMoveCase : CommandApplier<MoveCase>
{
    protected override async Task ApplyAsync(MoveCase command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var ipCase = await scope.CaseAsync(cancellationToken);

        if (command.Suspension is { } reason)
        {
            ipCase.Suspend(reason, scope.Work.Operation);
        }
        else
        {
            ipCase.MoveTo(command.State, scope.Work.Operation);
        }
    }
}

/// <summary>Gives the case a case manager.</summary>
internal sealed class ApplyAssignCaseManager(UserDirectory users) : CommandApplier<AssignCaseManager>
{
    protected override async Task ApplyAsync(AssignCaseManager command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var ipCase = await scope.CaseAsync(cancellationToken);
        if (command.UserId is null)
        {
            CaseTaken.By(scope.Work.Operation, ipCase);
            return;
        }

        var manager = await users.FindAsync(command.UserId, cancellationToken);
        ipCase.AssignCaseManager(command.UserId, scope.Work.Operation, manager?.Has(Roles.CaseManager) is true ? manager.Service : null);
    }
}

/// <summary>Changes ground and track; running deadlines keep the rule that they were counted by.</summary>
internal sealed class ApplyChangeBasis : CommandApplier<ChangeBasis>
{
    protected override async Task ApplyAsync(ChangeBasis command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var ipCase = await scope.CaseAsync(cancellationToken);

        if (command.Track is { } track)
        {
            ipCase.ChangeTrack(scope.RulesOfToday().Track(track).Key, scope.RulesOfToday().Key, scope.Work.Operation);
        }

        if (command.Basis is { } basis)
        {
            ipCase.SetEntitlementBasis(basis, scope.Work.Operation);
        }
    }
}

/// <summary>Records or ends reasons why the person has no plan.</summary>
internal sealed class ApplyChangeNoPlanReasons : CommandApplier<ChangeNoPlanReasons>
{
    protected override async Task ApplyAsync(ChangeNoPlanReasons command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var work = scope.Work;
        var standing = await work.Db.NoPlanReasons.Where(r => r.CaseId == caseId && r.EndedOn == null).ToListAsync(cancellationToken);

        if (command.IsClosing)
        {
            StandingReasons.End(standing, r => command.Codes.Count == 0 || command.Codes.Contains(r.Code), work.Operation);
            return;
        }

        work.Db.AddRange(StandingReasons.Record(standing, caseId, command.Codes, command.Codes[0], command.Note, work.Ids.NewNoPlanReasonId, work.Operation));
    }
}

/// <summary>Keeps which service has the main responsibility.</summary>
internal sealed class ApplySettleResponsibility : CommandApplier<SettleResponsibility>
{
    protected override async Task ApplyAsync(SettleResponsibility command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var ipCase = await scope.CaseAsync(cancellationToken);
        var service = command.Result.Text("mainResponsibleService") ?? throw new InvalidOperationException("The answer names no main responsible service.");
        work.Db.Add(ResponsibilityAgreement.Settle(
            work.Ids.NewResponsibilityAgreementId(),
            ipCase.Id,
            service,
            command.Result.Texts("parties"),
            command.DecidedBy == ResponsibilityDecider.Municipality ? ResponsibilityBasis.DecidedByMunicipality : ResponsibilityBasis.Agreed,
            command.Result.Text("reason"),
            work.Operation));
        ipCase.SetMainResponsibleService(service, work.Operation);
    }
}

/// <summary>Tells a role that something is wrong.</summary>
internal sealed class ApplyAlertRole : CommandApplier<AlertRole>
{
    protected override Task ApplyAsync(AlertRole command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        work.Notify(new NotificationRow
        {
            CaseId = scope.CaseId,
            SubjectId = scope.Instance.Id.Value,
            Rung = $"alert:{command.ExecutionId}",
            Kind = command.Kind,
            Role = command.Role,
            Text = command.Text,
        });
        work.Operation.Record(scope.CaseId, "alert-raised", ("kind", command.Kind), ("role", command.Role), ("subjectId", command.SubjectId));
        return Task.CompletedTask;
    }
}

/// <summary>Calls off the case's other flows.</summary>
internal sealed class ApplyStopFlows : CommandApplier<StopFlows>
{
    protected override Task ApplyAsync(StopFlows command, ApplyScope scope, CancellationToken cancellationToken) =>
        CaseFlows.StopOthersAsync(scope, command.Reason, command.Keep, cancellationToken);
}

/// <summary>Ends the case and all that rests on it.</summary>
internal sealed class ApplyEndCase : CommandApplier<EndCase>
{
    protected override async Task ApplyAsync(EndCase command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var ipCase = await scope.CaseAsync(cancellationToken);
        ipCase.Close(command.Reason, work.Operation);

        foreach (var plan in await work.Db.Set<Plan>().Where(p => p.CaseId == ipCase.Id && p.State != PlanState.Closed).ToListAsync(cancellationToken))
        {
            plan.Close(work.Operation);
        }

        foreach (var participant in await work.Db.Set<PlanParticipant>().Where(p => p.CaseId == ipCase.Id && p.State != ParticipantState.Removed).ToListAsync(cancellationToken))
        {
            participant.Remove(work.Operation);
        }

        foreach (var period in await work.Db.Set<CoordinatorPeriod>().Where(p => p.CaseId == ipCase.Id && p.State == CoordinatorState.Appointed).ToListAsync(cancellationToken))
        {
            period.End(work.Operation.Today, CoordinatorEndReason.CaseClosed, work.Operation);
        }

        await CaseDeadlines.StopAllAsync(scope, ipCase.Id, command.Reason == CloseReason.Deceased, cancellationToken);

        if (command.StopFlows)
        {
            await CaseFlows.StopOthersAsync(scope, command.Reason.ToString(), command.Keep, cancellationToken);
        }
    }
}

/// <summary>The flows that run beside the one at hand.</summary>
internal static class CaseFlows
{
    /// <summary>Calls off all flows of the case but this one and those that wait for it, which would take it with them.</summary>
    public static async Task StopOthersAsync(ApplyScope scope, string reason, IReadOnlyList<string> keep, CancellationToken cancellationToken)
    {
        var goesOn = keep.ToHashSet(StringComparer.Ordinal);

        for (var parentId = scope.Instance.ParentId; parentId is { } id;)
        {
            var parent = await scope.Work.Db.WorkflowInstances.FindAsync([id], cancellationToken);
            goesOn.Add(parent?.DefinitionId ?? "");
            parentId = parent?.ParentId;
        }

        await scope.Work.Flows.CancelCaseAsync(scope.RequireCase(), goesOn, scope.Instance.Id, reason, cancellationToken);
    }
}
