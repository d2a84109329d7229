using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace IndividualPlan.Benchmarks;

/// <summary>A case manager who opens pages, and how long each took from the question to the last byte.</summary>
internal static partial class PageVisits
{
    public static async Task<HttpClient> SignInAsync(Uri address)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), UseCookies = true }) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), new("user", "casemanager"), new("returnUrl", "/accessibility"),
        ]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return client;
    }

    public static async Task VisitAsync(HttpClient client, string path, ConcurrentBag<double> times)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();

        if (answer.StatusCode != HttpStatusCode.OK || !body.Contains("<h1", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        }

        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>Cases and tasks spread over the database.</summary>
internal sealed record PageIds(List<string> Cases, List<string> Tasks)
{
    private const int Some = 500;

    public static PageIds In(OfficeData data) => new(
        data.Ids($"SELECT id FROM cases ORDER BY random() LIMIT {Some}"),
        data.Ids($"SELECT id FROM human_tasks WHERE ended_at IS NULL AND role = 'CaseManager' ORDER BY random() LIMIT {Some}"));

    public string Fill(string path, Random random) =>
        path.Replace("{case}", Cases[random.Next(Cases.Count)], StringComparison.Ordinal).Replace("{task}", Tasks[random.Next(Tasks.Count)], StringComparison.Ordinal);
}
