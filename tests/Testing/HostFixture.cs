using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace IndividualPlan.Testing;

/// <summary>A database file of its own, which is gone afterwards; or one of someone else's, which stays.</summary>
public sealed class DatabaseFile : IDisposable
{
    private readonly bool _isOwn;

    public DatabaseFile()
    {
        _isOwn = true;
        Path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("individualplan-").FullName, "test.db");
    }

    public DatabaseFile(string path) => Path = path;

    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string ConnectionString => "Data Source=" + Path;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();

        if (_isOwn)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>The host without its web server: database, writer, runner, timers and outbox, with real SQLite and a clock that the test moves.</summary>
public sealed class HostFixture : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostFixture(WebApplication app, TimeProvider clock)
    {
        _app = app;
        Clock = clock;
    }

    public TimeProvider Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a host on a database file, as the program does: migrate, then load drawings. Where there is no file it begins on a copy of <see cref="DatabaseTemplate"/>.</summary>
    public static async Task<HostFixture> StartAsync(
        DatabaseFile database, TimeProvider clock, string? definitionsFolder = null, Action<IServiceCollection>? configure = null)
    {
        await DatabaseTemplate.CopyToAsync(database.Path, definitionsFolder);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = database.ConnectionString,
            ["Execution:DefinitionsFolder"] = definitionsFolder ?? Path.Combine(database.Folder, "no-definitions"),
            ["Outbox:LetterTransport"] = "Folder",
            ["Outbox:LetterFolder"] = Path.Combine(database.Folder, "letters"),
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.AddPersistence().AddExecution().AddHumanTasks();
        builder.Services.AddCaseActivities().AddDefinitions();
        builder.Services.AddSingleton<UserDirectory>(new ListedUsers([]));
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        await app.Services.GetRequiredService<DatabaseStartup>().PrepareAsync(CancellationToken.None);
        var options = app.Services.GetRequiredService<ExecutionOptions>();
        await app.Services.GetRequiredService<DefinitionLoader>().LoadAsync(options.DefinitionsFolder, CancellationToken.None);

        return new HostFixture(app, clock);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A context for looking at what is stored.</summary>
    internal IpDbContext Read() => Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
}
