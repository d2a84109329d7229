using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IndividualPlan.Testing;

/// <summary>
/// A PostgreSQL server for the tests of this process, started when the first one asks. A database for a test is a copy of one that was migrated once,
/// so each costs a few hundredths of a second.
/// </summary>
/// <remarks>It runs without <c>fsync</c>: what functional tests look at does not depend on surviving a power cut.</remarks>
internal sealed class PostgresCluster
{
    private const string Template = "migrated";
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(() => StartAsync("off"));
    private readonly Process _process;
    private int _databases;

    private PostgresCluster(Process process, int port)
    {
        _process = process;
        Port = port;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
    }

    public int Port { get; }

    /// <summary>The connection string of a new database, migrated unless it is to be empty.</summary>
    public static async Task<string> NewDatabaseAsync(bool isEmpty)
    {
        var cluster = await Shared.Value;
        var name = $"test_{Interlocked.Increment(ref cluster._databases)}";
        await cluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {(isEmpty ? "template0" : Template)}");
        return cluster.ConnectionString(name);
    }

    /// <summary>Removes a database, whoever is still connected.</summary>
    public static async Task DropAsync(string connectionString)
    {
        var cluster = await Shared.Value;
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        await cluster.ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static async Task<PostgresCluster> StartAsync(string fsync)
    {
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo("sh", [Path.Combine(SolutionFolder.Path, "tests", "Testing", "postgres-cluster.sh"), $"{port}", fsync])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        if (await process.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException("PostgreSQL did not start: " + await errors);
        }

        var cluster = new PostgresCluster(process, port);
        await cluster.ExecuteAsync($"CREATE DATABASE {Template}");
        var database = new DatabaseOptions { Provider = DatabaseOptions.PostgreSql, ConnectionString = cluster.ConnectionString(Template) + ";Pooling=false" };
        await new DatabaseStartup(database, new ContextOptions(database, NullLoggerFactory.Instance)).PrepareAsync(CancellationToken.None);
        return cluster;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username=individualplan;Database={database};Maximum Pool Size=40;Include Error Detail=true";

    private void Stop()
    {
        NpgsqlConnection.ClearAllPools();
        _process.StandardInput.Close();
        _process.WaitForExit();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
