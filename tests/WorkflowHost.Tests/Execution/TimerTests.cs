using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.Execution;

/// <summary>Timers are rows: they survive everything, fire once, and may be years away.</summary>
[Trait("Database", "Both")]
public sealed class TimerTests : IAsyncLifetime
{
    private readonly TestDatabase _file = new();
    private readonly FakeClock _clock = new();
    private HostFixture _host = null!;

    public async Task InitializeAsync() => _host = await HostFixture.StartAsync(_file, _clock);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task A_timer_of_three_years_fires_after_a_restart_and_only_once()
    {
        await _host.PublishAsync(new Drawing("long").Delay("wait", TimeSpan.FromDays(1096)).Task("after").Connect("wait", "after"));
        var instanceId = await _host.StartFlowAsync("long");
        Assert.Equal(_clock.GetUtcNow().AddDays(1096), await _host.Get<DueTimers>().NextDueAsync(CancellationToken.None));
        await RestartAsync();

        _clock.Advance(TimeSpan.FromDays(1096) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await DrainAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await DrainAsync());
        Assert.Equal(0, await DrainAsync());

        Assert.Equal("after", Assert.Single(await _host.OpenTasksAsync()).Title);
        Assert.Equal(WorkflowSubStatus.Suspended, (await _host.InstanceAsync(instanceId)).SubStatus);
        Assert.Null(await _host.Get<DueTimers>().NextDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Many_drains_at_once_fire_each_timer_once()
    {
        await _host.PublishAsync(new Drawing("short").Delay("wait", TimeSpan.FromDays(1)).Task("after").Connect("wait", "after"));
        await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => _host.StartFlowAsync("short")));
        _clock.Advance(TimeSpan.FromDays(1));

        var fired = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(DrainAsync)));

        Assert.Equal(150, fired.Sum());
        Assert.Equal(150, (await _host.OpenTasksAsync()).Count);
        await using var db = _host.Read();
        Assert.Equal(0, await db.Waits.CountAsync());
    }

    [Fact]
    public async Task Completing_a_task_takes_the_timer_of_the_losing_branch_with_it()
    {
        await _host.PublishAsync(new Drawing("race")
            .Add("fork", "Elsa.FlowFork", ("branches", "String[]", "[\"Work\", \"Clock\"]"))
            .Task("work").Delay("clock", TimeSpan.FromDays(30))
            .Add("join", "Elsa.FlowJoin", ("mode", "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "WaitAny"))
            .Connect("fork", "work", "Work").Connect("fork", "clock", "Clock").Connect("work", "join").Connect("clock", "join"));
        var instanceId = await _host.StartFlowAsync("race");

        await _host.CompleteAsync(Assert.Single(await _host.OpenTasksAsync()).Id, "op");

        Assert.Equal(WorkflowSubStatus.Finished, (await _host.InstanceAsync(instanceId)).SubStatus);
        _clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(0, await DrainAsync());
    }

    [Fact]
    public async Task The_timer_that_comes_first_takes_the_task_of_the_losing_branch_with_it()
    {
        await _host.PublishAsync(new Drawing("race")
            .Add("fork", "Elsa.FlowFork", ("branches", "String[]", "[\"Work\", \"Clock\"]"))
            .Task("work").Delay("clock", TimeSpan.FromDays(30))
            .Add("join", "Elsa.FlowJoin", ("mode", "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "WaitAny"))
            .Connect("fork", "work", "Work").Connect("fork", "clock", "Clock").Connect("work", "join").Connect("clock", "join"));
        var instanceId = await _host.StartFlowAsync("race");
        _clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(1, await DrainAsync());

        Assert.Equal(WorkflowSubStatus.Finished, (await _host.InstanceAsync(instanceId)).SubStatus);
        Assert.Empty(await _host.OpenTasksAsync());
    }

    private Task<int> DrainAsync() => _host.Get<DueTimers>().DrainDueAsync(_clock.GetUtcNow(), CancellationToken.None);

    private async Task RestartAsync()
    {
        await _host.DisposeAsync();
        _host = await HostFixture.StartAsync(_file, _clock);
    }
}
