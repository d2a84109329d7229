using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Engine;

/// <summary>The least that a host must do: keeps instances in memory, and every state goes through its stored form between two advances.</summary>
internal sealed class EngineHost
{
    private readonly WorkflowEngine engine;
    private readonly List<WorkflowDefinition> definitions = [];
    private readonly Queue<Action> pending = new();

    public EngineHost(EngineOptions? options = null, params Activity[] activities) =>
        engine = new WorkflowEngine(ActivityCatalogue.Elsa().With(activities), options ?? new EngineOptions());

    public List<EngineInstance> Instances { get; } = [];

    public List<string> Console { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    public JsonObject? Case { get; set; }

    public bool HasPending => pending.Count > 0;

    public WorkflowDefinition Publish(string json)
    {
        var result = DefinitionReader.Read(json);
        Assert.True(result.Definition is not null, string.Join("; ", result.Problems.Select(static p => p.Message.En)));
        definitions.Add(result.Definition!);

        return result.Definition!;
    }

    public EngineInstance Start(WorkflowDefinition definition, JsonObject? input = null, string? trigger = null, JsonNode? payload = null)
    {
        var instance = new EngineInstance($"instance-{Instances.Count + 1}", definition);
        Instances.Add(instance);
        Apply(instance, engine.Advance(definition, null, new Stimulus.Start(input, null, trigger, payload), Around(instance)));

        return instance;
    }

    public bool Advance(EngineInstance instance, Stimulus stimulus, params ForcedFault[] faults)
    {
        var stored = WorkflowStateJson.Read(WorkflowStateJson.Write(instance.State));
        var result = engine.Advance(instance.Definition, stored, stimulus, Around(instance) with { Faults = faults });

        if (result.Refused)
        {
            return false;
        }

        Apply(instance, result);

        return true;
    }

    public MigrationPlan PlanMigration(EngineInstance instance, WorkflowDefinition to) => engine.PlanMigration(instance.Definition, to, instance.State, Done(instance));

    public bool Migrate(EngineInstance instance, WorkflowDefinition to)
    {
        var stored = WorkflowStateJson.Read(WorkflowStateJson.Write(instance.State));
        var result = engine.Migrate(instance.Definition, to, stored, Done(instance), Around(instance));

        if (result.Refused)
        {
            return false;
        }

        LastMoveRanNothing = result.HasRunNothing;
        instance.Definition = to;
        Apply(instance, result);

        return true;
    }

    /// <summary>Whether the last move to another version set nothing going.</summary>
    public bool LastMoveRanNothing { get; private set; }

    public void TakeBack(EngineInstance instance, string before)
    {
        var state = WorkflowStateJson.Read(before);
        instance.Definition = definitions.First(d => d.VersionId == state.VersionId);
        Apply(instance, engine.TakeBack(instance.Definition, state, Around(instance)));
    }

    public bool CompleteTask(EngineInstance instance, string task, JsonNode? result)
    {
        foreach (var candidate in Instances.OrderBy(i => i == instance ? 0 : 1))
        {
            if (candidate.Waits.FirstOrDefault(w => w.Kind == WaitKind.Task && w.Name == task) is { } wait)
            {
                return Advance(candidate, new Stimulus.ResumeWait(wait.Id, result?.DeepClone()));
            }
        }

        return false;
    }

    public bool FireDelay(EngineInstance instance)
    {
        foreach (var candidate in Instances.OrderBy(i => i == instance ? 0 : 1))
        {
            if (candidate.Waits.FirstOrDefault(static w => w.ActivityType == "Elsa.Delay") is { } wait)
            {
                return Advance(candidate, new Stimulus.ResumeWait(wait.Id));
            }
        }

        return false;
    }

    public bool CompleteAllTasks(EngineInstance instance, JsonNode? result)
    {
        var any = false;

        while (instance.Waits.FirstOrDefault(static w => w.Kind == WaitKind.Task) is { } wait
            && Advance(instance, new Stimulus.ResumeWait(wait.Id, result?.DeepClone())))
        {
            any = true;
        }

        return any;
    }

    /// <summary>Does what a real host does after the transaction: starts dispatched children, hands out events, tells parents.</summary>
    public void Settle()
    {
        while (pending.TryDequeue(out var action))
        {
            action();
        }
    }

    private static HashSet<string> Done(EngineInstance instance) => [.. instance.Journal.Where(static l => l.Event == "Completed").Select(static l => l.NodeId)];

    private Surroundings Around(EngineInstance instance) => new(Now)
    {
        InstanceId = instance.Id,
        Case = Case,
        FindDefinition = (id, version) => definitions.FirstOrDefault(d => d.DefinitionId == id && (version is null || d.Version == version)),
        NextInstanceId = () => "child-" + (Instances.Count + 1).ToString(CultureInfo.InvariantCulture),
    };

    private void Apply(EngineInstance instance, AdvanceResult result)
    {
        instance.State = result.State;

        foreach (var command in result.Commands)
        {
            instance.Commands.Add(command);

            switch (command)
            {
                case OpenWait open:
                    instance.Waits.Add(open.Wait);
                    break;
                case CloseWait close:
                    Assert.Equal(1, instance.Waits.RemoveAll(w => w.Id == close.WaitId));
                    break;
                case WriteOutput line:
                    Console.Add(line.Line);
                    break;
                case Journal journal:
                    instance.Journal.Add(journal.Entry);
                    break;
                case StartChild start:
                    StartChild(instance, start);
                    break;
                case CancelChild cancel:
                    Instances.Where(i => i.Parent == (instance, cancel.WaitId)).ToList().ForEach(i => Advance(i, new Stimulus.Cancel()));
                    break;
                case RaiseEvent raised:
                    pending.Enqueue(() => Hand(instance, raised));
                    break;
                case Finish when instance.Parent is var (parent, waitId):
                    pending.Enqueue(() => Advance(parent, new Stimulus.ResumeWait(waitId, instance.State.Output)));
                    break;
            }
        }

        Assert.Equal(instance.State.Waits.Select(static w => w.Id).Order(), instance.Waits.Select(static w => w.Id).Order());
    }

    private void StartChild(EngineInstance parent, StartChild start)
    {
        var definition = definitions.First(d => d.DefinitionId == start.DefinitionId);
        var child = new EngineInstance(start.InstanceId ?? $"instance-{Instances.Count + 1}", definition)
        {
            Parent = start.WaitId is { } waitId ? (parent, waitId) : null,
        };
        Instances.Add(child);

        if (start.Begun is { } begun)
        {
            Apply(child, begun);
        }
        else
        {
            pending.Enqueue(() => Apply(child, engine.Advance(definition, null, new Stimulus.Start(start.Input, start.CorrelationId), Around(child))));
        }
    }

    private void Hand(EngineInstance sender, RaiseEvent raised)
    {
        foreach (var instance in Instances.Where(i => raised.IsLocal ? i == sender : raised.CorrelationId is null || i.State.CorrelationId == raised.CorrelationId).ToList())
        {
            Advance(instance, new Stimulus.EventReceived(raised.Name, raised.Payload?.DeepClone()));
        }
    }
}

/// <summary>An instance as the host keeps it: rows of waits beside the state, and everything that the engine ever said of it.</summary>
internal sealed class EngineInstance(string id, WorkflowDefinition definition)
{
    public string Id { get; } = id;

    public WorkflowDefinition Definition { get; set; } = definition;

    public WorkflowState State { get; set; } = null!;

    public (EngineInstance Instance, int WaitId)? Parent { get; init; }

    public List<Wait> Waits { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    public List<EngineCommand> Commands { get; } = [];

    public IReadOnlyList<string> Waiting() =>
        [.. Waits.Select(static w => w.Kind == WaitKind.Task ? $"{w.ActivityId}({w.ActivityType}:{w.Name})" : $"{w.ActivityId}({w.ActivityType})")];

    public IReadOnlyList<string> Completed() =>
    [
        .. Journal.Where(static j => j.Event == "Completed" && j.ActivityType is not ("Elsa.Workflow" or "Elsa.Flowchart")).Select(static j => j.ActivityId),
    ];
}
