using System.Diagnostics;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.Faults.Tests;

/// <summary>The process is killed in mid-load, several times on the same database. What was answered is there, and nothing is half done.</summary>
public sealed class KilledInMidLoadTests
{
    private static readonly int[] KillAfter = [40, 90, 61];

    [Fact]
    public async Task Everything_answered_is_there_nothing_is_half_done_and_every_instance_can_go_on()
    {
        using var database = new TestDatabase();
        await database.MakeReadyAsync();
        List<string[]> answers = [];

        foreach (var count in KillAfter)
        {
            answers.AddRange(await RunAndKillAsync(database, count));
        }

        // An hour later: what the killed processes had claimed for delivery is free again.
        var clock = new FakeClock(TimeProvider.System.GetUtcNow().AddHours(1));
        await using var host = await Victim.StartAsync(database, clock);
        await AssertAnswersAreThereAsync(host, answers);
        await AssertEverythingAgreesAsync(host);
        await DriveToTheEndAsync(host, clock);
        await AssertAllHasEndedAsync(host);
        await AssertLettersLeftOnceAsync(host, Path.Combine(database.Folder, "letters"));
    }

    private static async Task<List<string[]>> RunAndKillAsync(TestDatabase database, int count)
    {
        var assembly = typeof(Victim).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, database.Provider, database.ConnectionString, database.Folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        List<string[]> answers = [];

        try
        {
            while (answers.Count < count && await process.StandardOutput.ReadLineAsync() is { } line)
            {
                answers.Add(line.Split(' '));
            }
        }
        finally
        {
            process.Kill();
        }

        // What it had said before it died counts too; a line cut short does not.
        var rest = await process.StandardOutput.ReadToEndAsync();
        answers.AddRange(rest.Split('\n')[..^1].Select(static line => line.Split(' ')));
        await process.WaitForExitAsync();
        Assert.True(answers.Count >= count, "The process ended before it was killed.");
        return answers;
    }

    private static async Task AssertAnswersAreThereAsync(HostFixture host, List<string[]> answers)
    {
        await using var db = host.Read();

        if (db.Database.IsSqlite())
        {
            Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
        }

        var tasks = await db.HumanTasks.ToDictionaryAsync(static t => t.Id.ToString());
        var instances = (await db.WorkflowInstances.Select(static i => i.Id).ToListAsync()).Select(static i => i.ToString()).ToHashSet();

        foreach (var answer in answers)
        {
            if (answer[0] == "started")
            {
                Assert.Contains(answer[1], instances);
            }
            else if (answer[0] == "completed")
            {
                Assert.Equal((HumanTaskState.Completed, answer[2]), (tasks[answer[1]].State, tasks[answer[1]].CompletionOperationId));
            }
        }
    }

    private static async Task AssertEverythingAgreesAsync(HostFixture host)
    {
        await using var db = host.Read();
        var tasks = (await db.HumanTasks.ToListAsync()).ToLookup(static t => t.InstanceId);
        var waits = (await db.Waits.ToListAsync()).ToLookup(static w => w.InstanceId);

        foreach (var instance in await db.WorkflowInstances.ToListAsync())
        {
            var state = WorkflowStateJson.Read(instance.State);
            Assert.Equal((state.Status, state.SubStatus), (instance.Status, instance.SubStatus));
            Assert.Equal(
                state.Waits.Where(static w => w.Kind == WaitKind.Task).Select(static w => w.Id).Order(),
                tasks[instance.Id].Where(static t => t.IsOpen).Select(static t => t.WaitId).Order());
            Assert.Equal(state.Waits.Where(static w => w.Kind != WaitKind.Task).Select(static w => w.Id).Order(), waits[instance.Id].Select(static w => w.WaitId).Order());
            Assert.All(tasks[instance.Id], static t => Assert.Equal(t.IsOpen, t.EndedAt is null));
        }

        var completed = await db.HumanTasks.CountAsync(static t => t.State == HumanTaskState.Completed);
        Assert.Equal(completed, await db.History.CountAsync(static h => h.Event == "task-completed"));
        Assert.Equal(0, await db.Incidents.CountAsync());
    }

    private static async Task DriveToTheEndAsync(HostFixture host, FakeClock clock)
    {
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

    private static async Task AssertAllHasEndedAsync(HostFixture host)
    {
        await using var db = host.Read();
        var instances = await db.WorkflowInstances.CountAsync();
        Assert.Equal(instances, await db.WorkflowInstances.CountAsync(static i => i.SubStatus == WorkflowSubStatus.Finished));
        Assert.Equal(instances * Victim.TasksPerInstance, await db.HumanTasks.CountAsync(static t => t.State == HumanTaskState.Completed));
        Assert.Equal(0, await db.Waits.CountAsync());
    }

    private static async Task AssertLettersLeftOnceAsync(HostFixture host, string folder)
    {
        await using var db = host.Read();
        var instances = await db.WorkflowInstances.CountAsync();
        Assert.Equal(instances, await db.Outbox.CountAsync(static m => m.State == OutboxState.Sent));
        Assert.Equal(instances, Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Length);
        Assert.Equal(instances, Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Select(File.ReadAllText).Distinct().Count());
    }
}
