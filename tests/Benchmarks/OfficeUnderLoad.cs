using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using IndividualPlan.Testing;

namespace IndividualPlan.Benchmarks;

/// <summary>How long the work list and the case page take in a large office, with one person at work and with fifty.</summary>
internal static class OfficeUnderLoad
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

    public static async Task RunAsync(int cases, bool isPostgreSql)
    {
        using var file = TestDatabase.Sqlite();
        var watch = Stopwatch.StartNew();
        await BigOffice.MakeAsync(file, cases);
        using var cluster = isPostgreSql ? await PostgresCluster.OwnAsync() : null;
        using var copy = cluster is null ? null : await PostgresCopy.MakeAsync(file, cluster);
        var database = copy ?? file;
        var data = new OfficeData(database);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{data.Count("cases"):N0} cases and {data.Count("human_tasks"):N0} tasks in {data.Size / 1e6:N0} MB, made in {watch.Elapsed.TotalSeconds:F0} s"));

        using var host = await HostProcess.StartAsync(database, BigOffice.StoppedClock);
        Console.Error.WriteLine($"ready after {host.StartUp.TotalSeconds:F1} s");
        var address = host.Client.BaseAddress!;
        var ids = PageIds.In(data);
        using (var warm = await PageVisits.SignInAsync(address))
        {
            await VisitAllAsync(warm, ids, rounds: 10, new());
        }

        var alone = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        using (var one = await PageVisits.SignInAsync(address))
        {
            await VisitAllAsync(one, ids, rounds: 60, alone);
        }

        var together = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        var visits = await WorkAsync(address, ids, together);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database.Provider}, {data.Count("cases"):N0} cases, {data.Count("human_tasks"):N0} tasks; {Users} users, each with a page every 2 to 4 seconds: {visits / Length.TotalSeconds:F0} pages a second; resident {host.ResidentMegabytes:F0} MB."));
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
            using var client = await PageVisits.SignInAsync(address);

            while (until.Elapsed < Length)
            {
                await Task.Delay(random.Next(2_000, 4_000));
                var (name, path) = Visits[random.Next(Visits.Length)];
                await PageVisits.VisitAsync(client, ids.Fill(path, random), times.GetOrAdd(name, static _ => []));
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
                await PageVisits.VisitAsync(client, ids.Fill(path, random), times.GetOrAdd(name, static _ => []));
            }
        }
    }
}
