using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.WorkflowHost.Verification;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace IndividualPlan.Testing;

/// <summary>The host without its web server: database, writer, runner, timers and outbox, with a real database and a clock that the test moves.</summary>
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

    /// <summary>Starts a host on a database, as the program does: migrate, then load drawings. Where there is none it begins on a copy of <see cref="DatabaseTemplate"/>.</summary>
    public static async Task<HostFixture> StartAsync(
        TestDatabase database, TimeProvider clock, string? definitionsFolder = null, Action<IServiceCollection>? configure = null)
    {
        await database.MakeReadyAsync(definitionsFolder);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Execution:DefinitionsFolder"] = definitionsFolder ?? Path.Combine(database.Folder, "no-definitions"),
            ["Outbox:LetterTransport"] = "Folder",
            ["Outbox:LetterFolder"] = Path.Combine(database.Folder, "letters"),
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.AddPersistence().AddExecution().AddHumanTasks();
        builder.Services.AddCaseActivities().AddDefinitions().AddVerification();
        builder.Services.AddSingleton<UserDirectory>(new ListedUsers([]));
        builder.Services.TryAddSingleton(new SiteOptions());
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
