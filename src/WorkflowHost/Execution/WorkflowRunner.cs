using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// Lets things happen to workflows inside one work: asks the engine what follows, carries it out, and goes on until all is quiet (children, events,
/// parents). Nothing is stored unless the work is.
/// </summary>
/// <remarks>Called from a command applier, a method only queues what it asks for; it happens after the advance that is under way.</remarks>
internal sealed class WorkflowRunner
{
    /// <summary>How many advances one operation may set off before flows are held to wake each other without end.</summary>
    private const int MaxAdvances = 2_000;

    private readonly Work _work;
    private readonly FlowServices _services;
    private readonly CommandBatch _commands;
    private readonly IReadOnlyList<AdvanceFault> _faults;
    private readonly Dictionary<WorkflowInstanceId, LiveInstance> _live = [];
    private readonly Queue<Func<CancellationToken, Task>> _queue = new();
    private readonly HashSet<(CaseId CaseId, string Name)> _raised = [];
    private int _advances;
    private int _eventsSeen;
    private bool _isRunning;

    internal WorkflowRunner(Work work, FlowServices services, IReadOnlyList<AdvanceFault> faults)
    {
        _work = work;
        _services = services;
        _faults = faults;
        _commands = new CommandBatch(work, services, this);
    }

    /// <summary>Starts the published version of a definition.</summary>
    /// <exception cref="InvalidOperationException">No such definition is published.</exception>
    public async Task<WorkflowInstanceId> StartAsync(string definitionId, JsonObject? input, CaseId? caseId, CancellationToken cancellationToken)
    {
        var definition = _services.Catalogue.Find(definitionId, null)
            ?? throw new InvalidOperationException($"No workflow definition {definitionId} is published.");
        var id = _work.Ids.NewWorkflowInstanceId();
        await RunAsync(token => StartAsync(new NewInstance(id, definition, caseId), new Stimulus.Start(input, caseId?.ToString()), token), cancellationToken);
        return id;
    }

    /// <summary>Starts a version of a definition by hand.</summary>
    /// <param name="definition">The version.</param>
    /// <param name="stimulus">With what; its correlation id is the case's when there is a case.</param>
    /// <param name="caseId">The case that the instance belongs to; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<WorkflowInstanceId> StartAsync(WorkflowDefinition definition, Stimulus.Start stimulus, CaseId? caseId, CancellationToken cancellationToken)
    {
        var id = _work.Ids.NewWorkflowInstanceId();
        await RunAsync(token => StartAsync(new NewInstance(id, definition, caseId), stimulus, token), cancellationToken);
        return id;
    }

    /// <summary>Lets something happen to one instance.</summary>
    public Task<ResumeOutcome> HappenAsync(WorkflowInstanceId instanceId, Stimulus stimulus, CancellationToken cancellationToken) =>
        GiveAsync(instanceId, stimulus, cancellationToken);

    /// <summary>Moves an instance to another version of its definition, when that is safe; see <see cref="MigrationPlan"/>.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="to">The version.</param>
    /// <param name="done">Node ids of what has completed in the instance.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<MoveOutcome> MigrateAsync(WorkflowInstanceId instanceId, WorkflowDefinition to, IReadOnlySet<string> done, CancellationToken cancellationToken)
    {
        var outcome = new MoveOutcome(ResumeOutcome.NotFound);
        await RunAsync(
            async token =>
            {
                if (await LoadAsync(instanceId, token) is { } live)
                {
                    outcome = await MigrateAsync(live, to, done, token);
                }
            },
            cancellationToken);
        return outcome;
    }

