using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace IndividualPlan.Testing.Journeys;

/// <summary>Someone in front of a browser without script: a session, pages, forms; redirects are looked at and not followed.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    private Visitor(HttpClient client) => _client = client;

    /// <summary>A browser where one of the invented people is signed in.</summary>
    /// <param name="host">The product.</param>
    /// <param name="user">Whom to sign in; null for nobody.</param>
    /// <param name="language">The language that the browser asks for.</param>
    public static async Task<Visitor> ComesAsync(JourneyHost host, string? user, string language = "nb")
    {
        var client = host.Browser();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var visitor = new Visitor(client);

        if (user is not null)
        {
            var answer = await visitor.SendsAsync("/sign-in", "/sign-in", ("user", user), ("returnUrl", "/"));

            if (answer.Status != HttpStatusCode.Redirect)
            {
                throw new ExpectationException($"{user} could not sign in: {(int)answer.Status}.");
            }
        }

        return visitor;
    }

    /// <summary>Opens an address.</summary>
    public async Task<PageAnswer> OpensAsync(string address) => await ReadAsync(await _client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)));

    /// <summary>Downloads a file; null when it is refused.</summary>
    public async Task<byte[]?> DownloadsAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType != "text/html" ? await answer.Content.ReadAsByteArrayAsync() : null;
    }

    /// <summary>How many bytes an address sends to a browser that takes brotli; null when it is no page or file that is shown.</summary>
    public async Task<int?> WeighsAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute)) { Headers = { AcceptEncoding = { new("br") } } };
        using var answer = await _client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.OK ? (await answer.Content.ReadAsByteArrayAsync()).Length : null;
    }

    /// <summary>Opens a page and sends a form with the page's antiforgery token.</summary>
    /// <param name="page">Where the form stands.</param>
    /// <param name="action">Where it is sent.</param>
    /// <param name="fields">What is filled in; a name may come several times.</param>
    public async Task<PageAnswer> SendsAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match((await OpensAsync(page)).Html).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await ReadAsync(await _client.PostAsync(new Uri(action, UriKind.Relative), form));
    }

    public void Dispose() => _client.Dispose();

    private static async Task<PageAnswer> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var kind = answer.Content.Headers.ContentType?.MediaType;
            return new PageAnswer(
                answer.StatusCode, answer.Headers.Location?.ToString(), kind == "text/html" ? await answer.Content.ReadAsStringAsync() : "",
                answer.Headers.Concat(answer.Content.Headers).ToDictionary(static h => h.Key, static h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase))
            {
                Table = kind is "text/csv" or "application/xml" or "application/json" ? await answer.Content.ReadAsStringAsync() : "",
            };
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>What a browser was answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Location">Where it leads on to; null when it does not.</param>
/// <param name="Html">The page; empty when it is something else.</param>
/// <param name="Headers">All headers.</param>
public sealed record PageAnswer(HttpStatusCode Status, string? Location, string Html, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>A file of rows and columns; empty when it is something else.</summary>
    public string Table { get; init; } = "";
}
