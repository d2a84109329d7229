using System.Diagnostics;
using System.Globalization;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.WorkflowHost.Verification;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IndividualPlan.Faults.Tests;

/// <summary>What a <see cref="Campaign"/> did and found.</summary>
/// <param name="Kills">How many times the process was killed.</param>
/// <param name="Disturbances">How many times the database was restarted, or its connections cut, or the disk refused to take more, in mid-load.</param>
/// <param name="Operations">How many things the process had been answered.</param>
/// <param name="Completions">How many tasks were completed in all.</param>
/// <param name="Letters">How many letters left.</param>
/// <param name="Violations">What was not as it must be; empty when all is well.</param>
internal sealed record CampaignSummary(int Kills, int Disturbances, int Operations, int Completions, int Letters, IReadOnlyList<string> Violations);

/// <summary>
/// Kills the process (SIGKILL) at random moments of a load, again and again on the same database, and looks after each: what was answered is there,
/// and all <see cref="Invariant"/>s hold. In the end everything is driven to its end: no instance is stuck and each letter left once.
/// </summary>
/// <param name="provider">Kind of database.</param>
/// <param name="seed">Decides the moments, as far as a busy machine lets it.</param>
/// <param name="cluster">A server of its own for PostgreSQL, which may be restarted; null on SQLite.</param>
internal sealed class Campaign(string provider, int seed, PostgresCluster? cluster = null)
{
    /// <summary>After so many kills a new database is begun, so that looking at it stays quick.</summary>
    private const int KillsPerDatabase = 20;

    /// <summary>So much more than it holds already a file takes, in the runs that are about a full disk.</summary>
    private const int RoomInKilobytes = 400;

    private readonly Random _random = new(seed);
    private readonly List<string> _violations = [];
    private int _kills;
    private int _disturbances;
    private int _operations;
    private int _completions;
    private int _letters;

    public async Task<CampaignSummary> RunAsync(int kills, Action<CampaignSummary>? progress = null)
    {
        for (var left = kills; left > 0; left -= KillsPerDatabase)
        {
            await RunOnOneDatabaseAsync(Math.Min(left, KillsPerDatabase), progress);
        }

        return Summary();
    }

    private CampaignSummary Summary() => new(_kills, _disturbances, _operations, _completions, _letters, [.. _violations]);

    private async Task RunOnOneDatabaseAsync(int kills, Action<CampaignSummary>? progress)
    {
        using var database = cluster is null ? TestDatabase.Of(provider) : await cluster.NewDatabaseAsync();
        await database.MakeReadyAsync();
        List<string[]> answers = [];

        for (var i = 0; i < kills; i++)
        {
            answers.AddRange(await RunAndKillAsync(database, (Disturbance)(i % 3)));
            _kills++;
            await using var look = await LookAsync(database);
            await ExpectAnswersAsync(look, answers);
            await ExpectInvariantsAsync(look);
            progress?.Invoke(Summary());
        }

        _operations += answers.Count;
        await using var last = await LookAsync(database);
        await DriveToTheEndAsync(last);
        await ExpectInvariantsAsync(last);
        await ExpectAllHasEndedAsync(last, Path.Combine(database.Folder, "letters"));
    }

    private async Task<List<string[]>> RunAndKillAsync(TestDatabase database, Disturbance disturbance)
    {
        using var process = Start(database, disturbance);
        List<string[]> answers = [];
        var untilDiskIsFull = IsFilesTurn(database, disturbance);
        var wanted = untilDiskIsFull ? int.MaxValue : _random.Next(1, 120);
        var disturbed = false;

        try
        {
            while (answers.Count < wanted)
            {
                // A process that finds no more room on the disk answers nobody any more.
                using var patience = new CancellationTokenSource(untilDiskIsFull && answers.Count > 0 ? TimeSpan.FromSeconds(3) : TimeSpan.FromMinutes(2));

                if (await process.StandardOutput.ReadLineAsync(patience.Token) is not { } line)
                {
                    Fail("The process ended by itself.");
                    break;
                }

                answers.Add(line.Split(' '));

                if (!disturbed && answers.Count > wanted / 2)
                {
                    disturbed = true;
                    await DisturbAsync(database, disturbance);
                }
            }

            await Task.Delay(_random.Next(20));
        }
        catch (OperationCanceledException) when (untilDiskIsFull && answers.Count > 0)
        {
            _disturbances++;
        }
        catch (OperationCanceledException)
        {
            Fail("The process answered nothing for two minutes.");
        }
        finally
        {
            process.Kill();
        }

        // What it had said before it died counts too; a line cut short does not.
        var rest = await process.StandardOutput.ReadToEndAsync();
        answers.AddRange(rest.Split('\n')[..^1].Select(static line => line.Split(' ')));
        await process.WaitForExitAsync();
        return answers;
    }

    private static bool IsFilesTurn(TestDatabase database, Disturbance disturbance) => disturbance == Disturbance.DiskTakesNoMore && database.Provider == DatabaseOptions.Sqlite;

