using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.Benchmarks;

/// <summary>How long the work list and the case page take in a large office, with one person at work and with fifty.</summary>
internal static partial class OfficeUnderLoad
{
    private const int Users = 50;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private static readonly (string Name, string Path)[] Visits =
    [
        ("work list, mine", "/tasks"),
        ("work list, all, most urgent first", "/tasks?scope=all"),
        ("work list, all, page 20", "/tasks?scope=all&page=20"),
        ("work list, all, over the deadline", "/tasks?scope=all&overdue=true"),
        ("case page", "/cases/{case}"),
        ("deadlines of a case", "/cases/{case}/deadlines"),
        ("task page", "/tasks/{task}"),
        ("cases, mine", "/cases"),
        ("cases, all", "/cases?scope=all"),
        ("cases, all, page 20", "/cases?scope=all&page=20"),
        ("cases, all, nearest deadline first", "/cases?scope=all&sort=deadline"),
        ("cases, all, over the deadline", "/cases?scope=all&overdue=true"),
    ];

    public static async Task RunAsync(int cases)
    {
        using var file = TestDatabase.Sqlite();
        var watch = Stopwatch.StartNew();
        await BigOffice.MakeAsync(file, cases);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{BigOffice.Count(file, "cases"):N0} cases and {BigOffice.Count(file, "human_tasks"):N0} tasks in {new FileInfo(Path.Combine(file.Folder, "test.db")).Length / 1e6:N0} MB, made in {watch.Elapsed.TotalSeconds:F0} s"));

        using var host = await HostProcess.StartAsync(file.ConnectionString, ("Demo:Clock:StartsAt", NorwegianClock.Instant(BigOffice.Now).ToString("O", CultureInfo.InvariantCulture)), ("Demo:Clock:Runs", "false"));
        Console.Error.WriteLine($"ready after {host.StartUp.TotalSeconds:F1} s");
        var address = host.Client.BaseAddress!;
        var ids = Ids(file);
        using (var warm = await SignInAsync(address))
        {
            await VisitAllAsync(warm, ids, rounds: 10, new());
        }

        var alone = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        using (var one = await SignInAsync(address))
        {
            await VisitAllAsync(one, ids, rounds: 60, alone);
        }

        var together = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        var visits = await WorkAsync(address, ids, together);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQLite, {BigOffice.Count(file, "cases"):N0} cases, {BigOffice.Count(file, "human_tasks"):N0} tasks; {Users} users, each with a page every 2 to 4 seconds: {visits / Length.TotalSeconds:F0} pages a second; resident {host.ResidentMegabytes:F0} MB."));
        Console.WriteLine();
        Console.WriteLine("| Page | one user, median | p99 | fifty users, median | p99 |");
        Console.WriteLine("|---|---|---|---|---|");

        foreach (var (name, _) in Visits)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {At(alone, name, 0.5)} | {At(alone, name, 0.99)} | {At(together, name, 0.5)} | {At(together, name, 0.99)} |"));
        }
    }

    private static string At(ConcurrentDictionary<string, ConcurrentBag<double>> times, string name, double part) =>
        times.TryGetValue(name, out var found) ? string.Create(CultureInfo.InvariantCulture, $"{FlowBenchmarks.Percentile([.. found], part):F0} ms") : "–";

    private static async Task<int> WorkAsync(Uri address, PageIds ids, ConcurrentDictionary<string, ConcurrentBag<double>> times)
    {
        var until = Stopwatch.StartNew();
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, Users).Select(user => Task.Run(async () =>
        {
            var random = new Random(user);
            using var client = await SignInAsync(address);

            while (until.Elapsed < Length)
            {
                await Task.Delay(random.Next(2_000, 4_000));
                var (name, path) = Visits[random.Next(Visits.Length)];
                await VisitAsync(client, name, ids.In(path, random), times);
                Interlocked.Increment(ref count);
            }
        })));
        return count;
    }

    private static async Task VisitAllAsync(HttpClient client, PageIds ids, int rounds, ConcurrentDictionary<string, ConcurrentBag<double>> times)
    {
        var random = new Random(4711);

        for (var i = 0; i < rounds; i++)
        {
            foreach (var (name, path) in Visits)
            {
                await VisitAsync(client, name, ids.In(path, random), times);
            }
        }
    }

    private static async Task VisitAsync(HttpClient client, string name, string path, ConcurrentDictionary<string, ConcurrentBag<double>> times)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();

        if (answer.StatusCode != HttpStatusCode.OK || !body.Contains("<h1", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        }

        times.GetOrAdd(name, static _ => []).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static async Task<HttpClient> SignInAsync(Uri address)
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

    /// <summary>Cases and tasks spread over the database.</summary>
    private static PageIds Ids(TestDatabase file)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(file.ConnectionString);
        connection.Open();
        return new PageIds(
            Read("SELECT id FROM cases ORDER BY random() LIMIT 500"),
            Read("SELECT id FROM human_tasks WHERE ended_at IS NULL AND role = 'CaseManager' ORDER BY random() LIMIT 500"));

        List<string> Read(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            List<string> found = [];

            while (reader.Read())
            {
                found.Add(new Guid((byte[])reader[0], bigEndian: true).ToString());
            }

            return found;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private sealed record PageIds(List<string> Cases, List<string> Tasks)
    {
        public string In(string path, Random random) =>
            path.Replace("{case}", Cases[random.Next(Cases.Count)], StringComparison.Ordinal).Replace("{task}", Tasks[random.Next(Tasks.Count)], StringComparison.Ordinal);
    }
}
