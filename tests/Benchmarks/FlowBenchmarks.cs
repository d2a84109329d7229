using System.Diagnostics;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.Benchmarks;

/// <summary>Start, five human tasks, finish: how many in a second, how long a completion takes, how many statements and bytes.</summary>
internal static class FlowBenchmarks
{
    /// <summary>A start and five completions, each one commit.</summary>
    public const int StepsPerInstance = 6;

    public const string Flow = "five";

    private static readonly int[] Clients = [1, 8, 64];

    public static async Task RunAsync(Report report, int instances)
    {
        await using var run = await StartAsync();
        await RunClientsAsync(run.Host, 1, instances / 10);

        var (waiting, finished) = await MeasureBytesAsync(run);
        var statements = await MeasureStatementsAsync(run);
        List<double> latencies = [];
        var one = await RunClientsAsync(run.Host, 1, instances, latencies);
        var rawOne = RawSqlite.InstancesPerSecond(finished, instances, stepsPerCommit: 1);
        List<(int Clients, double Ours, double Raw)> sqlite = [(1, one, rawOne)];

        foreach (var clients in Clients.Skip(1))
        {
            sqlite.Add((clients, await RunClientsAsync(run.Host, clients, instances), RawSqlite.InstancesPerSecond(finished, instances, stepsPerCommit: clients)));
        }

        foreach (var (clients, ours, raw) in sqlite)
        {
            report.Add(
                $"start + 5 tasks + finish, {(clients == 1 ? "1 client" : $"{clients} clients")}, instances/s", $"{ours:F0}", clients == 1 ? $"{raw:F0}" : $"{raw:F0} ({clients} steps per commit)", $"{ours / raw:P0}",
                clients switch { 1 => "≥ 50 %", 8 => "≥ 33 %, never slower than 1 client", _ => "" });
        }

        await RunPostgreSqlAsync(report, instances, finished);
        report.Add("one completion in process, median", $"{Percentile(latencies, 0.5):F2} ms", $"{1000 / rawOne / StepsPerInstance:F2} ms", "", "≤ 1 ms");
        report.Add("one completion in process, p99", $"{Percentile(latencies, 0.99):F2} ms", "", "", "≤ 5 ms");
        report.Add("SQL statements per instance (without BEGIN and COMMIT)", $"{statements}", $"{StepsPerInstance}", "", "≤ 30");
        report.Add("stored bytes per instance, waiting at the first task", $"{waiting:N0}", "", "", "≤ 6 KB");
        report.Add("stored bytes per instance, finished, with history and journal", $"{finished:N0}", "", "", "≤ 6 KB");
    }

    private static async Task RunPostgreSqlAsync(Report report, int instances, int bytesPerInstance)
    {
        using var cluster = await PostgresCluster.OwnAsync();
        using var database = await cluster.NewDatabaseAsync();
        await using (var run = await StartAsync(database.Borrowed()))
        {
            await RunClientsAsync(run.Host, 1, instances / 10);
            foreach (var clients in Clients)
            {
                var ours = await RunClientsAsync(run.Host, clients, instances);
                var raw = await RawPostgres.InstancesPerSecondAsync(database, bytesPerInstance, instances, clients);
                report.Add($"the same on PostgreSQL, {(clients == 1 ? "1 client" : $"{clients} clients")}, instances/s", $"{ours:F0}", $"{raw:F0} (PostgreSQL)", $"{ours / raw:P0}", "");
            }
        }

        Directory.Delete(database.Folder, recursive: true);
    }

    public static double Percentile(List<double> values, double part)
    {
        values.Sort();
        return values[(int)Math.Min(values.Count - 1, Math.Ceiling(values.Count * part) - 1)];
    }

    public static Task<BenchmarkRun> StartAsync() => StartAsync(TestDatabase.Sqlite());

    private static async Task<BenchmarkRun> StartAsync(TestDatabase file)
    {
        var host = await HostFixture.StartAsync(file, TimeProvider.System);
        await host.PublishAsync(Drawing.OfTasks(Flow, StepsPerInstance - 1));
        return new BenchmarkRun(file, host);
    }

