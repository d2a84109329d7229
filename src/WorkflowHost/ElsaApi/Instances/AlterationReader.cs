using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Reads alterations and filters as Elsa's clients write them: <c>{"type":"Migrate","targetVersion":2}</c>.</summary>
internal static class AlterationReader
{
    public static readonly LocalizedText Unknown = new(
        "Kjente endringer: Cancel, CancelActivity, ModifyVariable, Migrate og ScheduleActivity, hver med sine felt.",
        "Kjende endringar: Cancel, CancelActivity, ModifyVariable, Migrate og ScheduleActivity, kvar med sine felt.",
        "Known alterations: Cancel, CancelActivity, ModifyVariable, Migrate and ScheduleActivity, each with its fields.");

    /// <summary>Null when one of them cannot be read, or there is none.</summary>
    public static IReadOnlyList<Alteration>? Read(JsonArray? wire)
    {
        List<Alteration?> read = [.. (wire ?? []).Select(static a => ReadOne(a as JsonObject))];
        return read.Count == 0 || read.Contains(null) ? null : [.. read.OfType<Alteration>()];
    }

    /// <summary>The alterations as they may be kept: without the values of variables.</summary>
    public static string ToKeep(JsonArray wire)
    {
        var kept = (JsonArray)wire.DeepClone();

        foreach (var alteration in kept.OfType<JsonObject>())
        {
            alteration.Remove("value");
        }

        return kept.ToJsonString();
    }

    /// <summary>The instances that are meant, among those that still can be changed and that the user may know of.</summary>
    public static async Task<IReadOnlyList<WorkflowInstanceId>?> ChooseAsync(WireAlterationFilter filter, ListInstances list, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var versions = (filter.DefinitionVersionIds ?? []).Select(list.DefinitionOf).ToList();
        var query = new InstanceQuery
        {
            Ids = filter.WorkflowInstanceIds is { } ids ? [.. ids.Select(static t => Guid.TryParse(t, out var id) ? new WorkflowInstanceId(id) : (WorkflowInstanceId?)null).OfType<WorkflowInstanceId>()] : null,
            Words = string.Join(' ', (filter.Names ?? []).Append(filter.SearchTerm).Where(static w => !string.IsNullOrWhiteSpace(w))),
            CorrelationIds = filter.CorrelationIds ?? [],
            DefinitionIds = [.. (filter.DefinitionIds ?? []).Concat(versions.Select(static v => v.DefinitionId ?? ""))],
            Version = versions.Count == 1 ? versions[0].Version : null,
            HasIncidents = filter.HasIncidents,
            Statuses = InstanceQueryReader.Choices<WorkflowStatus>(filter.Statuses ?? [], "statuses", errors),
            SubStatuses = InstanceQueryReader.SubStatuses(filter.SubStatuses ?? [], errors),
            Moments = [.. (filter.TimestampFilters ?? []).Select(m => InstanceQueryReader.Moment(m, errors)).OfType<InstanceMoment>()],
        };

        if (errors.Any || versions.Count > 1 || filter.ActivityFilters is { Count: > 0 })
        {
            return null;
        }

        var isEmpty = query is { Ids: null, CorrelationIds.Count: 0, DefinitionIds.Count: 0, HasIncidents: null, Moments.Count: 0, Statuses.Count: 0, SubStatuses.Count: 0 } && query.Words.Length == 0;
        return isEmpty && filter.EmptyFilterSelectsAll is not true ? [] : await list.IdsAsync(user, query with { IsAlterable = true }, cancellationToken);
    }

    private static Alteration? ReadOne(JsonObject? wire)
    {
        if (wire is null)
        {
            return null;
        }

        var activityId = Text(wire, "activityId");
        return Text(wire, "type") switch
        {
            "Cancel" => new Alteration.Cancel(),
            "CancelActivity" when activityId is not null => new Alteration.CancelActivity(activityId),
            "ScheduleActivity" when activityId is not null => new Alteration.ScheduleActivity(activityId),
            "ModifyVariable" when Text(wire, "variableId") is { } variable => new Alteration.ModifyVariable(variable, wire["value"]?.DeepClone()),
            "Migrate" when wire["targetVersion"] is JsonValue version && version.TryGetValue(out int number) => new Alteration.Migrate(number),
            _ => null,
        };
    }

    private static string? Text(JsonObject wire, string name) => wire[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
