using System.Data.Common;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.Execution;

/// <summary>Flows that wake each other: events of a case, children, drawings that leaders changed.</summary>
[Trait("Database", "Both")]
public sealed class FlowTests : IAsyncLifetime
{
    private readonly TestDatabase _file = new();
    private HostFixture _host = null!;

    private string Folder => Path.Combine(_file.Folder, "definitions");

    public async Task InitializeAsync() => _host = await HostFixture.StartAsync(_file, new FakeClock(), Folder);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task An_event_of_a_case_starts_flows_and_resumes_those_of_that_case_only()
    {
        await _host.PublishAsync(new Drawing("begins").Event("start", "moved", starts: true).Task("handle").Connect("start", "handle"));
        await _host.PublishAsync(new Drawing("waits").Event("hear", "deceased").Task("told").Connect("hear", "told"));
        var (mine, other) = (new CaseId(Guid.Parse("00000000-0000-7000-8000-000000000001")), new CaseId(Guid.Parse("00000000-0000-7000-8000-000000000002")));
        await AddCasesAsync(mine, other);
        await RunAsync((work, token) => work.Flows.StartAsync("waits", null, mine, token));
        await RunAsync((work, token) => work.Flows.StartAsync("waits", null, other, token));

        await RunAsync((work, token) => work.Flows.RaiseCaseEventAsync(mine, "deceased", null, token));
        await RunAsync((work, token) => work.Flows.RaiseCaseEventAsync(mine, "moved", new JsonObject { ["to"] = "x" }, token));

        var tasks = await _host.OpenTasksAsync();
        Assert.Equal(["handle", "told"], tasks.Select(static t => t.Title).Order(StringComparer.Ordinal));
        Assert.All(tasks, t => Assert.Equal(mine, t.CaseId));
        await using var db = _host.Read();
        Assert.Equal(other, (await db.Waits.SingleAsync()).CaseId);
    }

    [Theory]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.ExecuteWorkflow")]
    public async Task A_parent_goes_on_when_its_child_has_ended(string type)
    {
        await _host.PublishAsync(Drawing.OfTasks("child", 1));
        await _host.PublishAsync(new Drawing("parent")
            .Add("run", type, ("workflowDefinitionId", "String", "child"), ("waitForCompletion", "Boolean", true))
            .Task("after").Connect("run", "after"));
        var parentId = await _host.StartFlowAsync("parent");

        await _host.CompleteAsync(Assert.Single(await _host.OpenTasksAsync()).Id, "op1");

        var task = Assert.Single(await _host.OpenTasksAsync());
        Assert.Equal(("after", parentId), (task.Title, task.InstanceId));
        await using var db = _host.Read();
        Assert.Equal(0, await db.Waits.CountAsync());
        Assert.Equal(parentId, (await db.WorkflowInstances.SingleAsync(static i => i.DefinitionId == "child")).ParentId);
    }

    [Theory]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.ExecuteWorkflow")]
    public async Task Cancelling_a_parent_cancels_its_child(string type)
    {
        await _host.PublishAsync(Drawing.OfTasks("child", 1));
        await _host.PublishAsync(new Drawing("parent").Add("run", type, ("workflowDefinitionId", "String", "child"), ("waitForCompletion", "Boolean", true)));
        var parentId = await _host.StartFlowAsync("parent");

        await RunAsync((work, token) => work.Flows.CancelAsync(parentId, null, token));

        Assert.Empty(await _host.OpenTasksAsync());
        await using var db = _host.Read();
        Assert.Equal(2, await db.WorkflowInstances.CountAsync(static i => i.SubStatus == WorkflowSubStatus.Cancelled));
        Assert.Equal(0, await db.Waits.CountAsync());
    }

    [Fact]
    public async Task A_running_instance_stays_on_its_version_and_a_new_one_starts_on_the_published_one()
    {
        await _host.PublishAsync(Drawing.OfTasks("flow", 1));
        var old = await _host.StartFlowAsync("flow");
        await _host.PublishAsync(Drawing.OfTasks("flow", 2));
        var young = await _host.StartFlowAsync("flow");

        foreach (var task in await _host.OpenTasksAsync())
        {
            await _host.CompleteAsync(task.Id, "op-" + task.Id);
        }

        Assert.Equal((1, WorkflowStatus.Finished), ((await _host.InstanceAsync(old)).DefinitionVersion, (await _host.InstanceAsync(old)).Status));
        Assert.Equal((2, WorkflowStatus.Running), ((await _host.InstanceAsync(young)).DefinitionVersion, (await _host.InstanceAsync(young)).Status));
    }

