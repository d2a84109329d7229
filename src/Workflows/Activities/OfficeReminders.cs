using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>How the office's own reminders stand among the facts of a case: for host and steps alike.</summary>
public static class ReminderFacts
{
    /// <summary>Name of the facts that hold them.</summary>
    public const string Name = "reminders";

    /// <summary>The kind of tasks without a legal deadline; other kinds are keys of deadlines.</summary>
    public const string Tasks = "task";
}

/// <summary>The office's own reminders of a kind, for steps that say nothing themselves. The host gives those in force today among the facts of the case.</summary>
/// <param name="Before">How long before the last day, each once.</param>
/// <param name="Every">How often after it; null for never.</param>
/// <param name="EscalateAfter">How long after it someone above is told; null for never.</param>
/// <param name="EscalateTo">Who that is.</param>
/// <param name="RemindTo">Who is reminded; null for the one whose turn it is.</param>
/// <param name="RemindBy">How they get to know of it.</param>
/// <param name="EscalateBy">How the one above gets to know of it.</param>
internal sealed record OfficeReminders(
    IReadOnlyList<StepLength> Before, StepLength? Every, StepLength? EscalateAfter, string EscalateTo, string? RemindTo, RungChannel RemindBy, RungChannel EscalateBy)
{
    /// <summary>What the office has set for a kind; null when it has set nothing, and the product's own reminders count.</summary>
    public static OfficeReminders? Of(ActivityContext c, string kind) => CaseFactsReader.Of(c).Object(ReminderFacts.Name)?[kind] is JsonObject set
        ? new OfficeReminders(
            [.. (set["before"] as JsonArray ?? []).Select(text => StepLength.Parse(TaskResult.TextOf(text))).OfType<StepLength>()],
            StepLength.Parse(TaskResult.TextOf(set["every"])),
            StepLength.Parse(TaskResult.TextOf(set["escalateAfter"])),
            TaskResult.TextOf(set["escalateTo"]) is { Length: > 0 } role ? role : Audit.Roles.OfficeLeader,
            TaskResult.TextOf(set["remindTo"]) is { Length: > 0 } reminded ? reminded : null,
            Channel(set["remindBy"]),
            Channel(set["escalateBy"]))
        : null;

    /// <summary>The ladder for a last day.</summary>
    /// <param name="lastOn">The last day.</param>
    /// <param name="reminded">Who is reminded when the office says nothing; null for the one who has the task.</param>
    /// <param name="actByOn">The working day that lengths in working days count back from; null for the last day itself.</param>
    public IEnumerable<Rung> Rungs(DateOnly lastOn, string? reminded, DateOnly? actByOn = null)
    {
        reminded = RemindTo ?? reminded;
        foreach (var length in Before)
        {
            yield return new Rung(
                $"before:{length}", RungKind.Remind, length.Before(length.Unit == PeriodUnit.WorkingDay ? actByOn ?? lastOn : lastOn), reminded, Channel: RemindBy);
        }

        if (Every is { } every)
        {
            yield return new Rung("every", RungKind.Remind, every.After(lastOn), reminded, every, Channel: RemindBy);
        }

        if (EscalateAfter is { } patience)
        {
            yield return new Rung($"escalate:{patience}", RungKind.Escalate, patience.After(lastOn), EscalateTo, Channel: EscalateBy);
        }
    }

    private static RungChannel Channel(JsonNode? node) => Enum.TryParse<RungChannel>(TaskResult.TextOf(node), out var channel) ? channel : RungChannel.Both;
}
