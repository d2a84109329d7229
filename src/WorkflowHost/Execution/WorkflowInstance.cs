using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>A running or ended workflow: which version it is pinned to, what the engine remembers of it, and what belongs to it.</summary>
internal sealed class WorkflowInstance
{
    public WorkflowInstanceId Id { get; set; }

    public string DefinitionId { get; set; } = "";

    /// <summary>The version that it started on and keeps, whatever is published later.</summary>
    public int DefinitionVersion { get; set; }

    public CaseId? CaseId { get; set; }

    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    public WorkflowStatus Status { get; set; }

    public WorkflowSubStatus SubStatus { get; set; }

    /// <summary>The instance that waits for this one's end; null when nobody does.</summary>
    public WorkflowInstanceId? ParentId { get; set; }

    public int? ParentWaitId { get; set; }

    /// <summary>Incidents that nobody has retried or called off yet.</summary>
    public int OpenIncidents { get; set; }

    /// <summary>The engine's state, <see cref="WorkflowStateJson"/>.</summary>
    public string State { get; set; } = "";

    /// <summary>The newest journal lines, <see cref="JournalText"/>; older ones lie in <see cref="JournalSegment"/>s.</summary>
    public string Journal { get; set; } = "";

    public int JournalSegments { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Counts the saves; the token that lets one of two racers through.</summary>
    public long Version { get; set; }
}

/// <summary>Journal lines that no longer fit beside the state, so that an instance that loops for years stays small to load.</summary>
internal sealed class JournalSegment
{
    public WorkflowInstanceId InstanceId { get; set; }

    /// <summary>From 1, oldest first.</summary>
    public int Number { get; set; }

    public string Lines { get; set; } = "";
}

/// <summary>
/// Something other than a task that an instance waits for: an instant, an event, a child's end, an HTTP answer. A task's wait is the row of
/// the task itself, so that the two can never disagree.
/// </summary>
internal sealed class WaitRow
{
    public WorkflowInstanceId InstanceId { get; set; }

    public int WaitId { get; set; }

    public WaitKind Kind { get; set; }

    public string? Name { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>What will be done then, when the timer is that of a reminder or an escalation; null for other waits.</summary>
    public RungKind? Rung { get; set; }

    public CaseId? CaseId { get; set; }
}

/// <summary>A failed activity, for the leader who looks after it.</summary>
internal sealed class IncidentRow
{
    public WorkflowInstanceId InstanceId { get; set; }

    public int IncidentId { get; set; }

    public CaseId? CaseId { get; set; }

    public string ActivityId { get; set; } = "";

    public string? ActivityName { get; set; }

    public string ActivityType { get; set; } = "";

    public string NodeId { get; set; } = "";

    public string Message { get; set; } = "";

    public string? Code { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }
}
