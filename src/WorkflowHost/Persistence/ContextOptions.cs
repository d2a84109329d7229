using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>How contexts reach the database, for readers and for the writer.</summary>
internal sealed class ContextOptions
{
    private readonly DatabaseOptions _database;
    private readonly ILoggerFactory _logs;

    public ContextOptions(DatabaseOptions database, ILoggerFactory logs)
    {
        _database = database;
        _logs = logs;
        var builder = new DbContextOptionsBuilder<IpDbContext>();
        Configure(builder);
        Default = builder.Options;
    }

    public DbContextOptions<IpDbContext> Default { get; }

    /// <summary>Options over a connection of one's own.</summary>
    public DbContextOptions<IpDbContext> For(DbConnection connection)
    {
        var builder = new DbContextOptionsBuilder<IpDbContext>();
        builder.UseSqlite(connection);
        Common(builder);
        return builder.Options;
    }

    public void Configure(DbContextOptionsBuilder builder)
    {
        if (_database.IsSqlite)
        {
            builder.UseSqlite(_database.ConnectionString);
        }
        else
        {
            builder.UseNpgsql(_database.ConnectionString);
        }

        Common(builder);
    }

    private void Common(DbContextOptionsBuilder builder)
    {
        builder.UseLoggerFactory(_logs);

        if (_database.IsSqlite)
        {
            builder.AddInterceptors(SqlitePragmas.Instance);
        }
        else
        {
            // The snapshot of the model is written for SQLite; on PostgreSQL the same migrations run with that database's own types.
            // That another operation was faster is nothing to raise an alarm about, for it is tried again; what fails in the end reaches the log as an exception.
            builder.ConfigureWarnings(static w => w
                .Ignore(RelationalEventId.PendingModelChangesWarning)
                .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
        }
    }
}

/// <summary>Settings that each SQLite connection needs: durable commits, waiting for a lock instead of failing, foreign keys.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Write = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; ";
    private const string Read = "PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        if (connection is SqliteConnection)
        {
            // EF looks whether a database is there through a connection that may not write, and so cannot give a restored or empty file its log.
            var mayWrite = !connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase);
            using var command = connection.CreateCommand();
            command.CommandText = mayWrite ? Write + Read : Read;
            command.ExecuteNonQuery();
        }
    }
}
