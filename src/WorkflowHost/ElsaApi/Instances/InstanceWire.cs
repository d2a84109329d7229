using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>An instance in a list, as Elsa writes it.</summary>
internal sealed record WireInstanceSummary(
    WorkflowInstanceId Id, string DefinitionId, string DefinitionVersionId, int Version, WorkflowInstanceId? ParentWorkflowInstanceId,
    WorkflowStatus Status, WorkflowSubStatus SubStatus, bool IsExecuting, string? CorrelationId, string Name, int IncidentCount, bool IsSystem,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt);

/// <summary>One instance, as Elsa writes it.</summary>
internal sealed record WireInstance(
    WorkflowInstanceId Id, string DefinitionId, string DefinitionVersionId, int Version, WorkflowInstanceId? ParentWorkflowInstanceId, WireState WorkflowState,
    WorkflowStatus Status, WorkflowSubStatus SubStatus, bool IsExecuting, string? CorrelationId, string Name, int IncidentCount, bool IsSystem,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt);

/// <summary>What Studio shows of an instance's inside: what is waited for, what failed, and what went in and out as far as it tells about nobody.</summary>
internal sealed record WireState(
    WorkflowInstanceId Id, string DefinitionId, string DefinitionVersionId, int DefinitionVersion, string? CorrelationId, string Name,
    WorkflowStatus Status, WorkflowSubStatus SubStatus, IReadOnlyList<WireBookmark> Bookmarks, IReadOnlyList<WireIncident> Incidents,
    IReadOnlyList<JsonObject> CompletionCallbacks, IReadOnlyList<JsonObject> ActivityExecutionContexts, JsonObject Input, JsonObject Output, JsonObject Properties,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt);

/// <summary>One thing that is waited for.</summary>
internal sealed record WireBookmark(string Id, string Name, string ActivityId, string ActivityNodeId, string ActivityInstanceId, JsonObject Payload, bool AutoBurn);

internal sealed record WireIncident(
    string ActivityId, string ActivityNodeId, string ActivityInstanceId, string ActivityType, string Message, WireException Exception, [property: JsonPropertyName("timestamp")] DateTimeOffset At);

internal sealed record WireException(string Type, string Message, string? StackTrace, WireException? InnerException);

internal sealed record WirePage<T>(IReadOnlyList<T> Items, int TotalCount);

internal sealed record WireList<T>(IReadOnlyList<T> Items)
{
    public int Count => Items.Count;
}

/// <summary>A query for instances; every part may be left out.</summary>
internal sealed record WireInstanceQuery(
    int? Page, int? PageSize, string? SearchTerm, string? DefinitionId, IReadOnlyList<string>? DefinitionIds, string? CorrelationId, string? Name, int? Version,
    bool? HasIncidents, bool? IsSystem, string? Status, IReadOnlyList<string>? Statuses, string? SubStatus, IReadOnlyList<string>? SubStatuses,
    string? OrderBy, string? OrderDirection, IReadOnlyList<WireMoment>? TimestampFilters);

/// <summary>Compares one of an instance's instants.</summary>
internal sealed record WireMoment(string? Column, string? Operator, [property: JsonPropertyName("timestamp")] DateTimeOffset? At);

internal sealed record WireExecutionState(WorkflowStatus Status, WorkflowSubStatus SubStatus, DateTimeOffset UpdatedAt);

internal sealed record WireVariable(string Id, string Name, JsonNode? Value, string TypeName, bool IsArray);

/// <summary>A line of the journal.</summary>
internal sealed record WireJournalLine(
    string Id, string ActivityInstanceId, string? ParentActivityInstanceId, string ActivityId, string ActivityType, int ActivityTypeVersion, string? ActivityName,
    string NodeId, [property: JsonPropertyName("timestamp")] DateTimeOffset At, int Sequence, string EventName, string? Message, string? Source, JsonObject? ActivityState, JsonObject? Payload);

internal sealed record WireJournalFilter(
    IReadOnlyList<string>? ActivityIds, IReadOnlyList<string>? ActivityNodeIds, IReadOnlyList<string>? ExcludedActivityTypes, IReadOnlyList<string>? EventNames);

internal sealed record WireJournalQuery(WireJournalFilter? Filter, int? Page, int? PageSize, int? Skip, int? Take);
