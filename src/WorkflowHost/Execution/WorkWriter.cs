using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Telemetry;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>The one door to the database for changes: what a body does is stored in one transaction, or nothing of it is.</summary>
/// <remarks>
/// SQLite takes one writer at a time, so operations queue for it and share a commit, see <see cref="GroupCommit"/>. On PostgreSQL each
/// operation has a transaction of its own and is run again from a fresh load when another one was faster, see <see cref="RetryingTransaction"/>.
/// A body must wait for nothing but the database: everything that leaves the process goes through the outbox.
/// </remarks>
internal sealed class WorkWriter(GroupCommit grouped, RetryingTransaction retrying, DatabaseOptions database, Instruments instruments)
{
    private static readonly AsyncLocal<bool> Inside = new();

    /// <summary>Runs the body and stores what it did. Answers only when that is safely on disk.</summary>
    /// <param name="operation">Who, why and when. Each run of the body gets a fresh copy, <see cref="Work.Operation"/>.</param>
    /// <param name="body">May be run several times; see <see cref="Work"/>.</param>
    /// <param name="cancellationToken">Cancels the waiting and the body, never a commit that has begun.</param>
    /// <exception cref="DbUpdateConcurrencyException">Others changed the same things each time that it was tried.</exception>
    public async Task<T> RunAsync<T>(Operation operation, Func<Work, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        if (Inside.Value)
        {
            throw new InvalidOperationException("A work is already under way here; use that one instead of starting another inside it.");
        }

        using var measured = instruments.Operation();
        return await (database.IsSqlite
            ? grouped.RunAsync(operation, body, cancellationToken)
            : retrying.RunAsync(operation, body, cancellationToken));
    }

    /// <summary>As the other one, for a body without a result.</summary>
    public Task RunAsync(Operation operation, Func<Work, CancellationToken, Task> body, CancellationToken cancellationToken) =>
        RunAsync(
            operation,
            async (work, token) =>
            {
                await body(work, token);
                return true;
            },
            cancellationToken);

    internal static void MarkInside() => Inside.Value = true;
}
