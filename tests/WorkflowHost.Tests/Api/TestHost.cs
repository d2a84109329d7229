using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IndividualPlan.WorkflowHost.Tests.Api;

/// <summary>The host in demo mode on a database of its own, with a clock that stands still until it is moved.</summary>
public sealed class TestHost : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database = new();
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <summary>Everything that was logged, as it would have been written.</summary>
    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>Whether there is no database before, as on the day of installation; others begin on a copy of one that is ready.</summary>
    public bool IsFirstStart { get; init; }

    public string StartsAt { get; init; } = "2027-01-11T08:00:00+01:00";

    /// <summary>Further settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = SolutionFolder.Path;

    /// <summary>A client signed in as one of the invented people.</summary>
    public async Task<HttpClient> AsAsync(string user)
    {
        if (!_tokens.TryGetValue(user, out var token))
        {
            using var anonymous = CreateClient();
            var answer = await anonymous.PostAsJsonAsync("/api/demo/token", new { user });
            answer.EnsureSuccessStatusCode();
            token = _tokens[user] = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!;
        }

        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var drawings = Path.Combine(Root, "workflow-definitions");
        _database.MakeReady(drawings, isEmpty: IsFirstStart);
        builder.UseEnvironment(Environments.Development);
        builder.UseSetting("Demo:Clock:StartsAt", StartsAt);
        builder.UseSetting("Demo:Clock:Runs", "false");
        // Counting the office is a job of the background that reads all cases; tests that are about it ask for it.
        builder.UseSetting("Statistics:KeepsFigures", "false");
        builder.UseDatabase(_database);
        builder.UseSetting("Execution:DefinitionsFolder", drawings);
        builder.UseSetting("Outbox:LetterFolder", Path.Combine(_database.Folder, "letters"));
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.AddProvider(new Capture(Logged)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_database.Folder))
        {
            _database.Dispose();
        }
    }

    private sealed class Capture(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {formatter(state, exception)} {exception}"));

        public void Dispose()
        {
        }
    }
}
