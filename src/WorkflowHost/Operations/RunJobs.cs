using System.Collections.Concurrent;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Operations;

/// <summary>Runs recurring jobs and keeps how they went. One that fails is tried again with growing pauses, and keeps no other from running.</summary>
internal sealed class RunJobs(IEnumerable<RecurringJob> jobs, WorkWriter writer, ContextOptions options, TimeProvider clock, ILogger<RunJobs> logger)
{
    /// <summary>How often jobs that are due are looked for, and how often it is stored that all goes well.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _storedAt = new(StringComparer.Ordinal);
    private DateTimeOffset _lookAgainAt;

    /// <summary>All jobs, in the order in which they are shown.</summary>
    public IReadOnlyList<RecurringJob> Jobs { get; } = [.. jobs];

    /// <summary>One round: what every round does, and what is due.</summary>
    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        foreach (var job in Jobs.Where(static j => j.Interval == TimeSpan.Zero))
        {
            await RunAsync(job, Actor.System, "", cancellationToken);
        }

        var now = clock.GetUtcNow();
        if (now < _lookAgainAt && now > _lookAgainAt - Pause - Pause)
        {
            return;
        }

        _lookAgainAt = now + Pause;
        await using var db = new IpDbContext(options.Default);
        var later = (await db.Jobs.AsNoTracking().Where(j => j.NextAt > now).Select(j => j.Key).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        foreach (var job in Jobs.Where(j => j.Interval > TimeSpan.Zero && !later.Contains(j.Key)))
        {
            if (await ClaimAsync(job, cancellationToken))
            {
                await RunAsync(job, Actor.System, "", cancellationToken);
            }
        }
    }

    /// <summary>Runs a job and stores how it went.</summary>
    /// <returns>Whether it went well.</returns>
    public async Task<bool> RunAsync(RecurringJob job, Actor actor, string reason, CancellationToken cancellationToken)
    {
        try
        {
            var count = await job.RunAsync(cancellationToken);
            await StoreAsync(job, actor, reason, count, null, cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever it is, it is stored and shown, and the job is tried again; the other jobs go on.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.JobFailed(logger, job.Key, failure);
            await StoreAsync(job, actor, reason, 0, failure, cancellationToken);
            return false;
        }
    }

    /// <summary>Moves the row on, so that of several hosts one runs the job.</summary>
    private Task<bool> ClaimAsync(RecurringJob job, CancellationToken cancellationToken) =>
        writer.RunAsync(new Operation(Actor.System, "", clock.GetUtcNow()), async (work, token) =>
        {
            var row = await RowAsync(work, job, token);
            if (row.NextAt > work.Operation.Now)
            {
                return false;
            }

            row.NextAt = work.Operation.Now + job.Interval;
            return true;
        }, cancellationToken);

    private async Task StoreAsync(RecurringJob job, Actor actor, string reason, int count, Exception? failure, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isQuiet = failure is null && actor == Actor.System && job.Interval == TimeSpan.Zero;
        if (isQuiet && _storedAt.TryGetValue(job.Key, out var stored) && now >= stored && now < stored + Pause)
        {
            return;
        }

        await writer.RunAsync(new Operation(actor, reason, now), async (work, token) =>
        {
            var row = await RowAsync(work, job, token);
            row.LastRunAt = now;
            if (failure is null)
            {
                (row.LastSuccessAt, row.LastCount, row.Failures) = (now, count, 0);
                row.NextAt = now + job.Interval;
            }
            else
            {
                row.Failures++;
                (row.LastFailureAt, row.LastError) = (now, failure.GetType().Name);
                row.NextAt = now + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, row.Failures), Math.Max(job.Interval.TotalMinutes, 1)));
            }

            if (actor != Actor.System)
            {
                work.Operation.Record(null, "job-run-by-hand", ("job", job.Key), ("succeeded", failure is null), ("count", count));
            }
        }, cancellationToken);

        if (failure is null)
        {
            _storedAt[job.Key] = now;
        }
        else
        {
            // What goes well after a failure is worth storing at once.
            _storedAt.TryRemove(job.Key, out _);
        }
    }

    private static async Task<JobRow> RowAsync(Work work, RecurringJob job, CancellationToken cancellationToken)
    {
        var row = await work.Db.Jobs.FindAsync([job.Key], cancellationToken);
        if (row is null)
        {
            work.Db.Add(row = new JobRow { Key = job.Key, NextAt = work.Operation.Now });
        }

        return row;
    }
}
