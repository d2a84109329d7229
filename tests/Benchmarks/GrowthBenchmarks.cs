using System.Collections.Concurrent;
using System.Globalization;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.Benchmarks;

/// <summary>
/// What grows when an office grows, and what must not: start-up, memory, the work list, a case, a completed task and the search for timers that are due, with a
/// thousand to a million waiting cases, on both databases. Prints a table and draws it.
/// </summary>
internal static class GrowthBenchmarks
{
    private const int Due = 10;
    private const int Completed = 400;
    private const int Warming = 100;
    private const int Visits = 40;

    /// <summary>Runs it.</summary>
    /// <param name="sizes">How many cases wait, in rising order.</param>
    /// <param name="picture">The file of the picture, SVG.</param>
    public static async Task RunAsync(int[] sizes, string picture)
    {
        List<GrowthRow> rows = [];

        foreach (var cases in sizes)
        {
            using var file = TestDatabase.Sqlite();
            await BigOffice.MakeWaitingAsync(file, cases);
            Console.Error.WriteLine($"{cases:N0} cases are made.");

            // The other database has the very same cases, copied before anything is measured on the first.
            using var cluster = await PostgresCluster.OwnAsync();
            using var copy = await PostgresCopy.MakeAsync(file, cluster);

            foreach (var database in new[] { file, copy })
            {
                rows.Add(await MeasureAsync(database, cases));
                Console.Error.WriteLine(rows[^1].ToMarkdown());
            }

            Directory.Delete(copy.Folder, recursive: true);
        }

        Console.WriteLine(GrowthRow.Heading);
        rows.OrderBy(static r => r.Provider, StringComparer.Ordinal).ThenBy(static r => r.Cases).ToList().ForEach(static r => Console.WriteLine(r.ToMarkdown()));
        await File.WriteAllTextAsync(picture, GrowthPicture.Of(rows));
    }

    private static async Task<GrowthRow> MeasureAsync(TestDatabase database, int cases)
    {
        var data = new OfficeData(database);
        var (tasks, finding) = await PrepareAsync(database);
        var size = data.Size;
        using var host = await HostProcess.StartAsync(database, BigOffice.StoppedClock);
        await Task.Delay(500);
        var resident = host.ResidentMegabytes;
        var completions = Times.Of(await Completions.RunAsync(host, tasks, Warming));
        var ids = PageIds.In(data);
        using var client = await PageVisits.SignInAsync(host.Client.BaseAddress!);
        return new GrowthRow(database.Provider, cases, size / 1e6, host.StartUp.TotalSeconds, resident)
        {
            WorkList = await VisitAsync(client, ids, "/tasks?scope=all"),
            CaseList = await VisitAsync(client, ids, "/cases?scope=all"),
            CasePage = await VisitAsync(client, ids, "/cases/{case}"),
            Completion = completions,
            Finding = finding,
            ResidentAfter = host.ResidentMegabytes,
        };
    }

    /// <summary>Tasks to complete, and how long it takes to find ten due timers among all that wait.</summary>
    private static async Task<(List<HumanTaskId> Tasks, double Finding)> PrepareAsync(TestDatabase database)
    {
        await using var host = await HostFixture.StartAsync(database, new FakeClock(NorwegianClock.Instant(BigOffice.Now)));
        await host.PublishAsync(Drawing.OfTasks(FlowBenchmarks.Flow, FlowBenchmarks.StepsPerInstance - 1));
        List<HumanTaskId> tasks = [];

        for (var i = 0; i < Completed + Warming; i++)
        {
            tasks.Add(await FlowBenchmarks.OpenTaskAsync(host, await FlowBenchmarks.StartInstanceAsync(host)));
        }

        var longAgo = NorwegianClock.Instant("2001-01-01 00:00");
        await using var db = host.Read();
        var waits = await db.Waits.AsNoTracking().Where(static w => w.DueAt != null).OrderBy(static w => w.InstanceId).Take(Due).ToListAsync();
        await MoveAsync(static _ => NorwegianClock.Instant("2000-01-01 00:00"));
        var finding = await WaitingBenchmarks.FindAsync(host, longAgo, Due);

        // Back where they were: they are none of the server's business.
        await MoveAsync(static w => w.DueAt!.Value);
        return (tasks, finding);

        async Task MoveAsync(Func<WaitRow, DateTimeOffset> when)
        {
            foreach (var wait in waits)
            {
                var at = when(wait);
                await db.Waits.Where(w => w.InstanceId == wait.InstanceId && w.WaitId == wait.WaitId).ExecuteUpdateAsync(w => w.SetProperty(static x => x.DueAt, at));
            }
        }
    }

    private static async Task<Times> VisitAsync(HttpClient client, PageIds ids, string path)
    {
        var random = new Random(4711);
        ConcurrentBag<double> warming = [];
        ConcurrentBag<double> times = [];

        for (var i = 0; i < Visits + 10; i++)
        {
            await PageVisits.VisitAsync(client, ids.Fill(path, random), i < 10 ? warming : times);
        }

        return Times.Of([.. times]);
    }
}

/// <summary>Milliseconds.</summary>
internal sealed record Times(double Median, double P99)
{
    public static Times Of(List<double> values) => new(FlowBenchmarks.Percentile(values, 0.5), FlowBenchmarks.Percentile(values, 0.99));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:F0} / {P99:F0} ms");
}

/// <summary>An office of one size on one database. Sizes in megabytes, start-up in seconds, other times in milliseconds.</summary>
internal sealed record GrowthRow(string Provider, int Cases, double Megabytes, double StartUp, double Resident)
{
    public const string Heading =
        """
        | Database | Waiting cases | On disk | Start-up | Resident, ready / after | Completion, median / p99 | Work list, all | Cases, all | Case page | 10 due timers |
        |---|---|---|---|---|---|---|---|---|---|
        """;

    public required Times WorkList { get; init; }

    public required Times CaseList { get; init; }

    public required Times CasePage { get; init; }

    public required Times Completion { get; init; }

    public required double Finding { get; init; }

    public required double ResidentAfter { get; init; }

    public string ToMarkdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Provider} | {Cases:N0} | {Megabytes:N0} MB | {StartUp:F1} s | {Resident:F0} / {ResidentAfter:F0} MB | {Completion} | {WorkList} | {CaseList} | {CasePage} | {Finding:F1} ms |");
}
