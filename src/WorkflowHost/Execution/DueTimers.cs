using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Telemetry;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// Fires timers that are due. They are rows found by an index, so what it costs follows what is due. Firing one consumes its wait in the same
/// transaction, so however many nodes and threads try, it happens once. Nodes share what is due by passing over what another one has in hand; the
/// lock of a node that dies goes with its connection.
/// </summary>
internal sealed class DueTimers(WorkWriter writer, ContextOptions options, Instruments instruments, ILogger<DueTimers> logger)
{
    private const int Batch = 100;

    /// <summary>When the next timer is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = new IpDbContext(options.Default);
        return await db.Waits.Where(static w => w.DueAt != null).MinAsync(static w => w.DueAt, cancellationToken);
    }

    /// <summary>Fires all that are due at an instant, earliest first, with those that they set in turn and are due as well.</summary>
    /// <returns>How many fired.</returns>
    public async Task<int> DrainDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var fired = 0;
        HashSet<(WorkflowInstanceId, int)> failed = [];
        HashSet<(WorkflowInstanceId, int)> tried = [];

        while (true)
        {
            var due = await FindAsync(now, failed.Count, cancellationToken);
            due.RemoveAll(failed.Contains);

            if (due.Count == 0)
            {
                Log.TimersFired(logger, fired);
                return fired;
            }

            // Handed to the writer in order, all at once, so that they share commits. What was tried and is still there is in another's hand: that one is waited for.
            var outcomes = await Task.WhenAll(due.ConvertAll(d => FireAsync(d.InstanceId, d.WaitId, passOver: tried.Add(d), now, cancellationToken)));
            fired += outcomes.Count(static o => o is ResumeOutcome.Resumed);

            foreach (var (wait, _) in due.Zip(outcomes).Where(static o => o.Second is null))
            {
                failed.Add(wait);
            }
        }
    }

    internal async Task<List<(WorkflowInstanceId InstanceId, int WaitId)>> FindAsync(DateTimeOffset now, int skipped, CancellationToken cancellationToken)
    {
        await using var db = new IpDbContext(options.Default);
        var rows = await db.Waits.AsNoTracking().Where(w => w.DueAt <= now)
            .OrderBy(static w => w.DueAt).ThenBy(static w => w.InstanceId).ThenBy(static w => w.WaitId)
            .Select(static w => new { w.InstanceId, w.WaitId }).Take(Batch + skipped).ToListAsync(cancellationToken);
        return rows.ConvertAll(static w => (w.InstanceId, w.WaitId));
    }

    /// <summary>Fires one; null when it could not be, which must not keep others waiting.</summary>
    private async Task<ResumeOutcome?> FireAsync(WorkflowInstanceId instanceId, int waitId, bool passOver, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.RunAsync(new Operation(Actor.System, "", now), (work, token) => FireAsync(work, instanceId, waitId, passOver, token), cancellationToken);
        }
#pragma warning disable CA1031 // One timer that cannot be fired is logged and left for the next time; the others go on.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.TimerFailed(logger, instanceId.Value, waitId, failure);
            return null;
        }
    }

    private async Task<ResumeOutcome> FireAsync(Work work, WorkflowInstanceId instanceId, int waitId, bool passOver, CancellationToken cancellationToken)
    {
        var wait = await work.Db.TakeWaitAsync(instanceId, waitId, passOver, cancellationToken);

        if (wait?.DueAt is null || wait.DueAt > work.Operation.Now)
        {
            return ResumeOutcome.AlreadyDone;
        }

        var late = work.Operation.Now - wait.DueAt.Value;
        work.AfterCommit(() => instruments.TimerFired(late));
        var outcome = await work.Flows.ResumeAsync(instanceId, waitId, null, cancellationToken);

        if (outcome == ResumeOutcome.AlreadyDone)
        {
            // The instance has stopped with an incident: the timer rests with it, and a retry sets what is still wanted.
            wait.DueAt = null;
        }

        return outcome;
    }
}
