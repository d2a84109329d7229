using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>Makes the database ready before anything else starts: the folder, the file and all migrations.</summary>
internal sealed class DatabaseStartup(DatabaseOptions database, ContextOptions options)
{
    /// <summary>The number of the lock, chosen at random once.</summary>
    private const long MigrationTurn = 7_316_480_225_931;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (database.IsSqlite && Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var db = new IpDbContext(options.Default);
        await using var turn = await TakeTurnAsync(db, cancellationToken);

        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        if (database.IsSqlite)
        {
            // A process that was killed while it migrated leaves EF's lock behind, and would keep all later ones waiting for ever.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Several nodes may start at once on a new database; they migrate one after another. A node that dies lets go by that.</summary>
    private async Task<IAsyncDisposable?> TakeTurnAsync(IpDbContext db, CancellationToken cancellationToken)
    {
        if (database.IsSqlite)
        {
            return null;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationTurn})", cancellationToken);
        return new Turn(db);
    }

    private sealed class Turn(IpDbContext db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationTurn})");
            await db.Database.CloseConnectionAsync();
        }
    }
}
