using System.Globalization;

namespace IndividualPlan.Workflows.Activities;

/// <summary>The next rung of a ladder as its timer names it: what will be told, to whom, and about what.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Rung">Which rung; see <see cref="Rung.FullName"/>.</param>
/// <param name="Role">Who is told; null when it is the one who has the task.</param>
/// <param name="TaskWaitId">The wait of the task that it is about; null when it is about a deadline.</param>
/// <param name="Deadline">Key of the deadline that it is about; null when it is about a task.</param>
public sealed record NextRung(RungKind Kind, string Rung, string? Role, int? TaskWaitId, string? Deadline)
{
    private const char Between = '|';
    private const string First = "rung";

    /// <summary>Reads the name of a wait.</summary>
    /// <param name="name">The name; null when the wait has none.</param>
    /// <returns>The rung; null when the wait is not that of a ladder.</returns>
    public static NextRung? Read(string? name) =>
        name?.Split(Between) is [First, var kind, var rung, var role, var task, var deadline] && Enum.TryParse<RungKind>(kind, out var parsed)
            ? new(parsed, rung, Given(role), int.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var waitId) ? waitId : null, Given(deadline))
            : null;

    /// <summary>The name of the wait.</summary>
    public override string ToString() => string.Join(Between, First, Kind, Rung, Role, TaskWaitId?.ToString(CultureInfo.InvariantCulture), Deadline);

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
