using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.Testing.Mail;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>The product with a mail server and a clock that is moved. It can be stopped, and started again later.</summary>
internal sealed class SimulatedOffice : IAsyncDisposable
{
    /// <summary>Where links of e-mails lead.</summary>
    public const string PublicAddress = "https://plan.example.com";

    private readonly TestDatabase _database;
    private readonly Dictionary<string, string> _settings;
    private readonly Dictionary<string, string> _tokens = [];
    private JourneyHost _host;
    private HttpClient _client;

    public SimulatedOffice(TestDatabase database, MailServer mail, DateTimeOffset now)
    {
        // A program that is no test has no list of where the host's files lie; they lie beside it.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_INDIVIDUALPLAN_WORKFLOWHOST", AppContext.BaseDirectory);
        _database = database;
        Now = now;
        _settings = new()
        {
            ["Mail:Server"] = "127.0.0.1",
            ["Mail:Port"] = mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:UseTls"] = "false",
            ["Mail:From"] = "plan@office.example.com",
            ["Site:PublicAddress"] = PublicAddress,
            ["Logging:LogLevel:Default"] = "None",
        };
        (_host, _client) = Start();
    }

    /// <summary>Where the clock stands.</summary>
    public DateTimeOffset Now { get; private set; }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>A context for looking at what is stored.</summary>
    public IpDbContext Read() => Get<IDbContextFactory<IpDbContext>>().CreateDbContext();

    /// <summary>Moves the clock; all that falls due on the way happens at its own instant.</summary>
    public async Task MoveToAsync(DateTimeOffset target) => Now = await Get<DemoTravel>().ToAsync(target, CancellationToken.None);

    /// <summary>What is due now happens.</summary>
    public Task RoundAsync() => Get<BackgroundWork>().RunOnceAsync(CancellationToken.None);

    /// <summary>The host stops now and starts again at an instant, on the same database.</summary>
    public async Task RestartAsync(DateTimeOffset startsAt)
    {
        _client.Dispose();
        await _host.DisposeAsync();
        _tokens.Clear();
        Now = startsAt;
        (_host, _client) = Start();
        await RoundAsync();
    }

    /// <summary>Sends something as someone, and expects to be understood.</summary>
    public async Task<JsonNode> SendAsync(string user, string path, object body) => (await TryAsync(user, path, body, mayBeRefused: false))!;

    /// <summary>Sends something as someone; null when it is refused, as it may be in a case that has gone another way.</summary>
    public Task<JsonNode?> TryAsync(string user, string path, object body) => TryAsync(user, path, body, mayBeRefused: true);

    /// <summary>Someone who may do it completes a task.</summary>
    public Task<CompleteTask.Outcome> CompleteAsync(HumanTask task, Answer answer) =>
        Get<CompleteTask>().RunAsync(task.Id, $"simulated-{task.Id}", answer.Outcome, answer.Values, WhoDoes(task), "", together: null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    private async Task<JsonNode?> TryAsync(string user, string path, object body, bool mayBeRefused)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user));
        using var answer = await _client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)
            : mayBeRefused && (int)answer.StatusCode is 409 or 422 ? null
            : throw new InvalidOperationException($"{path} as {user} answered {(int)answer.StatusCode}: {text}");
    }

    private static Actor WhoDoes(HumanTask task)
    {
        var user = DemoUsers.Find(task.Assignee) ?? DemoUsers.All.FirstOrDefault(u => u.Role == task.Role && !task.IsExcluded(u.User) && u.Role != Roles.Person);
        return user is null ? new Actor("citizen", task.Role ?? Roles.Person) : new Actor(user.User, user.Role, user.Service);
    }

    private (JourneyHost Host, HttpClient Client) Start()
    {
        var host = new JourneyHost(_database, Now, _settings);
        return (host, host.CreateClient());
    }

    private async Task<string> TokenAsync(string user)
    {
        // A token lasts a working day.
        var key = $"{user} {Now:yyyyMMdd}";
        if (!_tokens.TryGetValue(key, out var token))
        {
            using var answer = await _client.PostAsJsonAsync("/api/demo/token", new { user });
            answer.EnsureSuccessStatusCode();
            _tokens[key] = token = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!;
        }

        return token;
    }
}
