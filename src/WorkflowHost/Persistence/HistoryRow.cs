using System.Text.Encodings.Web;
using System.Text.Json;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>Something that happened: who, in which role, why, when and what. Added in the transaction that did it; never changed or removed.</summary>
internal sealed class HistoryRow
{
    /// <summary>Counts up; the order in which things were saved.</summary>
    public long Id { get; set; }

    public CaseId? CaseId { get; set; }

    public string Event { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string Actor { get; set; } = "";

    /// <summary>Role codes held at that moment, parted by commas.</summary>
    public string Roles { get; set; } = "";

    public string? Service { get; set; }

    public string? OnBehalfOf { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>A JSON object of ids, codes and dates.</summary>
    public string Details { get; set; } = "";

    /// <summary>One row for each event that the operation gathered.</summary>
    public static IEnumerable<HistoryRow> Of(Operation operation) => operation.Events.Select(e => new HistoryRow
    {
        CaseId = e.CaseId,
        Event = e.Event,
        At = operation.Now,
        Actor = operation.Actor.UserId,
        Roles = string.Join(',', operation.Actor.Roles),
        Service = operation.Actor.Service,
        OnBehalfOf = operation.Actor.OnBehalfOf,
        Reason = operation.Reason,
        Details = e.Details.Count == 0 ? "" : e.Details.ToJsonString(JsonText.Options),
    });
}

/// <summary>How JSON is written into columns: compact, Norwegian letters as they are.</summary>
internal static class JsonText
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };
}

/// <summary>Someone looked at a case (who, what, when, why); the person may see it.</summary>
internal sealed class AccessLogRow
{
    public long Id { get; set; }

    public CaseId? CaseId { get; set; }

    public PersonId? PersonId { get; set; }

    public string UserId { get; set; } = "";

    public string Roles { get; set; } = "";

    /// <summary>What was looked at: <c>case</c>, <c>plan</c>, <c>history</c>, ….</summary>
    public string What { get; set; } = "";

    public string? Reason { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Code of the service that the user worked for, or null.</summary>
    public string? Service { get; set; }

    /// <summary>False when it was refused: attempts are logged too.</summary>
    public bool IsAllowed { get; set; } = true;
}

/// <summary>The last number given out in a series of references.</summary>
internal sealed class ReferenceCounter
{
    public string Series { get; set; } = "";

    public int Year { get; set; }

    public int Last { get; set; }

    public long Version { get; set; }
}
