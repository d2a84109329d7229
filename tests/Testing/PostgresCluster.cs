using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IndividualPlan.WorkflowHost.Persistence;
using Npgsql;

namespace IndividualPlan.Testing;

/// <summary>
/// A PostgreSQL server for the tests of this process, started when the first one asks. A database for a test is a copy of one that is ready, so each
/// costs a few hundredths of a second.
/// </summary>
/// <remarks>It runs without <c>fsync</c>: what functional tests look at does not depend on surviving a power cut.</remarks>
internal sealed class PostgresCluster : IDisposable
{
    private const string Nothing = "template0";
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(() => StartAsync("off"));
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = new(StringComparer.Ordinal);
    private readonly Process _process;
    private int _names;

    private PostgresCluster(Process process, int port)
    {
        _process = process;
        Port = port;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public int Port { get; }

    /// <summary>A server for its caller alone, who may restart it. It runs with <c>fsync</c>.</summary>
    public static Task<PostgresCluster> OwnAsync() => StartAsync("on");

    /// <summary>A database of this server, made ready.</summary>
    public async Task<TestDatabase> NewDatabaseAsync()
    {
        var name = $"own_{Interlocked.Increment(ref _names)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {await TemplateAsync(DatabaseTemplate.KeyOf(null))}");
        return new TestDatabase(DatabaseOptions.PostgreSql, ConnectionString(name), Directory.CreateTempSubdirectory("individualplan-").FullName);
    }

    /// <summary>The server's processes are killed at once, without a word to anybody, and it is started again. It answers when this returns.</summary>
    public async Task RestartAsync()
    {
        await _process.StandardInput.WriteLineAsync("restart");
        await _process.StandardInput.FlushAsync();
        if (await _process.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException("PostgreSQL did not start again.");
        }
    }

    /// <summary>Ends all connections to a database, in the middle of whatever they do.</summary>
    public Task CutConnectionsAsync(TestDatabase database) =>
        ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameIn(database.ConnectionString)}'");

    public void Dispose() => Stop();

    /// <summary>The connection string of a database that is not there yet.</summary>
    public static async Task<string> NameAsync()
    {
        var cluster = await Shared.Value;
        return cluster.ConnectionString($"test_{Interlocked.Increment(ref cluster._names)}");
    }

    /// <summary>Makes a database.</summary>
    /// <param name="connectionString">From <see cref="NameAsync"/>.</param>
    /// <param name="template">Which template it is to be a copy of, <see cref="DatabaseTemplate.KeyOf"/>; null for an empty one.</param>
    public static async Task CreateAsync(string connectionString, string? template)
    {
        var cluster = await Shared.Value;
        var source = template is null ? Nothing : await cluster.TemplateAsync(template);
        await cluster.ExecuteAsync($"CREATE DATABASE {NameIn(connectionString)} TEMPLATE {source}");
    }

    /// <summary>Removes a database, whoever is still connected.</summary>
    public static async Task DropAsync(string connectionString)
    {
        var cluster = await Shared.Value;
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        await cluster.ExecuteAsync($"DROP DATABASE IF EXISTS {NameIn(connectionString)} WITH (FORCE)");
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

        return new PostgresCluster(process, port);
    }

    private Task<string> TemplateAsync(string key) => _templates.GetOrAdd(key, wanted => new(() => Task.Run(() => MakeTemplateAsync(wanted)))).Value;

    private async Task<string> MakeTemplateAsync(string key)
    {
        var name = $"template_{Interlocked.Increment(ref _names)}";
        var folder = Directory.CreateTempSubdirectory("individualplan-");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Nothing}");
        await DatabaseTemplate.FillAsync(new TestDatabase(DatabaseOptions.PostgreSql, ConnectionString(name) + ";Pooling=false", folder.FullName), key);
        folder.Delete(recursive: true);
        return name;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username=individualplan;Database={database};Maximum Pool Size=40;Include Error Detail=true";

    private static string NameIn(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private void OnExit(object? sender, EventArgs e) => Stop();

    private void Stop()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
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
