using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IndividualPlan.Testing.Journeys;

/// <summary>The product in demo mode on a SQLite file, with a clock that stands still until it is moved.</summary>
/// <param name="databaseFile">The file; it outlives the host, so that a restart finds what was saved.</param>
/// <param name="startsAt">Where the clock stands.</param>
public sealed class JourneyHost(string databaseFile, DateTimeOffset startsAt) : WebApplicationFactory<Program>
{
    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseSetting("Demo:Clock:StartsAt", startsAt.ToString("O", null));
        builder.UseSetting("Demo:Clock:Runs", "false");
        builder.UseSetting("Database:ConnectionString", $"Data Source={databaseFile}");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
    }
}
