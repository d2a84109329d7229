using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Coordinators;

/// <summary>Appoints a coordinator. The one before ends the day before, with a handover, and open tasks go over (L-70).</summary>
internal sealed class ApplyBeginCoordinatorPeriod : CommandApplier<BeginCoordinatorPeriod>
{
    protected override async Task ApplyAsync(BeginCoordinatorPeriod command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var result = command.Result;
        var ipCase = await scope.CaseAsync(cancellationToken);
        var userId = result.Text("coordinatorUserId") ?? throw new InvalidOperationException("The answer names no coordinator.");
        var service = result.Text("service") ?? ipCase.MainResponsibleService ?? throw new InvalidOperationException("The answer names no service of the coordinator.");
        var type = result.Choice("coordinatorType", IsNav(ipCase) ? CoordinatorType.NavMainResponsible : CoordinatorType.Municipal);
        var fromOn = result.Date("fromOn") ?? work.Operation.Today;

        await EndEarlierAsync(ipCase.Id, type, userId, fromOn, result, scope, cancellationToken);
        work.Db.Add(CoordinatorPeriod.Appoint(
            work.Ids.NewCoordinatorPeriodId(),
            ipCase.Id,
            userId,
            service,
            type,
            fromOn,
            result.Flag("wasWished") || result.Flag("personsWish"),
            result.Text("personConsents") is null ? null : result.Flag("personConsents"),
            work.Operation));

        // Someone must have the main responsibility at all times (F1110 § 3); where no agreement says another, it is the coordinator's service.
        if (ipCase.MainResponsibleService is null && type != CoordinatorType.SpecialistHealth)
        {
            ipCase.SetMainResponsibleService(service, work.Operation);
        }
    }

    private static bool IsNav(IpCase ipCase) => ipCase.Track.StartsWith("SOC", StringComparison.Ordinal) || ipCase.Track.StartsWith("NAV", StringComparison.Ordinal);

    private static async Task EndEarlierAsync(
        CaseId caseId, CoordinatorType type, string userId, DateOnly fromOn, TaskResult result, ApplyScope scope, CancellationToken cancellationToken)
    {
        var adultOn = (await scope.Work.Db.Persons.FirstAsync(p => scope.Work.Db.Cases.Any(c => c.Id == caseId && c.PersonId == p.Id), cancellationToken)).BirthdayOn(CoordinatorPeriod.ChildUntilAge);

        // Whoever coordinates from the day a child comes of age follows the child coordinator, whose period ends by law then (L-11).
        var follows = type != CoordinatorType.SpecialistHealth && fromOn >= adultOn ? CoordinatorType.Child : type;
        var periods = await scope.Work.Db.Set<CoordinatorPeriod>().Where(p => p.CaseId == caseId && (p.Type == type || p.Type == follows)).ToListAsync(cancellationToken);
        var earlier = periods.Where(p => p.State == CoordinatorState.Appointed || (p.State == CoordinatorState.Ended && p.ToOn >= fromOn.AddDays(-1))).ToList();

        foreach (var period in earlier)
        {
            if (period.State == CoordinatorState.Appointed)
            {
                period.End(fromOn.AddDays(-1), period.Type == type ? result.Choice("endReason", CoordinatorEndReason.Other) : CoordinatorEndReason.Age18, scope.Work.Operation);
            }

            if (result.Text("handoverNote") is { } note && period.HandoverNote is null)
            {
                period.HandOver(note, scope.Work.Operation);
            }
        }

        // The last coordinator may have left before a successor was found; tasks still lie with that one.
        var leaver = earlier.MaxBy(p => p.FromOn) ?? periods.MaxBy(p => p.FromOn);

        if (leaver is not null && leaver.UserId != userId)
        {
            await MoveTasksAsync(caseId, leaver.UserId, userId, scope, cancellationToken);
        }
    }

    private static async Task MoveTasksAsync(CaseId caseId, string from, string to, ApplyScope scope, CancellationToken cancellationToken)
    {
        var open = await scope.Work.Db.HumanTasks
            .Where(t => t.CaseId == caseId && t.Assignee == from && t.State != HumanTaskState.Completed && t.State != HumanTaskState.Cancelled)
            .ToListAsync(cancellationToken);

        foreach (var task in open)
        {
            scope.Work.Operation.Because("Ny koordinator i saken.", operation => task.Assign(to, operation));
        }
    }
}

/// <summary>Ends the coordinator's period; it may end ahead, and the coordinator stays until then.</summary>
internal sealed class ApplyEndCoordinatorPeriod : CommandApplier<EndCoordinatorPeriod>
{
    protected override async Task ApplyAsync(EndCoordinatorPeriod command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var result = command.Result;
        var lastOn = result.Date("lastDayOn") ?? result.Date("endsOn") ?? scope.Work.Operation.Today;
        var reason = Enum.TryParse<CoordinatorEndReason>(result.Text("endReason") ?? result.Text("reason"), ignoreCase: true, out var known) ? known : CoordinatorEndReason.Other;
        var userId = result.Text("coordinatorUserId");
        CoordinatorType? type = Enum.TryParse<CoordinatorType>(result.Text("coordinatorType"), out var named) ? named : null;
        var periods = await scope.Work.Db.Set<CoordinatorPeriod>().Where(p => p.CaseId == caseId && p.State == CoordinatorState.Appointed).ToListAsync(cancellationToken);
        var period = periods.Where(p => (userId is null || p.UserId == userId) && (type is null || p.Type == type)).MaxBy(p => p.FromOn);

        if (period is null)
        {
            return;
        }

        period.End(lastOn, reason, scope.Work.Operation);

        if (result.Text("handoverNote") is { } note)
        {
            period.HandOver(note, scope.Work.Operation);
        }
    }
}
