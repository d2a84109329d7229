using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Deadlines;

/// <summary>Starts a deadline, unless the same one is there already.</summary>
internal sealed class ApplyTrackDeadline : CommandApplier<TrackDeadline>
{
    protected override async Task ApplyAsync(TrackDeadline command, ApplyScope scope, CancellationToken cancellationToken) =>
        await CaseDeadlines.TrackAsync(scope, command.Computed, command.RuleSet, command.StartEvent, ScopedCase.IdOf(command.SubjectId), cancellationToken);
}

/// <summary>Warns of a deadline that still runs, once for each rung.</summary>
internal sealed class ApplyWarnDeadline : CommandApplier<WarnDeadline>
{
    protected override async Task ApplyAsync(WarnDeadline command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var deadline = await CaseDeadlines.FindAsync(scope, command.Key, command.StartedOn, ScopedCase.IdOf(command.SubjectId), cancellationToken);

        if (deadline is not { State: DeadlineState.Running })
        {
            return;
        }

        var subjectId = deadline.Id.Value;

        if (await scope.Work.Db.Notifications.AnyAsync(n => n.SubjectId == subjectId && n.Rung == command.Rung, cancellationToken))
        {
            return;
        }

        scope.Work.Notify(new NotificationRow
        {
            CaseId = deadline.CaseId,
            SubjectId = subjectId,
            Rung = command.Rung,
            Kind = NotificationKinds.DeadlineWarning,
            Role = command.Role,
            Text = deadline.Key,
            Channel = command.Channel,
        }.PlannedFor(command.On, scope.Work.Operation.Today));
        scope.Work.Operation.Record(
            deadline.CaseId,
            "deadline-warning-sent",
            ("deadlineId", deadline.Id), ("key", deadline.Key), ("rung", command.Rung), ("role", command.Role), ("effectiveOn", deadline.EffectiveOn));
    }
}

/// <summary>Marks a deadline missed when it still runs after its last day.</summary>
internal sealed class ApplyMissDeadline : CommandApplier<MissDeadline>
{
    protected override async Task ApplyAsync(MissDeadline command, ApplyScope scope, CancellationToken cancellationToken)
    {
        if (await CaseDeadlines.FindAsync(scope, command.Key, command.StartedOn, ScopedCase.IdOf(command.SubjectId), cancellationToken) is { State: DeadlineState.Running } deadline)
        {
            deadline.Miss(scope.Work.Operation);
        }
    }
}

/// <summary>Brings the case's deadlines of a key to rest.</summary>
internal sealed class ApplyCloseDeadline : CommandApplier<CloseDeadline>
{
    protected override async Task ApplyAsync(CloseDeadline command, ApplyScope scope, CancellationToken cancellationToken) =>
        await CaseDeadlines.SettleAsync(scope, command.Key, ScopedCase.IdOf(command.SubjectId), command.As, command.On, cancellationToken);
}

/// <summary>The deadlines of the case at hand.</summary>
internal static class CaseDeadlines
{
    /// <summary>The deadline of a key that started on a day; one that names a subject also counts when none is asked for.</summary>
    public static async Task<Deadline?> FindAsync(ApplyScope scope, string key, DateOnly startedOn, Guid? subjectId, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var found = await scope.Work.Db.Deadlines.Where(d => d.CaseId == caseId && d.Key == key && d.StartedOn == startedOn).ToListAsync(cancellationToken);
        return found.Where(d => subjectId is null || d.SubjectId == subjectId)
            .OrderByDescending(d => d.State == DeadlineState.Running).ThenByDescending(d => d.Id.Value).FirstOrDefault();
    }

    public static async Task<Deadline> TrackAsync(
        ApplyScope scope, ComputedDeadline computed, string ruleSetKey, string startEvent, Guid? subjectId, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope, computed.RuleKey, computed.StartedOn, subjectId, cancellationToken) is { } existing && existing.EffectiveOn == computed.EffectiveOn)
        {
            return existing;
        }

        var ipCase = await scope.CaseAsync(cancellationToken);
        var deadline = Deadline.Start(
            scope.Work.Ids.NewDeadlineId(), ipCase.Id, RuleBook.Embedded.Get(ruleSetKey), computed, ipCase.Track, startEvent, scope.Work.Operation, subjectId);
        scope.Work.Db.Add(deadline);
        return deadline;
    }

    /// <summary>Settles every deadline of a key that is not at rest; a missed one only learns when it was answered.</summary>
    public static async Task SettleAsync(ApplyScope scope, string key, Guid? subjectId, DeadlineSettlement settlement, DateOnly? on, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var operation = scope.Work.Operation;
        var open = await scope.Work.Db.Deadlines.Where(d => d.CaseId == caseId && d.Key == key && d.MetOn == null && d.State != DeadlineState.Stopped).ToListAsync(cancellationToken);

        foreach (var deadline in open.Where(d => subjectId is null || d.SubjectId is null || d.SubjectId == subjectId))
        {
            switch (settlement)
            {
                case DeadlineSettlement.Met:
                    deadline.Meet(on ?? operation.Today, operation);
                    break;

                case DeadlineSettlement.Stopped when deadline.State == DeadlineState.Running:
                    deadline.Stop(operation);
                    break;

                case DeadlineSettlement.Missed when deadline.State == DeadlineState.Running:
                    deadline.Miss(operation);
                    break;
            }
        }
    }

    /// <summary>Stops what still runs when the case ends; the person's own time limits run on unless nobody is left to use them.</summary>
    public static async Task StopAllAsync(ApplyScope scope, CaseId caseId, bool alsoThePersons, CancellationToken cancellationToken)
    {
        var running = await scope.Work.Db.Deadlines.Where(d => d.CaseId == caseId && d.State == DeadlineState.Running).ToListAsync(cancellationToken);

        foreach (var deadline in running.Where(d => alsoThePersons || d.Owner != DeadlineOwner.Person))
        {
            deadline.Stop(scope.Work.Operation);
        }
    }
}
