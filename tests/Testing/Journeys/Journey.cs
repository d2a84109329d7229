using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.Testing.Journeys;

/// <summary>One case on its way: the host, the clock, the people, and the case that the sentences are about.</summary>
public sealed class Journey : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly IReadOnlyDictionary<string, string>? _settings;
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private JourneyHost _host;

    /// <summary>Starts the host.</summary>
    /// <param name="at">Norwegian local time, such as <c>2027-01-11 09:00</c>.</param>
    public Journey(string at)
        : this(at, new TestDatabase())
    {
    }

    /// <summary>Starts the host on a database that the journey takes over and removes at its end, unless it is someone else's.</summary>
    /// <param name="at">Norwegian local time.</param>
    /// <param name="database">The database.</param>
    /// <param name="settings">Further settings of the host.</param>
    public Journey(string at, TestDatabase database, IReadOnlyDictionary<string, string>? settings = null)
    {
        Now = NorwegianClock.Instant(at);
        _database = database;
        _settings = settings;
        _host = new JourneyHost(database, Now, settings);
    }

    /// <summary>Opens the host to browsers on this machine; call it before anything else.</summary>
    /// <returns>The address, without a slash at its end.</returns>
    public string Listen() => _host.Listen();

    /// <summary>What the host is made of, for looking at its endpoints.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>A browser where one of the invented people is signed in, or nobody.</summary>
    public Task<Visitor> VisitorAsync(string? user, string language = "nb") => Visitor.ComesAsync(_host, user, language);

    /// <summary>Where the demo clock stands.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The case that is spoken of.</summary>
    public string CaseId { get; set; } = "";

    /// <summary>The person of the case.</summary>
    public SyntheticPerson Person { get; set; } = SyntheticPerson.Fjellrev;

    /// <summary>Moves the clock; all that falls due on the way happens at its own instant.</summary>
    /// <param name="at">Norwegian local time.</param>
    public async Task MoveToAsync(string at)
    {
        var target = NorwegianClock.Instant(at);
        if (target < Now)
        {
            throw new ArgumentException($"The clock stands at {NorwegianClock.Text(Now)} and cannot go back to {at}.", nameof(at));
        }

        await SendAsync(HttpMethod.Post, "admin", "/api/demo/clock/advance", new { to = target });
        Now = target;
    }

    /// <summary>The server stops and starts again on the same database.</summary>
    public async Task RestartAsync()
    {
        await _host.DisposeAsync();
        _tokens.Clear();
        _host = new JourneyHost(_database, Now, _settings);
        await GetAsync("casemanager", "/api/tasks");
    }

    /// <summary>Where the database is not as it must always be; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync() =>
        await Services.GetRequiredService<VerifyDatabase>().RunAsync(CancellationToken.None).Select(static v => v.ToString()).ToListAsync();

    /// <summary>Reads as someone.</summary>
    public Task<JsonNode> GetAsync(string user, string path) => SendAsync(HttpMethod.Get, user, path);

    /// <summary>Sends as someone, and expects to be understood.</summary>
    public Task<JsonNode> PostAsync(string user, string path, object? body = null) => SendAsync(HttpMethod.Post, user, path, body ?? new { });

    /// <summary>Sends something that is to replace what is there, and expects to be understood.</summary>
    public Task<JsonNode> PutAsync(string user, string path, object body) => SendAsync(HttpMethod.Put, user, path, body);

    /// <summary>Sends as someone, and gives back whatever the answer is.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> TryAsync(HttpMethod method, string user, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user));
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var client = _host.CreateClient();
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length > 0 && text[0] is '{' or '[' ? JsonNode.Parse(text) : null);
    }

    /// <summary>Reads a file as someone.</summary>
    public async Task<byte[]> BytesAsync(string user, string path)
    {
        using var client = _host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user)) } };
        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync() : throw new ExpectationException($"{path} as {user} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Sends a file as someone, and expects to be understood.</summary>
    public async Task<JsonNode> UploadAsync(string user, string path, byte[] content, string contentType)
    {
        using var client = _host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user)) } };
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new ExpectationException($"POST {path} as {user} answered {(int)answer.StatusCode}: {text}");
    }

    /// <summary>Sends as someone who names the version that was seen; gives back the status and the version that is there now.</summary>
    public async Task<(HttpStatusCode Status, string? Tag)> TryWithTagAsync(HttpMethod method, string user, string path, object? body = null, string? seen = null)
    {
        using var client = _host.CreateClient();
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user)) } };
        request.Content = body is null ? null : JsonContent.Create(body);
        if (seen is not null)
        {
            request.Headers.IfMatch.ParseAdd(seen);
        }

        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.ETag?.ToString());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _database.Dispose();
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string user, string path, object? body = null)
    {
        var (status, answer) = await TryAsync(method, user, path, body);
        return (int)status < 300
            ? answer ?? new JsonObject()
            : throw new ExpectationException($"{method} {path} as {user} answered {(int)status}: {answer?.ToJsonString()}{Environment.NewLine}{body?.ToString()}");
    }

    private async Task<string> TokenAsync(string user)
    {
        if (_tokens.TryGetValue(user, out var known))
        {
            return known;
        }

        using var client = _host.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/demo/token", new { user });
        answer.EnsureSuccessStatusCode();
        return _tokens[user] = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!.GetValue<string>();
    }
}
