using System.Data.Common;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.Execution;

/// <summary>One transaction for each operation, however many share a commit.</summary>
[Trait("Database", "Both")]
public sealed class WorkWriterTests : IAsyncLifetime
{
    private readonly TestDatabase _file = new();
    private HostFixture _host = null!;

    private WorkWriter Writer => _host.Get<WorkWriter>();

    public async Task InitializeAsync() => _host = await HostFixture.StartAsync(_file, new FakeClock());

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task An_operation_that_fails_takes_nothing_from_those_that_share_its_commit()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            try
            {
                await AddAsync("S" + i, failAfter: i % 3 == 0);
                return true;
            }
            catch (InvalidTimeZoneException)
            {
                return false;
            }
        }));

        Assert.Equal(40, results.Count(static r => r));
        await using var db = _host.Read();
        var stored = await db.ReferenceCounters.Select(static c => c.Series).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 60).Where(static i => i % 3 != 0).Select(static i => "S" + i).Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_that_is_taken_fails_the_second_and_keeps_the_first()
    {
        var first = AddAsync("same");
        var second = AddAsync("same");
        var third = AddAsync("other");

        await first;
        await Assert.ThrowsAsync<DbUpdateException>(() => second);
        await third;
    }

    [Fact]
    public async Task History_is_written_with_who_why_and_when_and_can_never_be_changed()
    {
        await Writer.RunAsync(
            new Operation(new Actor("kari", [Roles.CaseManager, Roles.Coordinator], "NAV"), "because", _host.Clock.GetUtcNow()),
            static (work, _) =>
            {
                work.Operation.Record(null, "something-happened", ("code", "x"));
                return Task.CompletedTask;
            },
            CancellationToken.None);

        await using var db = _host.Read();
        var row = await db.History.SingleAsync(static h => h.Event == "something-happened");
        Assert.Equal(("kari", "CaseManager,Coordinator", "NAV", "because", "{\"code\":\"x\"}"), (row.Actor, row.Roles, row.Service, row.Reason, row.Details));
        Assert.Equal(_host.Clock.GetUtcNow(), row.At);
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE history SET reason = 'other'"));
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM history"));
    }

    [Fact]
    public async Task A_work_inside_a_work_is_refused_instead_of_waiting_for_itself()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.RunAsync(_host.Operation(), (_, _) => AddAsync("inner"), CancellationToken.None));

        await AddAsync("after");
    }

    [Fact]
    public async Task A_cancelled_operation_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Writer.RunAsync(
            _host.Operation(),
            async (work, token) =>
            {
                work.Db.Add(new ReferenceCounter { Series = "cancelled", Year = 2026 });
                await work.FlushAsync(token);
                await cancelled.CancelAsync();
                token.ThrowIfCancellationRequested();
            },
            cancelled.Token));

        await using var db = _host.Read();
        Assert.Empty(await db.ReferenceCounters.ToListAsync());
    }

    [Fact]
    public async Task References_count_up_within_the_year_without_gaps_also_when_many_ask_at_once()
    {
        var references = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Writer.RunAsync(_host.Operation(), static (work, token) => work.NextCaseReferenceAsync(token), CancellationToken.None)));

        Assert.Equal(Enumerable.Range(1, 50).Select(static i => $"IP-2026-{i:D5}"), references.Order(StringComparer.Ordinal));
    }

    private Task AddAsync(string series, bool failAfter = false) => Writer.RunAsync(
        _host.Operation(),
        async (work, token) =>
        {
            work.Db.Add(new ReferenceCounter { Series = series, Year = 2026 });
            await work.FlushAsync(token);

            if (failAfter)
            {
                throw new InvalidTimeZoneException();
            }
        },
        CancellationToken.None);
}