    /// <summary>Takes a move to another version back: the instance stands as it did before. Only for an instance in which nothing has happened since.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="back">The version that it was moved from.</param>
    /// <param name="before">Its state before the move.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task TakeBackAsync(WorkflowInstanceId instanceId, WorkflowDefinition back, WorkflowState before, CancellationToken cancellationToken) => RunAsync(
        async token =>
        {
            if (await LoadAsync(instanceId, token) is { } live)
            {
                var number = ++_advances;
                live.MoveTo(back);
                await _commands.ApplyAsync(live, _services.Engine.TakeBack(back, before, await LookAroundAsync(live, number, token)), number, blame: null, token);
            }
        },
        cancellationToken);

    /// <summary>What a wait waited for has come. When someone else was first, nothing happens.</summary>
    public Task<ResumeOutcome> ResumeAsync(WorkflowInstanceId instanceId, int waitId, JsonNode? payload, CancellationToken cancellationToken) =>
        GiveAsync(instanceId, new Stimulus.ResumeWait(waitId, payload), cancellationToken);

    /// <summary>Calls an instance off, with its children and tasks.</summary>
    public Task<ResumeOutcome> CancelAsync(WorkflowInstanceId instanceId, string? reason, CancellationToken cancellationToken) =>
        GiveAsync(instanceId, new Stimulus.Cancel(reason), cancellationToken);

    /// <summary>Runs a failed activity again.</summary>
    public Task<ResumeOutcome> RetryIncidentAsync(WorkflowInstanceId instanceId, int incidentId, CancellationToken cancellationToken) =>
        GiveAsync(instanceId, new Stimulus.RetryIncident(incidentId), cancellationToken);

    /// <summary>Calls off the running flows of a case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="keep">Definition ids of flows that go on.</param>
    /// <param name="except">An instance that goes on whatever its definition: the one that asks.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task CancelCaseAsync(CaseId caseId, IReadOnlyCollection<string> keep, WorkflowInstanceId? except, string? reason, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                WriteStates();
                await _work.FlushAsync(token);
                var running = await _work.Db.WorkflowInstances
                    .Where(i => i.CaseId == caseId && (i.Status == WorkflowStatus.Running || i.OpenIncidents > 0))
                    .OrderBy(static i => i.Id).Select(static i => new { i.Id, i.DefinitionId }).ToListAsync(token);

                foreach (var instance in running.Where(i => i.Id != except && !keep.Contains(i.DefinitionId)))
                {
                    await AdvanceAsync(instance.Id, new Stimulus.Cancel(reason), token);
                }
            },
            cancellationToken);

    /// <summary>Something happened in a case: flows of the case that wait for it go on, and published definitions that begin with it are started.</summary>
    public Task RaiseCaseEventAsync(CaseId caseId, string name, JsonNode? payload, CancellationToken cancellationToken)
    {
        _raised.Add((caseId, name));
        return RunAsync(token => DeliverAsync(caseId, null, name, payload, token), cancellationToken);
    }

    /// <summary>
    /// Delivers what a flow published: to flows with the correlation id (a case's flows have the case's id). Without one, what a flow of a case publishes stays
    /// in its case, since no case may act on another; what a flow outside cases publishes goes to all that wait for the name.
    /// </summary>
    internal void Publish(string name, JsonNode? payload, string? correlationId, CaseId? caseId) =>
        _queue.Enqueue(token => DeliverAsync(correlationId is null || correlationId == caseId?.ToString() ? caseId : null, correlationId, name, payload, token));

    internal void Enqueue(WorkflowInstanceId instanceId, Stimulus stimulus) => _queue.Enqueue(token => AdvanceAsync(instanceId, stimulus, token));

    internal void EnqueueStart(NewInstance instance, Stimulus.Start stimulus) => _queue.Enqueue(token => StartAsync(instance, stimulus, token));

    /// <summary>Stores an instance whose first advance the engine has already made as part of its parent's.</summary>
    internal Task TakeBegunAsync(NewInstance instance, AdvanceResult begun, AdvanceFault blame, CancellationToken cancellationToken) =>
        _commands.ApplyAsync(Track(instance), begun, number: 0, blame, cancellationToken);

    /// <summary>Raises what the domain recorded as case events since the last time; a use case's own raising of the same event counts as this.</summary>
    internal Task RaiseRecordedEventsAsync(CancellationToken cancellationToken) => RunAsync(static _ => Task.CompletedTask, cancellationToken);

    /// <summary>Brings the rows of all instances that were advanced up to date.</summary>
    internal void WriteStates()
    {
        foreach (var live in _live.Values)
        {
            if (live.Write(_work.Operation.Now) is { } segment)
            {
                _work.Db.Add(segment);
            }
        }
    }

    /// <summary>Lets those who watch hear of it once the work is stored.</summary>
    internal void TellWatchers()
    {
        var changes = _services.Changes;

        if (!changes.IsQuiet && _live.Keys.Where(changes.IsWatched).ToList() is { Count: > 0 } watched)
        {
            _work.AfterCommit(() => changes.Tell(watched));
        }
    }

    private async Task<ResumeOutcome> GiveAsync(WorkflowInstanceId instanceId, Stimulus stimulus, CancellationToken cancellationToken)
    {
        // When queued behind an advance that is under way, what comes of it is not known yet; it will be tried, which is all that an applier needs.
        var outcome = ResumeOutcome.Resumed;
        await RunAsync(async token => outcome = await AdvanceAsync(instanceId, stimulus, token), cancellationToken);
        return outcome;
    }

    private async Task RunAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        _queue.Enqueue(step);

        if (_isRunning)
        {
            return;
        }

        _isRunning = true;

        try
        {
            do
            {
                while (_queue.TryDequeue(out var next))
                {
                    await next(cancellationToken);
                }
            }
            while (QueueRecordedEvents());
        }
        finally
        {
            _isRunning = false;
        }
    }

    private bool QueueRecordedEvents()
    {
        for (; _eventsSeen < _work.Operation.Events.Count; _eventsSeen++)
        {
            var recorded = _work.Operation.Events[_eventsSeen];

            if (recorded.CaseId is { } caseId && CaseEvents.IsRaisedWhenRecorded(recorded.Event) && !_raised.Remove((caseId, recorded.Event)))
            {
                _queue.Enqueue(token => DeliverAsync(caseId, null, recorded.Event, recorded.Details, token));
            }
        }

        return _queue.Count > 0;
    }

    private async Task DeliverAsync(CaseId? caseId, string? correlationId, string name, JsonNode? payload, CancellationToken cancellationToken)
    {
        WriteStates();
        await _work.FlushAsync(cancellationToken);
        var waits = _work.Db.Waits.Where(w => w.Kind == WaitKind.Event && w.Name == name);

        if (caseId is not null)
        {
            waits = waits.Where(w => w.CaseId == caseId);
        }
        else if (correlationId is not null)
        {
            waits = waits.Where(w => _work.Db.WorkflowInstances.Any(i => i.Id == w.InstanceId && i.CorrelationId == correlationId));
        }

        var listening = await waits.OrderBy(static w => w.InstanceId).Select(static w => w.InstanceId).Distinct().ToListAsync(cancellationToken);

        foreach (var instanceId in listening)
        {
            await AdvanceAsync(instanceId, new Stimulus.EventReceived(name, payload?.DeepClone()), cancellationToken);
        }

        foreach (var (definition, activityId) in _services.Catalogue.StartedBy(name))
        {
            var start = new Stimulus.Start(null, caseId?.ToString() ?? correlationId, activityId, payload?.DeepClone());
            await StartAsync(new NewInstance(_work.Ids.NewWorkflowInstanceId(), definition, caseId), start, cancellationToken);
        }
    }

    private async Task StartAsync(NewInstance instance, Stimulus.Start stimulus, CancellationToken cancellationToken) =>
        await AdvanceAsync(Track(instance), stimulus, cancellationToken);

    private LiveInstance Track(NewInstance instance)
    {
        var row = new WorkflowInstance
        {
            Id = instance.Id,
            DefinitionId = instance.Definition.DefinitionId,
            DefinitionVersion = instance.Definition.Version,
            CaseId = instance.CaseId,
            ParentId = instance.ParentId,
            ParentWaitId = instance.ParentWaitId,
            CreatedAt = _work.Operation.Now,
            UpdatedAt = _work.Operation.Now,
        };
        _work.Db.Add(row);
        return _live[row.Id] = new LiveInstance(row, instance.Definition, null);
    }

    private async Task<ResumeOutcome> AdvanceAsync(WorkflowInstanceId instanceId, Stimulus stimulus, CancellationToken cancellationToken) =>
        await LoadAsync(instanceId, cancellationToken) is { } live ? await AdvanceAsync(live, stimulus, cancellationToken) : ResumeOutcome.NotFound;

    private async Task<LiveInstance?> LoadAsync(WorkflowInstanceId instanceId, CancellationToken cancellationToken)
    {
        if (!_live.TryGetValue(instanceId, out var live) && await _work.Db.WorkflowInstances.FindAsync([instanceId], cancellationToken) is { } row)
        {
            live = new LiveInstance(row, _services.Catalogue.Require(row.DefinitionId, row.DefinitionVersion), WorkflowStateJson.Read(row.State));
            _live.Add(instanceId, live);
        }

        return live;
    }

    private async Task<MoveOutcome> MigrateAsync(LiveInstance live, WorkflowDefinition to, IReadOnlySet<string> done, CancellationToken cancellationToken)
    {
        var number = ++_advances;
        var from = live.Definition;

        if (live.State is not { } state || !_services.Engine.PlanMigration(from, to, state, done).IsSafe)
        {
            return new(ResumeOutcome.AlreadyDone);
        }

        live.MoveTo(to);
        var result = _services.Engine.Migrate(from, to, state, done, await LookAroundAsync(live, number, cancellationToken));
        await _commands.ApplyAsync(live, result, number, blame: null, cancellationToken);
        return new(ResumeOutcome.Resumed, result.HasRunNothing);
    }

    private async Task<ResumeOutcome> AdvanceAsync(LiveInstance live, Stimulus stimulus, CancellationToken cancellationToken)
    {
        var number = ++_advances;

        if (number > MaxAdvances)
        {
            throw new InvalidOperationException($"The workflow {live.Definition.DefinitionId} and others wake each other without end.");
        }

        using var measured = _services.Instruments.Advance(live.Definition.DefinitionId, live.Definition.Version);
        var result = _services.Engine.Advance(live.Definition, live.State, stimulus, await LookAroundAsync(live, number, cancellationToken));

        if (result.Refused)
        {
            return ResumeOutcome.AlreadyDone;
        }

        await _commands.ApplyAsync(live, result, number, blame: null, cancellationToken);
        return ResumeOutcome.Resumed;
    }

    private async Task<Surroundings> LookAroundAsync(LiveInstance live, int number, CancellationToken cancellationToken) =>
        new(_work.Operation.Now)
        {
            InstanceId = live.Row.Id.ToString(),
            Case = await _commands.CaseFactsAsync(live, cancellationToken),
            FindDefinition = _services.Catalogue.Find,
            NextInstanceId = () => _work.Ids.NewWorkflowInstanceId().ToString(),
            Faults = _faults.Count == 0 ? [] : [.. _faults.Where(f => f.Advance == number).Select(static f => new ForcedFault(f.ExecutionId, f.Message))],
        };
}

/// <summary>An instance that is to begin.</summary>
internal sealed record NewInstance(
    WorkflowInstanceId Id,
    WorkflowDefinition Definition,
    CaseId? CaseId,
    WorkflowInstanceId? ParentId = null,
    int? ParentWaitId = null);
