using System.Data.Common;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>A transaction for each operation, tried again from a fresh load when a concurrent one was faster. For databases with many writers.</summary>
internal sealed class RetryingTransaction(WorkRun run, DatabaseOptions database, ContextOptions options)
{
    public async Task<T> RunAsync<T>(Operation operation, Func<Work, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        WorkWriter.MarkInside();

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(operation, body, cancellationToken);
            }
            catch (Exception conflict) when (attempt < database.MaxAttempts && IsConflict(conflict))
            {
                continue;
            }
        }
    }

    private async Task<T> TryAsync<T>(Operation operation, Func<Work, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        await using var db = new IpDbContext(options.Default) { MaySave = true };
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Database.AutoSavepointsEnabled = false;
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        try
        {
            var (result, work) = await run.RunAsync(db, operation, body, BeginAgainAsync, cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);

            foreach (var action in work.AfterCommitActions)
            {
                action();
            }

            return result;
        }
        finally
        {
            await transaction.DisposeAsync();
        }

        async Task BeginAgainAsync()
        {
            await transaction.DisposeAsync();
            transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        }
    }

    /// <summary>Another one was faster: the row has a newer version, or has come or gone (unique key, serialization failure, deadlock).</summary>
    private static bool IsConflict(Exception failure) =>
        failure is DbUpdateConcurrencyException || (failure is DbUpdateException or DbException && SqlState(failure) is "40001" or "40P01" or "23505");

    private static string? SqlState(Exception failure) => ((failure as DbException) ?? failure.InnerException as DbException)?.SqlState;
}
