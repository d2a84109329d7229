using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>Makes the database ready before anything else starts: the folder, the file and all migrations.</summary>
internal sealed class DatabaseStartup(DatabaseOptions database, ContextOptions options)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (database.IsSqlite && Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var db = new IpDbContext(options.Default);

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
}
