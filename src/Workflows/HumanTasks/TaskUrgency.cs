using System.Globalization;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>The order in which work is listed: the nearest legal deadline first, then the nearest due date; what has neither comes last.</summary>
public static class TaskUrgency
{
    /// <summary>Length of the text.</summary>
    public const int Length = 17;

    private const string None = "99999999";

    /// <summary>The order as a text that sorts by itself, such as <c>20270211-20270204</c>.</summary>
    /// <param name="legalDeadlineOn">The last day that the law allows, or null.</param>
    /// <param name="dueOn">When it should be done, or null.</param>
    public static string Of(DateOnly? legalDeadlineOn, DateOnly? dueOn) => $"{Day(legalDeadlineOn)}-{Day(dueOn)}";

    private static string Day(DateOnly? date) => date?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? None;
}
