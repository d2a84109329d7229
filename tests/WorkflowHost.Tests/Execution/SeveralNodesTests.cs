using System.Collections.Concurrent;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.WorkflowHost.Verification;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Execution;

/// <summary>Two hosts or more on one PostgreSQL: they share the work, nothing is done twice, and either can go on where the other stopped.</summary>
public sealed class SeveralNodesTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.PostgreSql();
    private readonly FakeClock _clock = new();
    private readonly CountingTransport _sent = new();
    private HostFixture _a = null!;
    private HostFixture _b = null!;

    public async Task InitializeAsync()
    {
        _a = await NodeAsync(_database);
        _b = await NodeAsync(OnConnectionsOfItsOwn(1));
    }

    public async Task DisposeAsync()
    {
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Due_timers_and_messages_are_shared_and_each_is_seen_to_once(int count)
    {
        var others = await Task.WhenAll(Enumerable.Range(2, count - 2).Select(i => NodeAsync(OnConnectionsOfItsOwn(i))));
        HostFixture[] nodes = [_a, _b, .. others];
        await _a.PublishAsync(new Drawing("short").Delay("wait", TimeSpan.FromDays(1)).Task("after").Connect("wait", "after"));
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => nodes[i % count].StartFlowAsync("short")));
        await AddMessagesAsync(240);
        _clock.Advance(TimeSpan.FromDays(1));

        var fired = await Task.WhenAll(nodes.Select(n => Task.Run(() => DrainAsync(n))));
        var delivered = await Task.WhenAll(nodes.Select(static n => Task.Run(() => DispatchAsync(n))));

        Assert.Equal(120, fired.Sum());
        Assert.True(fired.Count(static f => f > 0) > 1, "One node fired all.");
        Assert.Equal(120, (await _b.OpenTasksAsync()).Count);
        Assert.Equal(240, delivered.Sum());
        Assert.True(delivered.Count(static d => d > 0) > 1, "One node delivered all.");
        Assert.Equal(240, _sent.Keys.Distinct().Count());
        Assert.Equal(240, _sent.Keys.Count);
        await using var db = _a.Read();
        Assert.Equal((0, 0), (await db.Waits.CountAsync(), await db.Incidents.CountAsync()));

        foreach (var other in others)
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task Nodes_go_on_and_others_of_theirs_may_start_while_a_newer_one_has_added_to_the_tables()
    {
        await _a.PublishAsync(Drawing.OfTasks("two", 2));
        await _a.StartFlowAsync("two");

        // What the next version's migration does: it adds, and what older nodes write must be taken as it is.
        await using (var db = _b.Read())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                ALTER TABLE human_tasks ADD COLUMN added_later text NOT NULL DEFAULT '';
                ALTER TABLE workflow_instances ADD COLUMN added_later integer NULL;
                CREATE TABLE added_later (id uuid PRIMARY KEY, instance_id uuid NOT NULL REFERENCES workflow_instances (id));
                INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_AddedLater', '99.0.0');
                """);
        }

        Assert.IsType<CompleteTask.Outcome.Completed>(await _a.CompleteAsync(Assert.Single(await _b.OpenTasksAsync()).Id, "after"));
        await using var started = await NodeAsync(OnConnectionsOfItsOwn(2));
        await started.StartFlowAsync("two");
        var open = await _b.OpenTasksAsync();
        Assert.Equal(2, open.Count);
        await Task.WhenAll(open.Select((task, i) => (i == 0 ? started : _a).CompleteAsync(task.Id, $"operation {i}")));
        Assert.Empty(await started.Get<VerifyDatabase>().RunAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task What_a_node_that_died_had_claimed_is_taken_over_when_the_claim_has_run_out()
    {
        await AddMessagesAsync(1);
        using var death = new CancellationTokenSource();
        _sent.Delivering = async token =>
        {
            await death.CancelAsync();
            token.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _a.Get<OutboxDispatcher>().DispatchAsync(death.Token));
        _sent.Delivering = null;

        Assert.Equal(0, await DispatchAsync(_b));
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await DispatchAsync(_b));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await DispatchAsync(_b));
        Assert.Equal(["message 0"], _sent.Keys);
    }

    [Fact]
    public async Task A_task_that_is_completed_on_one_node_is_completed_on_the_other_and_of_two_racers_one_wins()
    {
        await _a.PublishAsync(Drawing.OfTasks("two", 2));
        await _a.StartFlowAsync("two");
        var first = Assert.Single(await _b.OpenTasksAsync());

        Assert.IsType<CompleteTask.Outcome.Completed>(await _a.CompleteAsync(first.Id, "a"));
        var late = Assert.IsType<CompleteTask.Outcome.Refused>(await _b.CompleteAsync(first.Id, "b", new Actor("ola", Roles.CaseManager)));
        Assert.Equal("kari", Assert.IsType<TaskAnswer.AlreadyCompletedBy>(late.Answer).UserId);

        var second = Assert.Single(await _b.OpenTasksAsync());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? _a : _b).CompleteAsync(second.Id, $"racer {i}"))));

        Assert.Single(outcomes.OfType<CompleteTask.Outcome.Completed>());
        Assert.Equal(7, outcomes.OfType<CompleteTask.Outcome.Refused>().Count(static o => o.Answer is TaskAnswer.AlreadyCompletedBy));
        await using var db = _b.Read();
        Assert.Equal(2, await db.History.CountAsync(static h => h.Event == "task-completed"));
    }

    [Fact]
    public async Task A_workflow_that_is_published_on_one_node_runs_on_the_other_at_once()
    {
        await _a.PublishAsync(Drawing.OfTasks("flow", 1));
        await _b.StartFlowAsync("flow");
        await _b.PublishAsync(Drawing.OfTasks("flow", 3));
        await _a.StartFlowAsync("flow");

        await using var db = _a.Read();
        Assert.Equal([1, 2], await db.WorkflowInstances.Select(static i => i.DefinitionVersion).OrderBy(static v => v).ToListAsync());

        // What is only shown is found at the next round of the background work.
        Assert.Equal(2, _a.Get<DefinitionCatalogue>().Find("flow", null)!.Version);
        await _a.PublishAsync(Drawing.OfTasks("flow", 2));
        await _b.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None);
        Assert.Equal(3, _b.Get<DefinitionCatalogue>().Find("flow", null)!.Version);
        Assert.Equal([1, 2], new[] { 1, 2 }.Select(v => _b.Get<DefinitionCatalogue>().Find("flow", v)!.Version));
    }

    [Fact]
    public async Task Who_watches_an_instance_here_hears_what_the_other_node_did_to_it()
    {
        await _a.PublishAsync(Drawing.OfTasks("watched", 2));
        var instanceId = await _a.StartFlowAsync("watched");
        var changes = _b.Get<InstanceChanges>();
        changes.Watch(instanceId);
        await _b.Get<OtherNodes>().LookAsync(CancellationToken.None);
        Assert.False(changes.Changed.TryRead(out _));

        await _a.CompleteAsync(Assert.Single(await _a.OpenTasksAsync()).Id, "a");
        await _b.Get<OtherNodes>().LookAsync(CancellationToken.None);

        Assert.True(changes.Changed.TryRead(out var changed));
        Assert.Equal(instanceId, changed);
    }

    [Fact]
    public async Task References_count_up_without_gaps_when_both_give_them_out()
    {
        var references = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => (i % 2 == 0 ? _a : _b).Get<WorkWriter>().RunAsync(
            _a.Operation(), static (work, token) => work.NextCaseReferenceAsync(token), CancellationToken.None))));

        Assert.Equal(Enumerable.Range(1, 60).Select(static i => $"IP-2026-{i:D5}"), references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_an_operation_saw_is_still_so_when_it_is_stored()
    {
        // Each adds a row because there is none yet. They look before either has stored anything; one after another, as with one writer, only one would add.
        using var both = new Barrier(2);
        var added = await Task.WhenAll(new[] { _a, _b }.Select(node => Task.Run(() =>
        {
            var isFirstRun = true;
            return node.Get<WorkWriter>().RunAsync(
                node.Operation(),
                async (work, token) =>
                {
                    var isThere = await work.Db.ReferenceCounters.AnyAsync(static c => c.Year == 1999, token);

                    if (isFirstRun)
                    {
                        isFirstRun = false;
                        both.SignalAndWait(TimeSpan.FromSeconds(20), token);
                    }

                    if (!isThere)
                    {
                        work.Db.Add(new ReferenceCounter { Series = node == _a ? "A" : "B", Year = 1999 });
                    }

                    return !isThere;
                },
                CancellationToken.None);
        })));

        Assert.Single(added, static a => a);
        await using var db = _a.Read();
        Assert.Equal(1, await db.ReferenceCounters.CountAsync(static c => c.Year == 1999));
    }

    [Fact]
    public async Task An_operation_that_keeps_losing_runs_alone_in_the_end()
    {
        var runs = 0;
        var reference = await _a.Get<WorkWriter>().RunAsync(
            _a.Operation(),
            async (work, token) =>
            {
                var mine = await work.NextCaseReferenceAsync(token);

                if (++runs < new DatabaseOptions().MaxAttempts)
                {
                    // The other node is faster each time. When this one runs alone it could not be, and would wait.
                    await Task.Run(FasterAsync, token);
                }

                return mine;
            },
            CancellationToken.None);

        Assert.Equal(4, runs);
        Assert.Equal("IP-2026-00004", reference);

        Task<string> FasterAsync()
        {
            using (ExecutionContext.SuppressFlow())
            {
                return Task.Run(() => _b.Get<WorkWriter>().RunAsync(_b.Operation(), static (work, token) => work.NextCaseReferenceAsync(token), CancellationToken.None));
            }
        }
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_on_a_new_database_migrate_it_and_load_the_workflows_once()
    {
        using var empty = TestDatabase.PostgreSql();
        empty.MakeReady(isEmpty: true);
        var folder = Path.Combine(empty.Folder, "drawings");
        foreach (var id in new[] { "one", "other" })
        {
            Directory.CreateDirectory(Path.Combine(folder, id));
            await File.WriteAllTextAsync(Path.Combine(folder, id, "v1.json"), Drawing.OfTasks(id, 1).ToJson());
        }

        var nodes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => HostFixture.StartAsync(empty.Borrowed(), _clock, folder))));

        await using var db = nodes[0].Read();
        Assert.Equal(["one", "other"], await db.WorkflowDefinitions.OrderBy(static d => d.DefinitionId).Select(static d => d.DefinitionId).ToListAsync());
        Assert.Equal(2, await db.History.CountAsync(static h => h.Event == "workflow-definition-delivered"));
        Assert.All(nodes, static n => Assert.Equal(2, n.Get<DefinitionCatalogue>().Published.Count));

        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    /// <summary>Nodes of one process would share one pool of connections, which is dealt out for one of them.</summary>
    private TestDatabase OnConnectionsOfItsOwn(int node) => new(_database.Provider, $"{_database.ConnectionString};Application Name=node{node}", _database.Folder);

    private Task<HostFixture> NodeAsync(TestDatabase database) =>
        HostFixture.StartAsync(database, _clock, configure: services => services.AddSingleton<OutboxTransport>(_sent));

    private Task<int> DrainAsync(HostFixture node) => node.Get<DueTimers>().DrainDueAsync(_clock.GetUtcNow(), CancellationToken.None);

    private static Task<int> DispatchAsync(HostFixture node) => node.Get<OutboxDispatcher>().DispatchAsync(CancellationToken.None);

    private Task AddMessagesAsync(int count) => _a.Get<WorkWriter>().RunAsync(
        _a.Operation(),
        (work, _) =>
        {
            for (var i = 0; i < count; i++)
            {
                work.Db.Add(OutboxMessage.New(work.Ids.New(), $"message {i}", CountingTransport.Name, [], work.Operation.Now));
            }

            return Task.CompletedTask;
        },
        CancellationToken.None);

    /// <summary>Counts what both nodes deliver.</summary>
    private sealed class CountingTransport : OutboxTransport
    {
        public const string Name = "counted";

        public override string Kind => Name;

        public ConcurrentQueue<string> Keys { get; } = [];

        public Func<CancellationToken, Task>? Delivering { get; set; }

        public override async Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            if (Delivering is { } delivering)
            {
                await delivering(cancellationToken);
            }

            await Task.Yield();
            Keys.Enqueue(message.Key);
            return null;
        }
    }
}
