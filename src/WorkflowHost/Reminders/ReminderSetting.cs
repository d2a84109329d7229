using IndividualPlan.Workflows.Activities;

namespace IndividualPlan.WorkflowHost.Reminders;

/// <summary>What the office has set for a kind of deadline or for tasks, from a day on. Kept for ever: which reminders counted when can be looked up.</summary>
internal sealed class ReminderSetting
{
    public Guid Id { get; set; }

    /// <summary>Key of a deadline, or <see cref="ReminderFacts.Tasks"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The first Norwegian day on which it counts. Ladders that have begun go on as they are.</summary>
    public DateOnly FromOn { get; set; }

    /// <summary>Whether the product's own reminders count again from that day; the rest is then empty.</summary>
    public bool IsReset { get; set; }

    /// <summary>How long before the last day, one a line, as drawings write lengths.</summary>
    public string Before { get; set; } = "";

    public string? Every { get; set; }

    public string? EscalateAfter { get; set; }

    public string EscalateTo { get; set; } = "";

    /// <summary>Role of those who are reminded; null for the one whose turn it is.</summary>
    public string? RemindTo { get; set; }

    public RungChannel RemindBy { get; set; }

    public RungChannel EscalateBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public string MadeBy { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>The lines of <see cref="Before"/>.</summary>
    public IReadOnlyList<string> BeforeLines => Before.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