    public static Task<WorkflowInstanceId> StartInstanceAsync(HostFixture host) => host.StartFlowAsync(Flow);

    /// <summary>The open task of an instance, as a client knows it from its list; not part of what is measured.</summary>
    public static async Task<HumanTaskId> OpenTaskAsync(HostFixture host, WorkflowInstanceId instanceId)
    {
        await using var db = host.Read();
        return await db.HumanTasks.Where(t => t.InstanceId == instanceId && t.EndedAt == null).Select(static t => t.Id).SingleAsync();
    }

    /// <summary>Instances per second of so many clients. The time in which clients look up which task is theirs is taken off, shared by the clients.</summary>
    private static async Task<double> RunClientsAsync(HostFixture host, int clients, int instances, List<double>? latencies = null)
    {
        var lookups = new double[clients];
        var left = instances;
        var complete = host.Get<CompleteTask>();
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var instanceId = await StartInstanceAsync(host);

                for (var i = 0; i < StepsPerInstance - 1; i++)
                {
                    var before = Stopwatch.GetTimestamp();
                    var taskId = await OpenTaskAsync(host, instanceId);
                    var between = Stopwatch.GetTimestamp();
                    await complete.RunAsync(taskId, taskId.ToString(), "Done", new JsonObject(), FlowVerbs.CaseManager, "", together: null, CancellationToken.None);
                    lookups[client] += Stopwatch.GetElapsedTime(before, between).TotalSeconds;

                    if (latencies is not null)
                    {
                        latencies.Add(Stopwatch.GetElapsedTime(between).TotalMilliseconds);
                    }
                }
            }
        })));

        Console.Error.WriteLine($"{clients} clients: {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / instances:F2} ms of processor per instance, {lookups.Sum() / instances * 1000:F2} ms of lookups");
        return instances / (watch.Elapsed.TotalSeconds - lookups.Average());
    }

    private static async Task<(int Waiting, int Finished)> MeasureBytesAsync(BenchmarkRun run)
    {
        const int Count = 500;
        var empty = Size(run.File);
        var started = new List<WorkflowInstanceId>();

        for (var i = 0; i < Count; i++)
        {
            started.Add(await StartInstanceAsync(run.Host));
        }

        var waiting = Size(run.File);

        foreach (var instanceId in started)
        {
            for (var i = 0; i < StepsPerInstance - 1; i++)
            {
                var taskId = await OpenTaskAsync(run.Host, instanceId);
                await run.Host.CompleteAsync(taskId, taskId.ToString());
            }
        }

        var finished = Size(run.File);
        return ((int)((waiting - empty) / Count), (int)((finished - empty) / Count));
    }

    /// <summary>Pages in use, once what is in the log is in the file.</summary>
    private static long Size(TestDatabase file)
    {
        using var connection = new SqliteConnection(file.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size";
        using var reader = command.ExecuteReader();
        long size = 0;

        do
        {
            while (reader.Read())
            {
                size = reader.FieldCount == 1 ? reader.GetInt64(0) : size;
            }
        }
        while (reader.NextResult());

        return size;
    }

    private static async Task<int> MeasureStatementsAsync(BenchmarkRun run)
    {
        var instanceId = default(WorkflowInstanceId);
        var statements = await StatementCount.OfAsync(run.Host, async () => instanceId = await StartInstanceAsync(run.Host));

        for (var i = 0; i < StepsPerInstance - 1; i++)
        {
            var taskId = await OpenTaskAsync(run.Host, instanceId);
            statements += await StatementCount.OfAsync(run.Host, () => run.Host.CompleteAsync(taskId, taskId.ToString()));
        }

        return statements;
    }
}

/// <summary>A host on a database of its own.</summary>
internal sealed record BenchmarkRun(TestDatabase File, HostFixture Host) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        File.Dispose();
    }
}