    [Fact]
    public async Task Delivered_drawings_are_loaded_once_and_what_a_leader_changed_stays()
    {
        Write("mine", Drawing.OfTasks("mine", 1).ToJson());
        Write("changed", Drawing.OfTasks("changed", 1).ToJson());
        await RestartAsync();
        await _host.PublishAsync(Drawing.OfTasks("changed", 3));
        Write("mine", Drawing.OfTasks("mine", 2).ToJson(version: 2), "v2");
        Write("changed", Drawing.OfTasks("changed", 4).ToJson(version: 3), "v3");

        await RestartAsync();

        await using var db = _host.Read();
        var published = await db.WorkflowDefinitions.Where(static d => d.IsPublished).OrderBy(static d => d.DefinitionId).Select(static d => new { d.DefinitionId, d.Version, d.CreatedBy }).ToListAsync();
        Assert.Equal(["changed 2 kari", "mine 2 system"], published.Select(static p => $"{p.DefinitionId} {p.Version} {p.CreatedBy}"));
        Assert.Equal(5, await db.WorkflowDefinitions.CountAsync());
        Assert.Equal(2, _host.Get<DefinitionCatalogue>().Find("mine", null)!.Version);
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE workflow_definitions SET json = ''"));
    }

    [Fact]
    public async Task A_drawing_that_is_wrong_is_refused_with_the_node_and_nothing_is_stored()
    {
        var outcome = await _host.Get<PublishDefinition>().PublishAsync(
            new Drawing("bad").Add("odd", "Nobody.KnowsThis").ToJson(), _host.Operation(), CancellationToken.None);

        var refused = Assert.IsType<DefinitionOutcome.Refused>(outcome);
        Assert.Contains(refused.Problems, static p => p.NodeName == "odd");
        await using var db = _host.Read();
        Assert.Equal(0, await db.WorkflowDefinitions.CountAsync());
    }

    [Fact]
    public async Task A_flow_that_loops_for_years_does_not_grow()
    {
        await _host.PublishAsync(new Drawing("loop").Task("again").Delay("pause", TimeSpan.FromDays(180)).Connect("again", "pause").Connect("pause", "again"));
        var instanceId = await _host.StartFlowAsync("loop");
        var sizes = new List<int>();

        for (var i = 0; i < 60; i++)
        {
            await _host.CompleteAsync(Assert.Single(await _host.OpenTasksAsync()).Id, $"op{i}");
            ((FakeClock)_host.Clock).Advance(TimeSpan.FromDays(180));
            await _host.Get<DueTimers>().DrainDueAsync(_host.Clock.GetUtcNow(), CancellationToken.None);
            var instance = await _host.InstanceAsync(instanceId);
            Assert.InRange(instance.Journal.Length, 0, JournalText.SegmentLength);
            sizes.Add(instance.State.Length);
        }

        Assert.InRange(sizes[^1] - sizes[3], -20, 20);
    }

    private async Task AddCasesAsync(params CaseId[] ids)
    {
        foreach (var id in ids)
        {
            await RunAsync((work, _) =>
            {
                var person = Person.Register(work.Ids.NewPersonId(), "Test", "Person", new DateOnly(1990, 1, 1), "nb", work.Operation);
                work.Db.Add(person);
                work.Db.Add(IpCase.Open(id, "IP-" + id.ToString()[^4..], person.Id, "SOC-28", "no-2022", work.Operation));
                return Task.FromResult(true);
            });
        }
    }

    private Task<T> RunAsync<T>(Func<Work, CancellationToken, Task<T>> body) => _host.Get<WorkWriter>().RunAsync(_host.Operation(), body, CancellationToken.None);

    private Task RunAsync(Func<Work, CancellationToken, Task> body) => _host.Get<WorkWriter>().RunAsync(_host.Operation(), body, CancellationToken.None);

    private void Write(string key, string json, string file = "v1")
    {
        Directory.CreateDirectory(Path.Combine(Folder, key));
        File.WriteAllText(Path.Combine(Folder, key, file + ".json"), json);
    }

    private async Task RestartAsync()
    {
        await _host.DisposeAsync();
        _host = await HostFixture.StartAsync(_file, _host.Clock, Folder);
    }
}
