using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.Components;

/// <summary>How far away a day is on which something must be done, in words, and how urgent that is.</summary>
internal static class DueDates
{
    /// <summary>Days within which a date counts as near.</summary>
    private const int NearDays = 3;

    /// <summary>Such as <c>om 3 dager</c>, <c>i dag</c> or <c>2 dager over</c>.</summary>
    public static LocalizedText Words(DateOnly on, DateOnly today) => (on.DayNumber - today.DayNumber) switch
    {
        0 => new("i dag", "i dag", "today"),
        1 => new("i morgen", "i morgon", "tomorrow"),
        -1 => new("1 dag over", "1 dag over", "1 day over"),
        > 1 and var left => Messages.Format(new("om {0} dager", "om {0} dagar", "in {0} days"), left),
        var over => Messages.Format(new("{0} dager over", "{0} dagar over", "{0} days over"), -over),
    };

    /// <summary>Colour of a <c>Tag</c>; null when the day is far away and needs none. The words say the same.</summary>
    public static string? Color(DateOnly on, DateOnly today) => (on.DayNumber - today.DayNumber) switch
    {
        < 0 => "danger",
        <= NearDays => "warning",
        _ => null,
    };
}