    private static Process Start(TestDatabase database, Disturbance disturbance)
    {
        string[] victim = ["dotnet", typeof(Victim).Assembly.Location, database.Provider, database.ConnectionString, database.Folder];
        var start = new ProcessStartInfo(victim[0], victim[1..]);

        if (IsFilesTurn(database, disturbance))
        {
            // The signal that would end the process is ignored, so that it meets a refused write, as on a full disk. The runtime maps its own code into a large file otherwise.
            var largest = new[] { database.SqliteFile, database.SqliteFile + "-wal" }.Select(static f => new FileInfo(f)).Where(static f => f.Exists).Max(static f => f.Length);
            var limit = (largest / 1024) + RoomInKilobytes;
            start = new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f {limit.ToString(CultureInfo.InvariantCulture)}; exec \"$@\"", "bash", .. victim]);
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        }

        start.RedirectStandardOutput = true;
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }

    private async Task DisturbAsync(TestDatabase database, Disturbance disturbance)
    {
        if (cluster is null || disturbance == Disturbance.None)
        {
            return;
        }

        _disturbances++;
        await (disturbance == Disturbance.ServerRestarts ? cluster.RestartAsync() : cluster.CutConnectionsAsync(database));
    }

    /// <summary>An hour later: what the killed processes had claimed for delivery is free again.</summary>
    private static Task<HostFixture> LookAsync(TestDatabase database)
    {
        // What this process kept open from its last look may have been cut.
        NpgsqlConnection.ClearAllPools();
        return Victim.StartAsync(database, new FakeClock(TimeProvider.System.GetUtcNow().AddHours(1)));
    }

    private async Task ExpectAnswersAsync(HostFixture host, List<string[]> answers)
    {
        await using var db = host.Read();
        var tasks = await db.HumanTasks.Select(static t => new { t.Id, t.State, t.CompletionOperationId }).ToDictionaryAsync(static t => t.Id.ToString());
        var instances = (await db.WorkflowInstances.Select(static i => i.Id).ToListAsync()).Select(static i => i.ToString()).ToHashSet();

        foreach (var answer in answers)
        {
            if (answer[0] == "started" && !instances.Contains(answer[1]))
            {
                Fail($"Instance {answer[1]} was answered and is not there.");
            }
            else if (answer[0] == "completed" && (tasks.GetValueOrDefault(answer[1]) is not { } task || (task.State, task.CompletionOperationId) != (HumanTaskState.Completed, answer[2])))
            {
                Fail($"The completion of task {answer[1]} was answered and is not there.");
            }
        }
    }

    private async Task ExpectInvariantsAsync(HostFixture host)
    {
        await foreach (var violation in host.Get<VerifyDatabase>().RunAsync(CancellationToken.None))
        {
            Fail(violation.ToString());
        }

        await using var db = host.Read();

        if (await db.Incidents.CountAsync() is > 0 and var incidents)
        {
            Fail($"{incidents} incidents");
        }
    }

    private static async Task DriveToTheEndAsync(HostFixture host)
    {
        var clock = (FakeClock)host.Clock;

        while (true)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None);
            var open = await host.OpenTasksAsync();
            var next = await host.Get<DueTimers>().NextDueAsync(CancellationToken.None);

            if (open.Count == 0 && next is null)
            {
                return;
            }

            await Task.WhenAll(open.Select(async t => Assert.IsType<CompleteTask.Outcome.Completed>(await host.CompleteAsync(t.Id, "end-" + t.Id))));
        }
    }

    private async Task ExpectAllHasEndedAsync(HostFixture host, string letters)
    {
        await using var db = host.Read();
        var instances = await db.WorkflowInstances.CountAsync();
        var completed = await db.HumanTasks.CountAsync(static t => t.State == HumanTaskState.Completed);
        string[] files = Directory.Exists(letters) ? Directory.GetFiles(letters, "*.json") : [];
        Expect("instances finished", instances, await db.WorkflowInstances.CountAsync(static i => i.SubStatus == WorkflowSubStatus.Finished));
        Expect("tasks completed", instances * Victim.TasksPerInstance, completed);
        Expect("waits left", 0, await db.Waits.CountAsync());
        Expect("messages sent", instances, await db.Outbox.CountAsync(static m => m.State == OutboxState.Sent));
        Expect("messages in all", instances, await db.Outbox.CountAsync());
        Expect("letters delivered", instances, files.Length);
        Expect("different letters", instances, files.Select(File.ReadAllText).Distinct().Count());
        _completions += completed;
        _letters += files.Length;
    }

    private void Expect(string what, int wanted, int found)
    {
        if (wanted != found)
        {
            Fail($"{what}: {found} instead of {wanted}");
        }
    }

    private void Fail(string violation) => _violations.Add(violation);

    private enum Disturbance
    {
        None,

        /// <summary>On PostgreSQL all connections are cut; on SQLite the disk takes no more.</summary>
        DiskTakesNoMore,

        /// <summary>On PostgreSQL the server is killed and started again.</summary>
        ServerRestarts,
    }
}
