using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Workflows.Audit;

/// <summary>Something that happened, as one row of history.</summary>
/// <param name="CaseId">The case it belongs to, or null.</param>
/// <param name="Event">Kebab-case, past tense; at most <see cref="TextLimits.Code"/> characters. Stored: never renamed once released.</param>
/// <param name="Details">Ids, codes and dates; no names, identity numbers or free text.</param>
public sealed record AuditEvent(CaseId? CaseId, string Event, JsonObject Details);
