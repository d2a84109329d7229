using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

internal sealed record WireRetry(IReadOnlyList<string>? WorkflowInstanceIds, IReadOnlyList<string>? ActivityIds);

/// <summary>Which instances to alter, as Elsa writes it. An empty one chooses nothing unless it says that it chooses all.</summary>
internal record WireAlterationFilter(
    bool? EmptyFilterSelectsAll, IReadOnlyList<string>? WorkflowInstanceIds, IReadOnlyList<string>? CorrelationIds, IReadOnlyList<string>? Names, string? SearchTerm,
    IReadOnlyList<WireMoment>? TimestampFilters, IReadOnlyList<string>? DefinitionIds, IReadOnlyList<string>? DefinitionVersionIds, bool? HasIncidents, bool? IsSystem,
    IReadOnlyList<string>? Statuses, IReadOnlyList<string>? SubStatuses, IReadOnlyList<WireActivityFilter>? ActivityFilters);

/// <summary>A filter, and for a rehearsal of ours what would be done.</summary>
internal sealed record WireDryRun(
    bool? EmptyFilterSelectsAll, IReadOnlyList<string>? WorkflowInstanceIds, IReadOnlyList<string>? CorrelationIds, IReadOnlyList<string>? Names, string? SearchTerm,
    IReadOnlyList<WireMoment>? TimestampFilters, IReadOnlyList<string>? DefinitionIds, IReadOnlyList<string>? DefinitionVersionIds, bool? HasIncidents, bool? IsSystem,
    IReadOnlyList<string>? Statuses, IReadOnlyList<string>? SubStatuses, IReadOnlyList<WireActivityFilter>? ActivityFilters, JsonArray? Alterations)
    : WireAlterationFilter(
        EmptyFilterSelectsAll, WorkflowInstanceIds, CorrelationIds, Names, SearchTerm, TimestampFilters, DefinitionIds, DefinitionVersionIds, HasIncidents, IsSystem, Statuses, SubStatuses,
        ActivityFilters);

internal sealed record WireActivityFilter(string? ActivityId, string? ActivityInstanceId, string? NodeId, string? Name, string? Status);

internal sealed record WireAlterations(IReadOnlyList<string>? WorkflowInstanceIds, JsonArray? Alterations);

internal sealed record WireAlterationPlan(JsonArray? Alterations, WireAlterationFilter? Filter);

internal sealed record WireVariableValues(IReadOnlyList<WireVariableValue>? Variables);

internal sealed record WireVariableValue(string? Id, JsonNode? Value);

/// <summary>What came of altering one instance, as Elsa writes it.</summary>
internal sealed record WireAlterationResult(string WorkflowInstanceId, WireAlterationLog Log, bool WorkflowHasScheduledWork, bool IsSuccessful)
{
    /// <summary>One line: what was done or would be, or the sentence that says why not.</summary>
    public static WireAlterationResult Of(WorkflowInstanceId id, bool isDone, LocalizedText text, string language, DateTimeOffset now) =>
        new(id.ToString(), new WireAlterationLog([WireAlterationLine.Of(isDone, text, language, now)]), isDone, isDone);
}

internal sealed record WireAlterationLog(IReadOnlyList<WireAlterationLine> LogEntries);

internal sealed record WireAlterationLine(string Message, string LogLevel, [property: JsonPropertyName("timestamp")] DateTimeOffset At, string? EventName)
{
    public static WireAlterationLine Of(bool isDone, LocalizedText text, string language, DateTimeOffset now) => new(text.In(language), isDone ? "Information" : "Error", now, null);
}

internal sealed record WireAlterationResults(IReadOnlyList<WireAlterationResult> Results);

/// <summary>A rehearsal: which instances are meant and, when it was told what would be done, what would come of each.</summary>
internal sealed record WireRehearsal(IReadOnlyList<WorkflowInstanceId> WorkflowInstanceIds, IReadOnlyList<WireAlterationResult> Results);

internal sealed record WirePlanWithJobs(WirePlan Plan, IReadOnlyList<WireJob> Jobs);

internal sealed record WirePlan(Guid Id, JsonNode? Alterations, string Status, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt);

internal sealed record WireJob(
    string Id, Guid PlanId, WorkflowInstanceId WorkflowInstanceId, string Status, IReadOnlyList<WireAlterationLine> Log, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt);
