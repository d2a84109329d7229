using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Turns an instance into what Elsa's clients read, in the caller's language and without anything that tells about a person.</summary>
internal static class InstancePicture
{
    public static WireInstanceSummary Of(ListedInstance i) => new(
        i.Id, i.DefinitionId, i.VersionId, i.Version, i.ParentId, i.Status, i.SubStatus, false, i.CorrelationId, i.Name, i.OpenIncidents, false, i.CreatedAt, i.UpdatedAt, i.FinishedAt);

    public static WireInstance Of(OpenedInstance opened, string language)
    {
        var row = opened.Row;
        return new(
            row.Id, row.DefinitionId, opened.Definition.VersionId, row.DefinitionVersion, row.ParentId, StateOf(opened, language),
            row.Status, row.SubStatus, false, Correlation(row), opened.Name, row.OpenIncidents, false, row.CreatedAt, row.UpdatedAt, row.FinishedAt);
    }

    public static WireState StateOf(OpenedInstance opened, string language)
    {
        var (row, state) = (opened.Row, opened.State);
        return new(
            row.Id, row.DefinitionId, opened.Definition.VersionId, row.DefinitionVersion, Correlation(row), opened.Name, row.Status, row.SubStatus,
            [.. state.Waits.Select(w => BookmarkOf(row.Id, w))],
            [.. state.Incidents.Select(i => IncidentOf(opened, i, language))],
            [], [], ShownValue.OfEach(state.Input, language), ShownValue.OfEach(state.Output, language), [], row.CreatedAt, row.UpdatedAt, row.FinishedAt);
    }

    public static IReadOnlyList<WireVariable> VariablesOf(OpenedInstance opened, string language)
    {
        var values = opened.State.Variables;
        return [.. opened.Definition.Variables.Select(v => new WireVariable(v.Id, v.Name, Shown(v, values[v.Name], language), v.TypeName, v.IsArray))];
    }

    public static IEnumerable<WireJournalLine> JournalOf(WorkflowInstanceId id, InstanceHistory history) => history.Lines.Select((line, index) => new WireJournalLine(
        $"{id}-l{index + 1}",
        PartId(id, line.ExecutionId)!,
        PartId(id, line.ParentExecutionId),
        line.ActivityId, line.ActivityType, line.ActivityTypeVersion, line.ActivityName, line.NodeId, line.At, index + 1, line.Event, null, null,
        history.Step(line.ExecutionId) is { } step ? StateOf(history.NodeOf(step)) : null,
        line.Outcomes is null ? null : OutcomesOf(line.Outcomes)));

    public static WireExecution ExecutionOf(OpenedInstance opened, InstanceHistory history, InstanceStep step, string language)
    {
        var id = opened.Row.Id;
        var parent = step.ParentExecutionId is { } number ? history.Step(number) : null;
        var incident = opened.State.Incidents.FirstOrDefault(i => i.ExecutionId == step.ExecutionId);
        return new(
            PartId(id, step.ExecutionId)!, id, step.ActivityId, step.NodeId, step.Type, step.TypeVersion, step.Name,
            StateOf(history.NodeOf(step)), step.Outcomes is null ? [] : OutcomesOf(step.Outcomes), [], [], [],
            incident is null ? null : IncidentOf(opened, incident, language).Exception,
            step.StartedAt, step.IsWaiting, step.Status, step.Faults, step.EndedAt,
            PartId(id, step.ParentExecutionId), parent?.ActivityId, parent is null ? null : id, Depth(history, step));
    }

    public static WireExecutionSummary SummaryOf(WorkflowInstanceId id, InstanceHistory history, InstanceStep step)
    {
        var parent = step.ParentExecutionId is { } number ? history.Step(number) : null;
        return new(
            PartId(id, step.ExecutionId)!, id, step.ActivityId, step.NodeId, step.Type, step.TypeVersion, step.Name, step.StartedAt, step.IsWaiting, step.Status, step.Faults, [], step.EndedAt,
            PartId(id, step.ParentExecutionId), parent?.ActivityId, parent is null ? null : id, Depth(history, step));
    }

    private static WireBookmark BookmarkOf(WorkflowInstanceId id, Wait wait)
    {
        var payload = new JsonObject { ["kind"] = wait.Kind.ToString() };

        if (wait.DueAt is { } due)
        {
            payload["resumeAt"] = due.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        }

        // Names of events and flows are the drawing's own words; a task's title or an address may have been put together from a person's data.
        if (wait.Kind is WaitKind.Event or WaitKind.Child)
        {
            payload["name"] = wait.Name;
        }

        return new(PartId(id, wait.Id)!, wait.ActivityType, wait.ActivityId, wait.NodeId, PartId(id, wait.ExecutionId)!, payload, AutoBurn: true);
    }

    private static WireIncident IncidentOf(OpenedInstance opened, Incident incident, string language)
    {
        var node = IncidentWords.NodeAt(opened.Definition, incident.NodeId, incident.ActivityId);
        var sentence = IncidentWords.Sentence(
            IncidentWords.StepName(node, incident.ActivityName, incident.ActivityId), opened.Definition.Name, opened.CaseReference, incident.At).In(language);
        var technical = IncidentWords.Technical(node, incident.Message).In(language);
        return new(
            incident.ActivityId, incident.NodeId, PartId(opened.Row.Id, incident.ExecutionId)!, incident.ActivityType, sentence,
            new WireException(incident.Code ?? incident.ActivityType, $"{sentence} {IncidentWords.WhatToDo.In(language)} ({technical})", null, null), incident.At);
    }

    /// <summary>What the drawing itself gives the activity, by the names that descriptors use; what expressions worked out may tell about a person.</summary>
    private static JsonObject StateOf(ActivityNode? node)
    {
        var state = new JsonObject();

        foreach (var (name, value) in node?.Json ?? [])
        {
            if (value is JsonObject input && input["expression"] is JsonObject expression && (string?)expression["type"] is "Literal" or "Object")
            {
                state[Pascal(name)] = (value as JsonObject)!["expression"]!["value"]?.DeepClone();
            }
        }

        return state;
    }

    private static JsonNode? Shown(VariableDefinition variable, JsonNode? value, string language) =>
        JsonNode.DeepEquals(variable.Value, value) ? value?.DeepClone() : ShownValue.Of(value, language);

    private static int Depth(InstanceHistory history, InstanceStep step)
    {
        var depth = 0;

        for (var at = step; at?.ParentExecutionId is { } parent; at = history.Step(parent))
        {
            depth++;
        }

        return depth;
    }

    private static JsonObject OutcomesOf(IReadOnlyList<string> outcomes) => new() { ["Outcomes"] = new JsonArray([.. outcomes.Select(static o => (JsonNode)o)]) };

    private static string? Correlation(WorkflowInstance row) => row.CorrelationId ?? row.CaseId?.ToString();

    private static string? PartId(WorkflowInstanceId id, int? number) => number is { } given ? new InstancePart(id, given).ToString() : null;

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
