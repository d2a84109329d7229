using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Verification;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.Faults.Tests;

/// <summary>Things that go wrong while the host goes on serving. Whatever it is, it stays where it belongs, and nothing is lost, doubled or left over.</summary>
public sealed class WhileServingTests : IDisposable
{
    private readonly List<TestDatabase> _databases = [];

    public static TheoryData<string> Databases { get; } = [DatabaseOptions.Sqlite, DatabaseOptions.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_thousand_clients_on_one_case_complete_each_of_its_tasks_once(string provider)
    {
        const int Tasks = 25;
        await using var host = await StartAsync(provider, new FakeClock());
        await host.PublishAsync(Drawing.OfBranches("together", Tasks));
        await host.StartFlowAsync("together");
        var tasks = await host.OpenTasksAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(client => Task.Run(() => host.CompleteAsync(tasks[client % Tasks].Id, $"client-{client}"))));

        Assert.Equal(Tasks, outcomes.Count(static o => o is CompleteTask.Outcome.Completed));
        Assert.All(outcomes, static o => Assert.True(o is CompleteTask.Outcome.Completed or CompleteTask.Outcome.Refused { Answer: TaskAnswer.AlreadyCompletedBy }, o.ToString()));
        await ExpectAllFinishedAsync(host, 1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_expression_that_never_ends_stops_its_own_flow_and_keeps_nobody_from_going_on(string provider)
    {
        await using var host = await StartAsync(provider, new FakeClock());
        await host.PublishAsync(new Drawing("endless").Add("spin", "Elsa.RunJavaScript", ("script", "String", "while (true) { }")).Task("never").Connect("spin", "never"));
        await host.PublishAsync(new Drawing("deep").Add("dig", "Elsa.RunJavaScript", ("script", "String", "function f() { return f() + 1; } f();")));
        await host.PublishAsync(new Drawing("large").Add("grow", "Elsa.RunJavaScript", ("script", "String", "var s = 'x'; while (true) { s = s + s; }")));
        await host.PublishAsync(Drawing.OfTasks("other", 1));

        await Task.WhenAll(Task.Run(() => host.StartFlowAsync("endless")), Task.Run(() => host.StartFlowAsync("deep")), Task.Run(() => host.StartFlowAsync("large")), Task.Run(() => host.StartFlowAsync("other")));
        Assert.IsType<CompleteTask.Outcome.Completed>(await host.CompleteAsync(Assert.Single(await host.OpenTasksAsync()).Id, "done"));

        await using var db = host.Read();
        Assert.Equal(["dig", "grow", "spin"], await db.Incidents.Where(static i => i.ResolvedAt == null).Select(static i => i.ActivityId).Order().ToListAsync());
        Assert.Equal(1, await db.WorkflowInstances.CountAsync(static i => i.SubStatus == WorkflowSubStatus.Finished));
        await ExpectInvariantsAsync(host);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_drawing_that_cannot_be_read_keeps_no_other_flow_from_starting_or_going_on(string provider)
    {
        var database = NewDatabase(provider);
        var clock = new FakeClock();
        await using (var before = await Victim.StartAsync(database, clock))
        {
            await before.PublishAsync(new Drawing("sound").Delay("pause", TimeSpan.FromHours(1)).Task("last").Connect("pause", "last"));
            await before.PublishAsync(Drawing.OfTasks("poisoned", 1));
            await before.StartFlowAsync("sound");
            await before.StartFlowAsync("poisoned");
            await PoisonAsync(before);
        }

        await using var host = await Victim.StartAsync(database, clock);
        clock.Advance(TimeSpan.FromHours(2));
        await host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None);
        await host.StartFlowAsync("sound");
        var tasks = await host.OpenTasksAsync();
        var sound = Assert.Single(tasks, static t => t.Key == "last");
        Assert.IsType<CompleteTask.Outcome.Completed>(await host.CompleteAsync(sound.Id, "done"));
        await Assert.ThrowsAnyAsync<Exception>(() => host.StartFlowAsync("poisoned"));
        await Assert.ThrowsAnyAsync<Exception>(() => host.CompleteAsync(Assert.Single(tasks, static t => t.Key == "t1").Id, "never"));
        await ExpectInvariantsAsync(host);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_clock_that_jumps_back_and_forth_fires_each_timer_once(string provider)
    {
        const int Flows = 40;
        var clock = new FakeClock();
        var random = new Random(7);
        await using var host = await StartAsync(provider, clock);

        for (var i = 0; i < Flows; i++)
        {
            await host.PublishAsync(new Drawing($"wait-{i}").Delay("first", TimeSpan.FromHours(random.Next(1, 100))).Delay("second", TimeSpan.FromHours(random.Next(1, 100))).Connect("first", "second"));
            await host.StartFlowAsync($"wait-{i}");
        }

        for (var i = 0; i < 60; i++)
        {
            clock.Advance(TimeSpan.FromHours(random.Next(-20, 40)));
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None))));
        }

        clock.Advance(TimeSpan.FromDays(30));
        await host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None);
        await ExpectAllFinishedAsync(host, Flows);
    }

    public void Dispose() => _databases.ForEach(static d => d.Dispose());

    private TestDatabase NewDatabase(string provider)
    {
        var database = TestDatabase.Of(provider);
        _databases.Add(database);
        return database;
    }

    private Task<HostFixture> StartAsync(string provider, TimeProvider clock) => Victim.StartAsync(NewDatabase(provider), clock);

    /// <summary>As a fault on the disk or a careless hand would leave it; the trigger that guards published drawings is taken away for it and put back.</summary>
    private static async Task PoisonAsync(HostFixture host)
    {
        await using var db = host.Read();
        var isSqlite = db.Database.IsSqlite();
        var guard = isSqlite ? await db.Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE name = 'tr_workflow_definitions_no_update'").SingleAsync() : "";
        await db.Database.ExecuteSqlRawAsync(isSqlite ? "DROP TRIGGER tr_workflow_definitions_no_update" : "ALTER TABLE workflow_definitions DISABLE TRIGGER USER");
        Assert.Equal(1, await db.Database.ExecuteSqlAsync($"UPDATE workflow_definitions SET json = 'not a drawing', revision = revision + 1 WHERE definition_id = 'poisoned'"));
        await db.Database.ExecuteSqlRawAsync(isSqlite ? guard : "ALTER TABLE workflow_definitions ENABLE TRIGGER USER");
    }

    private static async Task ExpectAllFinishedAsync(HostFixture host, int flows)
    {
        await using var db = host.Read();
        Assert.Equal(flows, await db.WorkflowInstances.CountAsync(static i => i.SubStatus == WorkflowSubStatus.Finished));
        Assert.Equal(0, await db.Waits.CountAsync());
        await ExpectInvariantsAsync(host);
    }

    private static async Task ExpectInvariantsAsync(HostFixture host) => Assert.Empty(await host.Get<VerifyDatabase>().RunAsync(CancellationToken.None).ToListAsync());
}
