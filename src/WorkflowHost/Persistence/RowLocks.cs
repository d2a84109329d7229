using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>
/// How nodes on one PostgreSQL share work: a row is locked before it is worked on, and rows in another's hand are passed over. SQLite has one writer
/// and needs none of it.
/// </summary>
internal static class RowLocks
{
    /// <summary>A wait, in the hand of this transaction; null when it is gone or in another's hand.</summary>
    /// <param name="db">The writer's context.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="waitId">The wait.</param>
    /// <param name="passOver">Whether to pass over a wait that another has in hand, instead of waiting until that one is done.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<WaitRow?> TakeWaitAsync(this IpDbContext db, WorkflowInstanceId instanceId, int waitId, bool passOver, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            return await db.Waits.FindAsync([instanceId, waitId], cancellationToken);
        }

        var id = instanceId.Value;
        var found = passOver
            ? db.Waits.FromSql($"SELECT * FROM waits WHERE instance_id = {id} AND wait_id = {waitId} FOR UPDATE SKIP LOCKED")
            : db.Waits.FromSql($"SELECT * FROM waits WHERE instance_id = {id} AND wait_id = {waitId} FOR UPDATE");
        return (await found.ToListAsync(cancellationToken)).SingleOrDefault();
    }

    /// <summary>The messages that have been due longest and that nobody has claimed, in the hand of this transaction.</summary>
    public static Task<List<OutboxMessage>> TakeDueMessagesAsync(this IpDbContext db, DateTimeOffset now, int count, CancellationToken cancellationToken)
    {
        var due = db.Database.IsSqlite()
            ? db.Outbox.Where(m => m.State == OutboxState.Waiting && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now))
                .OrderBy(static m => m.DueAt).ThenBy(static m => m.Id).Take(count)
            : db.Outbox.FromSql(
                $"""
                SELECT * FROM outbox WHERE state = 'Waiting' AND due_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now})
                ORDER BY due_at, id LIMIT {count} FOR UPDATE SKIP LOCKED
                """);
        return due.ToListAsync(cancellationToken);
    }
}
