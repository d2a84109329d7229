using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Execution;

/// <summary>What cannot be carried out becomes an incident that someone can read and retry; nothing of it is half done.</summary>
[Trait("Database", "Both")]
public sealed class IncidentTests : IAsyncLifetime
{
    private readonly TestDatabase _file = new();
    private readonly FakeClock _clock = new();
    private readonly ApplyNote _applier = new();
    private HostFixture _host = null!;

    public async Task InitializeAsync()
    {
        _host = await HostFixture.StartAsync(_file, _clock, configure: services =>
        {
            services.AddSingleton<CommandApplier>(_applier);
            services.AddSingleton(static _ => ActivityCatalogue.Elsa().With(new NoteActivity()));
        });
        await _host.PublishAsync(new Drawing("noted").Task("first").Add("note", "Test.Note").Task("last").Connect("first", "note").Connect("note", "last"));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task A_command_that_cannot_be_carried_out_becomes_an_incident_and_a_retry_goes_on()
    {
        var instanceId = await _host.StartFlowAsync("noted");
        _applier.Fails = true;

        var outcome = await _host.CompleteAsync(Assert.Single(await _host.OpenTasksAsync()).Id, "op1");

        Assert.IsType<CompleteTask.Outcome.Completed>(outcome);
        var instance = await _host.InstanceAsync(instanceId);
        Assert.Equal((WorkflowSubStatus.Faulted, 1), (instance.SubStatus, instance.OpenIncidents));
        Assert.Equal(0, await CountNotesAsync());
        await using (var db = _host.Read())
        {
            var incident = await db.Incidents.SingleAsync();
            Assert.Equal(("note", ApplyNote.Complaint, (DateTimeOffset?)null), (incident.ActivityId, incident.Message, incident.ResolvedAt));
            Assert.Equal(1, await db.History.CountAsync(static h => h.Event == "task-completed"));
            Assert.Equal(1, await db.History.CountAsync(static h => h.Event == "workflow-incident-raised"));
        }

        _applier.Fails = false;
        Assert.Equal(ResumeOutcome.Resumed, await RetryAsync(instanceId));

        Assert.Equal(1, await CountNotesAsync());
        Assert.Equal("last", Assert.Single(await _host.OpenTasksAsync()).Title);
        instance = await _host.InstanceAsync(instanceId);
        Assert.Equal((WorkflowStatus.Running, 0), (instance.Status, instance.OpenIncidents));
        await using var after = _host.Read();
        Assert.NotNull((await after.Incidents.SingleAsync()).ResolvedAt);
    }

    [Fact]
    public async Task A_retry_that_fails_again_leaves_a_new_incident()
    {
        var instanceId = await _host.StartFlowAsync("noted");
        _applier.Fails = true;
        await _host.CompleteAsync(Assert.Single(await _host.OpenTasksAsync()).Id, "op1");

        await RetryAsync(instanceId);

        var instance = await _host.InstanceAsync(instanceId);
        Assert.Equal((WorkflowSubStatus.Faulted, 1), (instance.SubStatus, instance.OpenIncidents));
        await using var db = _host.Read();
        Assert.Equal(1, await db.Incidents.CountAsync(static i => i.ResolvedAt == null));
    }

    [Fact]
    public async Task A_task_of_a_stopped_flow_is_refused_and_stays_open()
    {
        await _host.PublishAsync(new Drawing("both")
            .Add("fork", "Elsa.FlowFork", ("branches", "String[]", "[\"A\", \"B\"]"))
            .Task("a").Task("b").Add("note", "Test.Note")
            .Connect("fork", "a", "A").Connect("fork", "b", "B").Connect("a", "note"));
        await _host.StartFlowAsync("both");
        var tasks = await _host.OpenTasksAsync();
        _applier.Fails = true;
        await _host.CompleteAsync(tasks.Single(static t => t.Title == "a").Id, "op1");

        var outcome = await _host.CompleteAsync(tasks.Single(static t => t.Title == "b").Id, "op2");

        Assert.IsType<CompleteTask.Outcome.WorkflowStopped>(outcome);
        Assert.Equal("b", Assert.Single(await _host.OpenTasksAsync()).Title);
    }

    [Fact]
    public async Task Cancelling_calls_off_tasks_and_leaves_no_wait()
    {
        await _host.PublishAsync(new Drawing("both")
            .Add("fork", "Elsa.FlowFork", ("branches", "String[]", "[\"A\", \"B\", \"C\"]"))
            .Task("a").Delay("b", TimeSpan.FromDays(3)).Event("c", "something")
            .Connect("fork", "a", "A").Connect("fork", "b", "B").Connect("fork", "c", "C"));
        var instanceId = await _host.StartFlowAsync("both");

        await _host.Get<WorkWriter>().RunAsync(_host.Operation(), (work, token) => work.Flows.CancelAsync(instanceId, "no longer", token), CancellationToken.None);

        Assert.Equal(WorkflowSubStatus.Cancelled, (await _host.InstanceAsync(instanceId)).SubStatus);
        Assert.Empty(await _host.OpenTasksAsync());
        await using var db = _host.Read();
        Assert.Equal(0, await db.Waits.CountAsync());
    }

    private Task<ResumeOutcome> RetryAsync(Workflows.HumanTasks.WorkflowInstanceId instanceId) => _host.Get<WorkWriter>().RunAsync(
        _host.Operation(),
        async (work, token) =>
        {
            var incident = await work.Db.Incidents.SingleAsync(i => i.InstanceId == instanceId && i.ResolvedAt == null, token);
            return await work.Flows.RetryIncidentAsync(instanceId, incident.IncidentId, token);
        },
        CancellationToken.None);

    private async Task<int> CountNotesAsync()
    {
        await using var db = _host.Read();
        return await db.ReferenceCounters.CountAsync(static c => c.Series == "NOTE");
    }

    private sealed record Note : EngineCommand;

    private sealed class NoteActivity : Activity
    {
        public override string Type => "Test.Note";

        public override void Execute(ActivityContext c)
        {
            c.Issue(new Note());
            c.Complete();
        }
    }

    /// <summary>Changes something and then, when told to, fails: what it changed must be gone.</summary>
    private sealed class ApplyNote : CommandApplier<Note>
    {
        public const string Complaint = "This cannot be done now.";

        public bool Fails { get; set; }

        protected override async Task ApplyAsync(Note command, ApplyScope scope, CancellationToken cancellationToken)
        {
            scope.Work.Db.Add(new WorkflowHost.Persistence.ReferenceCounter { Series = "NOTE", Year = 2026 });
            await scope.Work.FlushAsync(cancellationToken);

            if (Fails)
            {
                throw new InvalidOperationException(Complaint);
            }
        }
    }
}
