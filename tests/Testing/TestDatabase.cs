using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;

namespace IndividualPlan.Testing;

/// <summary>A database of its own and a folder beside it, both gone afterwards; or those of someone else, which stay.</summary>
/// <remarks>
/// Tests run on SQLite. With <c>INDIVIDUALPLAN_TEST_DATABASE=PostgreSql</c> in the environment (<c>./run-tests --postgresql</c>) the same tests run on
/// PostgreSQL; this is the one place that knows.
/// </remarks>
public sealed class TestDatabase : IDisposable
{
    public const string Variable = "INDIVIDUALPLAN_TEST_DATABASE";
    private readonly bool _isOwn;
    private bool _isReady;

    /// <summary>A new database of the kind that this run is about. It comes to be when it is made ready.</summary>
    public TestDatabase()
        : this(DefaultProvider)
    {
    }

    /// <summary>Someone else's, which is ready or is made so by the host.</summary>
    public TestDatabase(string provider, string connectionString, string folder)
    {
        Provider = provider;
        ConnectionString = connectionString;
        Folder = folder;
        _isReady = provider != DatabaseOptions.Sqlite;
    }

    private TestDatabase(string provider)
    {
        _isOwn = true;
        Provider = provider;
        Folder = Directory.CreateTempSubdirectory("individualplan-").FullName;
        ConnectionString = provider == DatabaseOptions.Sqlite ? "Data Source=" + SqliteFile : Task.Run(PostgresCluster.NameAsync).GetAwaiter().GetResult();
    }

    /// <summary>What this run is about: <c>Sqlite</c> or <c>PostgreSql</c>.</summary>
    public static string DefaultProvider => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } wanted ? wanted : DatabaseOptions.Sqlite;

    public string Provider { get; }

    public string ConnectionString { get; }

    /// <summary>Where it lies when it is of SQLite.</summary>
    public string SqliteFile => Path.Combine(Folder, "test.db");

    /// <summary>For letters, keys and whatever else a host puts down.</summary>
    public string Folder { get; }

    /// <summary>The settings that a host needs in order to use it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"] = Provider,
        [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}"] = ConnectionString,
    };

    /// <summary>A new SQLite file, whatever this run is about: for what is true of SQLite alone.</summary>
    public static TestDatabase Sqlite() => new(DatabaseOptions.Sqlite);

    /// <summary>A new PostgreSQL database, whatever this run is about: for what takes several nodes.</summary>
    public static TestDatabase PostgreSql() => new(DatabaseOptions.PostgreSql);

    /// <summary>The same database for another user, who does not remove it.</summary>
    public TestDatabase Borrowed() => new(Provider, ConnectionString, Folder);

    /// <summary>A new database of a kind.</summary>
    public static TestDatabase Of(string provider) => new(provider);

    /// <summary>Puts a copy of one that is ready (<see cref="DatabaseTemplate"/>) where none is yet, or leaves it empty.</summary>
    /// <param name="definitionsFolder">The drawings that it is to hold; null for none.</param>
    /// <param name="isEmpty">Whether it is to have no tables.</param>
    public async Task MakeReadyAsync(string? definitionsFolder = null, bool isEmpty = false)
    {
        if (_isReady)
        {
            return;
        }

        _isReady = true;
        if (Provider != DatabaseOptions.Sqlite)
        {
            await PostgresCluster.CreateAsync(ConnectionString, isEmpty ? null : DatabaseTemplate.KeyOf(definitionsFolder));
        }
        else if (!isEmpty)
        {
            await DatabaseTemplate.CopyToAsync(SqliteFile, definitionsFolder);
        }
    }

    /// <inheritdoc cref="MakeReadyAsync"/>
    public void MakeReady(string? definitionsFolder = null, bool isEmpty = false) => Task.Run(() => MakeReadyAsync(definitionsFolder, isEmpty)).GetAwaiter().GetResult();

    public void Dispose()
    {
        if (Provider == DatabaseOptions.Sqlite)
        {
            SqliteConnection.ClearAllPools();
        }
        else if (_isOwn)
        {
            Task.Run(() => PostgresCluster.DropAsync(ConnectionString)).GetAwaiter().GetResult();
        }

        if (_isOwn)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

public static class TestDatabaseExtensions
{
    /// <summary>Lets a host use the database.</summary>
    public static IWebHostBuilder UseDatabase(this IWebHostBuilder builder, TestDatabase database)
    {
        foreach (var (key, value) in database.Settings)
        {
            builder.UseSetting(key, value);
        }

        return builder;
    }
}
