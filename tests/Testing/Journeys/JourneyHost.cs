using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IndividualPlan.Testing.Journeys;

/// <summary>The product in demo mode on a database, with a clock that stands still until it is moved.</summary>
/// <param name="database">The database; it outlives the host, so that a restart finds what was saved.</param>
/// <param name="startsAt">Where the clock stands.</param>
/// <param name="settings">Further settings, such as the law of another day.</param>
public sealed class JourneyHost(TestDatabase database, DateTimeOffset startsAt, IReadOnlyDictionary<string, string>? settings = null) : WebApplicationFactory<Program>
{
    private bool _listens;

    /// <summary>A browser's way to the host: it keeps cookies and does not follow what it is sent on to.</summary>
    public HttpClient Browser() => _listens
        ? new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress }
        : CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = ClientOptions.BaseAddress });

    /// <summary>Listens on a free port of this machine, so that a browser can come.</summary>
    /// <returns>The address, without a slash at its end.</returns>
    public string Listen()
    {
        UseKestrel(0);
        StartServer();
        _listens = true;
        return ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        database.MakeReady(Path.Combine(AppContext.BaseDirectory, "workflow-definitions"));
        builder.UseEnvironment(Environments.Development);
        builder.UseSetting("Demo:Clock:StartsAt", startsAt.ToString("O", null));
        builder.UseSetting("Demo:Clock:Runs", "false");
        // Counting the whole office at each turn of the clock is no part of most journeys; tests of it ask for it.
        builder.UseSetting("Statistics:KeepsFigures", "false");
        builder.UseDatabase(database);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
    }
}
