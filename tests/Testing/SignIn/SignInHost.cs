using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IndividualPlan.Testing.SignIn;

/// <summary>The host with a real provider, on a free port of this machine, with a clock that starts now and is moved by the test.</summary>
public sealed class SignInHost : WebApplicationFactory<Program>
{
    public const string Audience = "https://plan.example/api";
    public const string Secret = "a secret that is only a test";

    private readonly ConcurrentQueue<string> _logged = new();
    private readonly Dictionary<string, string?> _settings;
    private readonly TestDatabase _database;

    /// <param name="provider">Where people sign in.</param>
    /// <param name="settings">Settings beyond the usual ones, those of section <c>Auth</c> without its name; null takes one away.</param>
    /// <param name="database">Another host's database, for a second node.</param>
    public SignInHost(ProviderProcess provider, Dictionary<string, string?>? settings = null, SignInHost? database = null)
    {
        _database = database?._database.Borrowed() ?? new TestDatabase();
        Keys = Path.Combine(_database.Folder, "keys");
        _settings = new(StringComparer.Ordinal)
        {
            ["OpenIdConnect:Authority"] = provider.Issuer,
            ["OpenIdConnect:ClientId"] = "web",
            ["OpenIdConnect:ClientSecret"] = Secret,
            ["OpenIdConnect:Audience"] = Audience,
            ["OpenIdConnect:AcceptedLevels:0"] = "idporten-loa-high",
            ["OpenIdConnect:Parameters:claims"] = """{"id_token":{"sid":null}}""",
            ["OpenIdConnect:Roles:0:Claim"] = "groups",
            ["OpenIdConnect:Roles:0:Value"] = "g-leader",
            ["OpenIdConnect:Roles:0:Role"] = "OfficeLeader",
            ["OpenIdConnect:Roles:0:Service"] = "nav",
            ["OpenIdConnect:Roles:1:Claim"] = "groups",
            ["OpenIdConnect:Roles:1:Value"] = "g-casemanager",
            ["OpenIdConnect:Roles:1:Role"] = "CaseManager",
            ["OpenIdConnect:Roles:1:Service"] = "nav",
            ["OpenIdConnect:Roles:2:Claim"] = "authorization_details.authorized_parties",
            ["OpenIdConnect:Roles:2:Where:orgno.ID"] = "0192:310000001",
            ["OpenIdConnect:Roles:2:Where:resource"] = "individuell-plan",
            ["OpenIdConnect:Roles:2:Role"] = "Participant",
            ["OpenIdConnect:Roles:2:Service"] = "upper-secondary-school",
        };
        foreach (var (key, value) in settings ?? [])
        {
            _settings[key] = value;
        }

        UseKestrel(0);
        StartServer();
        Address = new Uri(ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority));
    }

    public Uri Address { get; }

    /// <summary>Where browsers think that it is: behind a proxy that speaks https, when the host is told of one.</summary>
    public Uri PublicAddress => _settings.GetValueOrDefault("Site:PublicAddress") is { } address ? new Uri(address) : Address;

    public FakeClock Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public Backchannel Backchannel { get; } = new();

    /// <summary>Everything that was logged, as one text.</summary>
    public string Logged => string.Join('\n', _logged);

    private string Keys { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var noDrawings = Path.Combine(_database.Folder, "no-definitions");
        _database.MakeReady(noDrawings);
        builder.UseEnvironment(Environments.Development);
        builder.UseDatabase(_database);
        builder.UseSetting("Execution:DefinitionsFolder", noDrawings);
        builder.UseSetting("Outbox:LetterFolder", Path.Combine(_database.Folder, "letters"));
        builder.UseSetting("Auth:KeyFolder", Keys);
        foreach (var (key, value) in _settings.Where(s => s.Value is not null))
        {
            builder.UseSetting(key.StartsWith("Site:", StringComparison.Ordinal) ? key : $"Auth:{key}", value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddHttpClient("openid").ConfigurePrimaryHttpMessageHandler(() => Backchannel);
        });
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(new Capture(_logged)));
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
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
