using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Reminders;

/// <summary>Which of the office's settings count on a day.</summary>
internal static class ReminderSettings
{
    /// <summary>Kinds that a step may say nothing about: tasks, and the deadlines whose warnings the flows take from here.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        ReminderFacts.Tasks, DeadlineKeys.PreliminaryReply, DeadlineKeys.PromisedDecision, DeadlineKeys.AppealCorrection, DeadlineKeys.AppealForwarding, DeadlineKeys.AppealBodyTime, DeadlineKeys.PlanRevision,
        DeadlineKeys.ConsentEnd, DeadlineKeys.AgeChange,
    ];

    /// <summary>What counts on a day: of each kind the one that began last.</summary>
    public static IReadOnlyDictionary<string, ReminderSetting> On(IEnumerable<ReminderSetting> all, DateOnly day) =>
        all.Where(s => s.FromOn <= day).GroupBy(s => s.Kind, StringComparer.Ordinal).Select(g => g.OrderBy(s => s.FromOn).ThenBy(s => s.MadeAt).Last())
            .Where(s => !s.IsReset).ToDictionary(s => s.Kind, StringComparer.Ordinal);

    /// <summary>As drawings see them among the facts of a case; null when the office has set nothing.</summary>
    public static async Task<JsonObject?> ReadAsync(IpDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var all = await db.ReminderSettings.Where(s => s.FromOn <= day).ToListAsync(cancellationToken);
        return all.Count == 0 ? null : new JsonObject(On(all, day).Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, new JsonObject
        {
            ["before"] = new JsonArray([.. s.Value.BeforeLines.Select(JsonNode (line) => line)]),
            ["every"] = s.Value.Every,
            ["escalateAfter"] = s.Value.EscalateAfter,
            ["escalateTo"] = s.Value.EscalateTo,
            ["remindTo"] = s.Value.RemindTo,
            ["remindBy"] = s.Value.RemindBy.ToString(),
            ["escalateBy"] = s.Value.EscalateBy.ToString(),
        })));
    }
}
