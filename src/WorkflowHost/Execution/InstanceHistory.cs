using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>How far an activity execution has come, as its journal lines and the instance's state tell.</summary>
internal enum StepStatus
{
    Running,
    Completed,
    Canceled,
    Faulted,
}

/// <summary>One run of one activity, with when and how.</summary>
internal sealed class InstanceStep(JournalEntry first)
{
    /// <summary>Counts the executions of the instance from 1.</summary>
    public int ExecutionId { get; } = first.ExecutionId;

    public int? ParentExecutionId { get; } = first.ParentExecutionId;

    public string ActivityId { get; } = first.ActivityId;

    public string NodeId { get; } = first.NodeId;

    public string Type { get; } = first.ActivityType;

    public int TypeVersion { get; } = first.ActivityTypeVersion;

    public string? Name { get; } = first.ActivityName;

    public DateTimeOffset StartedAt { get; } = first.At;

    public DateTimeOffset? EndedAt { get; set; }

    public StepStatus Status { get; set; }

    /// <summary>The ports it left by; null until it completed.</summary>
    public IReadOnlyList<string>? Outcomes { get; set; }

    /// <summary>Whether something is waited for here.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>How often it failed.</summary>
    public int Faults { get; set; }
}

/// <summary>Numbers of one node of the drawing: how often it was begun and completed, and how it stands now.</summary>
internal sealed record NodeStats(string ActivityId, string NodeId, int Started, int Completed, int Uncompleted, bool IsBlocked, bool IsFaulted);

/// <summary>The way that an instance has come: its journal, and what follows from it for each step and each node.</summary>
internal sealed class InstanceHistory
{
    private static readonly string[] NotElsas = ["Output", "Dropped"];

    private readonly WorkflowDefinition _definition;
    private readonly Dictionary<int, InstanceStep> _steps = [];
    private readonly Dictionary<int, ActivityNode?> _nodes = [];
    private readonly List<JournalEntry> _lines = [];

    private InstanceHistory(WorkflowDefinition definition) => _definition = definition;

    /// <summary>Started, Resumed, Suspended, Completed, Canceled and Faulted, in the order in which they happened.</summary>
    public IReadOnlyList<JournalEntry> Lines => _lines;

    /// <summary>Every run of an activity, in the order in which they began.</summary>
    public IReadOnlyCollection<InstanceStep> Steps => _steps.Values;

    /// <summary>Node ids of what has completed.</summary>
    public IReadOnlySet<string> Done => _steps.Values.Where(static s => s.Status == StepStatus.Completed).Select(static s => s.NodeId).ToHashSet(StringComparer.Ordinal);

    public InstanceStep? Step(int executionId) => _steps.GetValueOrDefault(executionId);

    /// <summary>The activity of a step in the drawing; null when it stands in a workflow that is used as an activity.</summary>
    public ActivityNode? NodeOf(InstanceStep step) => _nodes.GetValueOrDefault(step.ExecutionId);

    /// <summary>Each node that was ever begun, once.</summary>
    public IEnumerable<NodeStats> Stats() => _steps.Values.GroupBy(static s => s.NodeId, StringComparer.Ordinal).Select(static node => new NodeStats(
        node.First().ActivityId,
        node.Key,
        node.Count(),
        node.Count(static s => s.Status == StepStatus.Completed),
        node.Count(static s => s.Status is StepStatus.Running or StepStatus.Faulted),
        node.Any(static s => s.IsWaiting),
        node.Any(static s => s.Status == StepStatus.Faulted)));

    /// <summary>Reads the whole journal of an instance.</summary>
    public static async Task<InstanceHistory> ReadAsync(IpDbContext db, WorkflowInstance row, WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var history = new InstanceHistory(definition);
        var segments = row.JournalSegments == 0
            ? []
            : await db.JournalSegments.AsNoTracking().Where(s => s.InstanceId == row.Id).OrderBy(s => s.Number).Select(s => s.Lines).ToListAsync(cancellationToken);

        foreach (var text in segments.Append(row.Journal))
        {
            foreach (var line in JournalText.Read(text, definition))
            {
                history.Add(line);
            }
        }

        history.Conclude(WorkflowStateJson.Read(row.State));
        return history;
    }

    private void Add(JournalEntry raw)
    {
        var line = Place(raw);

        if (!NotElsas.Contains(line.Event))
        {
            _lines.Add(line);
        }

        if (!_steps.TryGetValue(line.ExecutionId, out var step))
        {
            if (line.Event is "Output" or "Dropped")
            {
                return;
            }

            _steps.Add(line.ExecutionId, step = new InstanceStep(line));
        }

        switch (line.Event)
        {
            case "Completed":
                (step.Status, step.EndedAt, step.Outcomes) = (StepStatus.Completed, line.At, line.Outcomes ?? []);
                break;
            case "Canceled" or "Dropped":
                (step.Status, step.EndedAt) = (StepStatus.Canceled, line.At);
                break;
            case "Faulted":
                step.Status = StepStatus.Faulted;
                step.Faults++;
                break;
            case "Started" or "Resumed":
                (step.Status, step.EndedAt) = (StepStatus.Running, null);
                break;
        }
    }

    /// <summary>
    /// Finds the node that a line is about. A line holds the activity's own id, which may stand in several places of a drawing, so it is looked for
    /// inside the node of the execution around it.
    /// </summary>
    private JournalEntry Place(JournalEntry line)
    {
        if (_steps.TryGetValue(line.ExecutionId, out var known))
        {
            return line with { NodeId = known.NodeId, ActivityType = known.Type, ActivityTypeVersion = known.TypeVersion, ActivityName = known.Name, ParentExecutionId = known.ParentExecutionId };
        }

        var parent = line.ParentExecutionId is { } parentId ? _steps.GetValueOrDefault(parentId) : null;
        var node = line.ParentExecutionId is null
            ? _definition.Root.Parent
            : parent is not null && NodeOf(parent) is { } around ? around.Children.FirstOrDefault(c => c.Id == line.ActivityId) : null;
        _nodes[line.ExecutionId] = node;

        return node is not null
            ? line with { NodeId = node.NodeId, ActivityType = node.Type, ActivityTypeVersion = node.Version, ActivityName = node.Name }
            : parent is not null ? line with { NodeId = $"{parent.NodeId}:{line.ActivityId}" } : line;
    }

    private void Conclude(WorkflowState state)
    {
        var failed = state.Incidents.Select(static i => i.ExecutionId).ToHashSet();

        foreach (var step in _steps.Values)
        {
            if (failed.Contains(step.ExecutionId))
            {
                (step.Status, step.EndedAt) = (StepStatus.Faulted, null);
            }
            else if (step.Status == StepStatus.Faulted)
            {
                // Nobody holds the failure open any more: what failed came after the step's own work, or the step was called off.
                step.Status = step.Outcomes is not null ? StepStatus.Completed : state.Status == WorkflowStatus.Running ? StepStatus.Running : StepStatus.Canceled;
            }
        }

        foreach (var wait in state.Waits)
        {
            if (_steps.TryGetValue(wait.ExecutionId, out var step))
            {
                step.IsWaiting = true;
            }
        }
    }
}
