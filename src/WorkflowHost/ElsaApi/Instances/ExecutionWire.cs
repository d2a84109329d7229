using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

internal sealed record WireReportQuery(string? WorkflowInstanceId, IReadOnlyList<string>? ActivityNodeIds);

/// <summary>Numbers of one node, for its badge.</summary>
internal sealed record WireStats(
    string ActivityId, string ActivityNodeId, int StartedCount, int CompletedCount, int UncompletedCount, bool IsBlocked, bool IsFaulted, JsonObject Metadata)
{
    public static WireStats Of(NodeStats stats) =>
        new(stats.ActivityId, stats.NodeId, stats.Started, stats.Completed, stats.Uncompleted, stats.IsBlocked, stats.IsFaulted, []);
}

internal sealed record WireReport(IReadOnlyList<WireStats> Stats);

/// <summary>One run of an activity without its contents.</summary>
internal sealed record WireExecutionSummary(
    string Id, WorkflowInstanceId WorkflowInstanceId, string ActivityId, string ActivityNodeId, string ActivityType, int ActivityTypeVersion, string? ActivityName,
    DateTimeOffset StartedAt, bool HasBookmarks, StepStatus Status, int AggregateFaultCount, JsonObject Metadata, DateTimeOffset? CompletedAt,
    string? SchedulingActivityExecutionId, string? SchedulingActivityId, WorkflowInstanceId? SchedulingWorkflowInstanceId, int CallStackDepth);

/// <summary>One run of an activity. State and outputs hold what the drawing says, never what a person answered.</summary>
internal sealed record WireExecution(
    string Id, WorkflowInstanceId WorkflowInstanceId, string ActivityId, string ActivityNodeId, string ActivityType, int ActivityTypeVersion, string? ActivityName,
    JsonObject ActivityState, JsonObject Payload, JsonObject Outputs, JsonObject Properties, JsonObject Metadata, WireException? Exception,
    DateTimeOffset StartedAt, bool HasBookmarks, StepStatus Status, int AggregateFaultCount, DateTimeOffset? CompletedAt,
    string? SchedulingActivityExecutionId, string? SchedulingActivityId, WorkflowInstanceId? SchedulingWorkflowInstanceId, int CallStackDepth);

internal sealed record WireCallStack(string ActivityExecutionId, IReadOnlyList<WireExecution> Items, int TotalCount);
