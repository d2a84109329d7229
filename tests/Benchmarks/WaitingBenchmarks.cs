using System.Diagnostics;
using System.Globalization;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using Microsoft.Data.Sqlite;

namespace IndividualPlan.Benchmarks;

/// <summary>What it costs that many instances wait: start-up, memory, and finding the few timers that are due.</summary>
internal static class WaitingBenchmarks
{
    private const int Due = 10;

    public static async Task RunAsync(Report report, int[] counts)
    {
        foreach (var count in counts)
        {
            using var file = TestDatabase.Sqlite();
            await FillAsync(file, count);
            var found = await MeasureFindingAsync(file);
            using var host = await HostProcess.StartAsync(file);
            await Task.Delay(500);
            var waiting = count.ToString("N0", CultureInfo.InvariantCulture);
            report.Add($"start-up until ready, {waiting} waiting instances", $"{host.StartUp.TotalSeconds:F2} s", "", "", "≤ 3 s, the same for all");
            report.Add($"resident after start-up, {waiting} waiting instances", $"{host.ResidentMegabytes:F0} MB", "", "", "≤ 200 MB");
            report.Add($"finding {Due} due timers, {waiting} waiting instances", $"{found:F2} ms", "", "", "follows what is due");
        }
    }

    /// <summary>One instance that waits for a timer of thirty days, copied so many times.</summary>
    private static async Task FillAsync(TestDatabase file, int count)
    {
        await using (var host = await HostFixture.StartAsync(file, TimeProvider.System))
        {
            await host.PublishAsync(new Drawing("waiting").Delay("wait", TimeSpan.FromDays(30)).Task("after").Connect("wait", "after"));
            await host.StartFlowAsync("waiting");
        }

        using var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        Execute(connection, $"CREATE TEMP TABLE ids AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count + Due}) SELECT i, randomblob(16) AS id FROM n");
        Copy(connection, "workflow_instances", "id", "n.id");
        Copy(connection, "waits", "instance_id", "n.id");
        Execute(connection, $"UPDATE waits SET due_at = 0 WHERE instance_id IN (SELECT id FROM ids WHERE i <= {Due})");
        await transaction.CommitAsync();
    }

    private static void Copy(SqliteConnection connection, string table, string idColumn, string newId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        List<string> columns = [];

        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                columns.Add(reader.GetString(0));
            }
        }

        Execute(
            connection,
            $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", columns.Select(c => c == idColumn ? newId : "t." + c))} FROM (SELECT * FROM {table} LIMIT 1) t, ids n");
    }

    private static async Task<double> MeasureFindingAsync(TestDatabase file)
    {
        await using var host = await HostFixture.StartAsync(file, TimeProvider.System);
        return await FindAsync(host, host.Clock.GetUtcNow(), Due);
    }

    /// <summary>How long it takes to find the timers that are due, in milliseconds; the median of fifty times.</summary>
    /// <param name="host">The host.</param>
    /// <param name="at">When they are looked for.</param>
    /// <param name="due">How many there must be.</param>
    public static async Task<double> FindAsync(HostFixture host, DateTimeOffset at, int due)
    {
        var timers = host.Get<DueTimers>();
        List<double> times = [];

        for (var i = 0; i < 50; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var found = await timers.FindAsync(at, 0, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);

            if (found.Count != due)
            {
                throw new InvalidOperationException($"{found.Count} timers are due.");
            }
        }

        return FlowBenchmarks.Percentile(times, 0.5);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
