using System.Text.Json.Serialization;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

internal sealed record WireRetry(IReadOnlyList<string>? WorkflowInstanceIds, IReadOnlyList<string>? ActivityIds);

/// <summary>What came of altering one instance, as Elsa writes it.</summary>
internal sealed record WireAlterationResult(string WorkflowInstanceId, WireAlterationLog Log, bool WorkflowHasScheduledWork, bool IsSuccessful)
{
    /// <summary>One line: done, or the sentence that says why not.</summary>
    public static WireAlterationResult Of(WorkflowInstanceId id, Refusal? refusal, LocalizedText done, string language, DateTimeOffset now) => new(
        id.ToString(), new WireAlterationLog([new WireAlterationLine((refusal?.Detail ?? done).In(language), refusal is null ? "Information" : "Error", now, null)]), refusal is null, refusal is null);
}

internal sealed record WireAlterationLog(IReadOnlyList<WireAlterationLine> LogEntries);

internal sealed record WireAlterationLine(string Message, string LogLevel, [property: JsonPropertyName("timestamp")] DateTimeOffset At, string? EventName);

internal sealed record WireAlterationResults(IReadOnlyList<WireAlterationResult> Results);
