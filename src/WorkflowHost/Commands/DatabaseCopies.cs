using System.ComponentModel;
using System.Diagnostics;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IndividualPlan.WorkflowHost.Commands;

/// <summary>Copies of the whole database as one file. On SQLite the database itself makes it; on PostgreSQL its own tools <c>pg_dump</c> and <c>pg_restore</c> do, found on the path.</summary>
internal sealed class DatabaseCopies(DatabaseOptions database, ContextOptions options)
{
    /// <summary>Writes a copy, as it stands at one moment. Others may write meanwhile.</summary>
    /// <returns>Why it could not be done; null when it was.</returns>
    public async Task<string?> WriteAsync(string file, CancellationToken cancellationToken)
    {
        if (!database.IsSqlite)
        {
            return await RunAsync("pg_dump", ["--format=custom", "--file", file], cancellationToken);
        }

        var source = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;

        if (!File.Exists(source))
        {
            return $"There is no database {source}.";
        }

        await using var db = new IpDbContext(options.Default);

        // Written beside and moved, so that a copy cut short is never taken for one.
        var part = file + ".part";
        File.Delete(part);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {part}", cancellationToken);
        File.Move(part, file);
        return null;
    }

    /// <summary>Makes the database from a copy.</summary>
    /// <returns>Why it could not be done; null when it was.</returns>
    public Task<string?> ReadAsync(string file, CancellationToken cancellationToken) =>
        database.IsSqlite ? ReadSqliteAsync(file, cancellationToken) : ReadPostgreSqlAsync(file, cancellationToken);

    private async Task<string?> ReadSqliteAsync(string file, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);

        if (new[] { target, target + "-wal" }.FirstOrDefault(File.Exists) is { } there)
        {
            return $"{there} is there already. Move it away first.";
        }

        if (!await IsSqliteAsync(file, cancellationToken))
        {
            return $"{file} is not a whole SQLite database.";
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = target + ".part";
        File.Copy(file, part, overwrite: true);
        File.Move(part, target);
        return null;
    }

    private static async Task<bool> IsSqliteAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            await copy.OpenAsync(cancellationToken);
            await using var check = copy.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            return (string?)await check.ExecuteScalarAsync(cancellationToken) == "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private async Task<string?> ReadPostgreSqlAsync(string file, CancellationToken cancellationToken)
    {
        await using (var db = new IpDbContext(options.Default))
        {
            if (await db.Database.SqlQueryRaw<int>("SELECT COUNT(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").SingleAsync(cancellationToken) > 0)
            {
                return "The database has tables already. Make an empty one first.";
            }
        }

        return await RunAsync("pg_restore", ["--no-owner", "--exit-on-error", "--single-transaction", file], cancellationToken);
    }

    private async Task<string?> RunAsync(string tool, string[] arguments, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(tool, ["--no-password", "--dbname", connection.Database ?? "", .. arguments]) { RedirectStandardError = true };
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = connection.Username;

        // In the environment of the tool alone: an argument could be read by others on the machine.
        start.Environment["PGPASSWORD"] = connection.Password;

        if (connection.SslMode != SslMode.Prefer)
        {
            start.Environment["PGSSLMODE"] = connection.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() };
        }

        try
        {
            using var process = Process.Start(start)!;
            var fault = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : fault.Trim();
        }
        catch (Win32Exception)
        {
            return $"{tool} was not found on the path. It comes with PostgreSQL's client programs.";
        }
    }
}
