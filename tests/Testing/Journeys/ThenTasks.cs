using System.Text.Json.Nodes;

namespace IndividualPlan.Testing.Journeys;

/// <summary>What is so with tasks, reminders, warnings and alerts.</summary>
public static class ThenTasks
{
    /// <summary>Who has the task.</summary>
    public static async Task TheTaskIsOn(this Then then, string key, string user) => Then.Same($"assignee of {key}", user, (await then.TheTask(key))["assignee"]?.ToString());

    /// <summary>When the task is due.</summary>
    public static async Task TheTaskIsDue(this Then then, string key, string on) => Then.Same($"{key} is due", on, (await then.TheTask(key))["dueOn"]?.ToString());

    /// <summary>The open task with this key.</summary>
    public static async Task<JsonNode> TheTask(this Then then, string key) =>
        (await then.Journey.GetAsync("leader", $"/api/tasks?caseId={then.Journey.CaseId}&state=open"))["items"]!.AsArray().FirstOrDefault(task => task!["key"]!.ToString() == key)
        ?? throw new ExpectationException($"There is no open task {key}; open: {string.Join(", ", await then.OpenTasks())}");

    /// <summary>The warnings about a deadline, by day.</summary>
    public static async Task TheWarningsAre(this Then then, string key, params string[] days) =>
        Then.Same($"warnings of {key}", string.Join(", ", days), string.Join(", ", (await then.Items("deadline-warning-sent")).Where(item => item["details"]?["key"]?.ToString() == key).Select(Then.Day)));

    /// <summary>The reminders and escalations of a task, in order: <c>day rung</c>.</summary>
    public static async Task TheRemindersAre(this Then then, string key, params string[] expected) =>
        Then.Same("reminders", string.Join(", ", expected), string.Join(", ", await then.Reminders(key)));

    /// <summary>The reminders and escalations of a task, in order.</summary>
    public static async Task<IReadOnlyList<string>> Reminders(this Then then, string key) =>
        [.. (await then.HistoryItems()).Where(item => item["event"]!.ToString() is "task-reminder-sent" or "task-escalated" && item["details"]?["key"]?.ToString() == key).Select(item => $"{Then.Day(item)} {item["details"]!["rung"]}")];

    /// <summary>An alert was raised on the day.</summary>
    public static async Task TheAlertIsRaised(this Then then, string kind, string on)
    {
        var alerts = (await then.Items("alert-raised")).Select(item => $"{Then.Day(item)} {item["details"]!["kind"]}").ToList();
        if (!alerts.Contains($"{on} {kind}"))
        {
            throw new ExpectationException($"No alert {kind} on {on}; alerts: {string.Join(", ", alerts)}; history: {string.Join(", ", await then.History())}");
        }
    }

    /// <summary>The reason for having no plan, and its dates.</summary>
    public static async Task TheReasonForNoPlanIs(this Then then, string code, string fromOn, string? endedOn = null)
    {
        var reasons = (await then.TheCase())["noPlanReasons"]!.AsArray();
        var reason = reasons.FirstOrDefault(reason => reason!["code"]!.ToString().StartsWith(code, StringComparison.Ordinal)) ?? throw new ExpectationException($"No reason {code}: {reasons.ToJsonString()}");
        Then.Same($"{code} from", fromOn, reason["fromOn"]?.ToString());
        Then.Same($"{code} ended", endedOn, reason["endedOn"]?.ToString());
    }

    private static async Task<IEnumerable<JsonNode>> Items(this Then then, string name) => (await then.HistoryItems()).Where(item => item["event"]!.ToString() == name);
}
