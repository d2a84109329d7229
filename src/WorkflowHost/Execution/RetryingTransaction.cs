using System.Data;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Telemetry;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// The writers of PostgreSQL: a transaction for each operation, many at a time and on many nodes, with the outcome that they would have had one after
/// another. One that loses a race is run again from a fresh load, and in the end alone, so that it cannot lose for ever.
/// </summary>
/// <remarks>
/// A use case may look first and act on what it saw, as with the single writer of SQLite; <see cref="IsolationLevel.Serializable"/> is what makes that
/// true here. To run alone is a matter of table locks: all writers of all nodes hold a shared one, and whoever asks for the exclusive one waits until
/// those before are done, while those after wait for it. The table is that of the migrations, so no one writes while the schema changes, either.
/// </remarks>
internal sealed class RetryingTransaction(WorkRun run, OtherNodes others, DatabaseOptions database, ContextOptions options, Instruments instruments) : IDisposable
{
    private const string BesideOthers = "LOCK TABLE \"__EFMigrationsHistory\" IN ROW SHARE MODE; " + OtherNodes.MarkSql;
    private const string Alone = "LOCK TABLE \"__EFMigrationsHistory\" IN EXCLUSIVE MODE; " + OtherNodes.MarkSql;
    private readonly SemaphoreSlim _writers = new(database.MaxWriters);

    public async Task<T> RunAsync<T>(Operation operation, Func<Work, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        WorkWriter.MarkInside();
        await _writers.WaitAsync(cancellationToken);

        try
        {
            for (var attempt = 1; attempt < database.MaxAttempts; attempt++)
            {
                try
                {
                    return await TryAsync(operation, body, BesideOthers, cancellationToken);
                }
                catch (Exception failure) when (LostRace.Is(failure))
                {
                    instruments.Conflict();
                    continue;
                }
                catch (Exception failure) when (LostRace.IsOfKey(failure))
                {
                    instruments.Conflict();

                    // Whether the key is taken for good shows when nobody else is at it.
                    break;
                }
            }

            return await TryAsync(operation, body, Alone, cancellationToken);
        }
        finally
        {
            _writers.Release();
        }
    }

    public void Dispose() => _writers.Dispose();

    private async Task<T> TryAsync<T>(Operation operation, Func<Work, CancellationToken, Task<T>> body, string turn, CancellationToken cancellationToken)
    {
        await using var db = new IpDbContext(options.Default) { MaySave = true };
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Database.AutoSavepointsEnabled = false;
        var transaction = await BeginAsync();

        try
        {
            var (result, work) = await run.RunAsync(db, operation, body, BeginAgainAsync, isLostRace: e => LostRace.Is(e) || (turn != Alone && LostRace.IsOfKey(e)), cancellationToken);
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

        async Task<IDbContextTransaction> BeginAsync()
        {
            try
            {
                return await BeginOnceAsync();
            }
            catch (Exception failure) when (failure is NpgsqlException { IsTransient: true } or { InnerException: NpgsqlException { IsTransient: true } } && !LostRace.Is(failure))
            {
                // The connection was kept from before the server restarted, or was cut. Nothing was done on it yet, so another one does as well.
                NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
                await db.Database.CloseConnectionAsync();
                return await BeginOnceAsync();
            }
        }

        async Task<IDbContextTransaction> BeginOnceAsync()
        {
            // Taking the turn comes before the first look, and with it before the snapshot that the operation sees.
            var begun = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            var marks = await db.Database.SqlQueryRaw<string>(turn).ToListAsync(cancellationToken);
            await others.RefreshAsync(marks[0], cancellationToken);
            return begun;
        }

        async Task BeginAgainAsync()
        {
            await transaction.DisposeAsync();
            transaction = await BeginAsync();
        }
    }
}
