using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Reads the facts that the host gives about the case. They are as the advance began.</summary>
internal sealed class CaseFactsReader(JsonObject facts)
{
    public static CaseFactsReader Of(ActivityContext c) => new(c.Case);

    public string Track => TaskResult.TextOf(facts["track"]) ?? "";

    public string? Text(string name) => TaskResult.TextOf(facts[name]);

    public DateOnly? Date(string name) => TaskResult.DateOf(facts[name]);

    public JsonObject? Object(string name) => facts[name] as JsonObject;

    public IEnumerable<JsonObject> Participants => (facts["participants"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The newest deadline of a key, a running one before others; null when there is none.</summary>
    public DeadlineFact? Deadline(string key, string? subjectId) =>
        (facts["deadlines"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(fact => TaskResult.TextOf(fact["key"]) == key && (subjectId is null || TaskResult.TextOf(fact["subjectId"]) == subjectId))
            .Select(DeadlineFact.From)
            .OrderBy(fact => fact.State == DeadlineState.Running)
            .ThenBy(fact => fact.StartedOn)
            .LastOrDefault();
}

/// <summary>A deadline of the case as the facts tell it.</summary>
internal sealed record DeadlineFact(DateOnly StartedOn, DateOnly RawOn, DateOnly EffectiveOn, DateOnly ActByOn, DeadlineState State)
{
    public static DeadlineFact From(JsonObject fact)
    {
        var effectiveOn = TaskResult.DateOf(fact["effectiveOn"]) ?? throw new FormatException("A deadline among the case facts has no effective date.");
        return new DeadlineFact(
            TaskResult.DateOf(fact["startedOn"]) ?? effectiveOn,
            TaskResult.DateOf(fact["rawOn"]) ?? effectiveOn,
            effectiveOn,
            TaskResult.DateOf(fact["actByOn"]) ?? WorkingDays.OnOrBefore(effectiveOn),
            Enum.TryParse<DeadlineState>(TaskResult.TextOf(fact["state"]), out var state) ? state : DeadlineState.Running);
    }
}
