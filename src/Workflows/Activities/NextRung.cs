using System.Globalization;

namespace IndividualPlan.Workflows.Activities;

/// <summary>The next rung of a ladder as its timer names it: what will be told, to whom, and about what, with the rungs that come after it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Rung">Which rung; see <see cref="Rung.FullName"/>.</param>
/// <param name="Role">Who is told; null when it is the one who has the task.</param>
/// <param name="TaskWaitId">The wait of the task that it is about; null when it is about a deadline.</param>
/// <param name="Deadline">Key of the deadline that it is about; null when it is about a task.</param>
public sealed record NextRung(RungKind Kind, string Rung, string? Role, int? TaskWaitId, string? Deadline)
{
    private const char Between = '|';
    private const char BetweenRungs = ';';
    private const char BetweenParts = ',';
    private const string First = "rung";

    /// <summary>How those who are told get to know of it.</summary>
    public RungChannel Channel { get; init; }

    /// <summary>How long until it comes again; null for once.</summary>
    public StepLength? Every { get; init; }

    /// <summary>The rungs after it, in order, each with its day. Those of a ladder that began under an older version are not known.</summary>
    public IReadOnlyList<(DateOnly On, NextRung Rung)> Later { get; init; } = [];

    /// <summary>Reads the name of a wait.</summary>
    /// <param name="name">The name; null when the wait has none.</param>
    /// <returns>The rung; null when the wait is not that of a ladder.</returns>
    public static NextRung? Read(string? name)
    {
        if (name?.Split(Between) is not [First, var kind, var rung, var role, var task, var deadline, .. var more] || !Enum.TryParse<RungKind>(kind, out var parsed))
        {
            return null;
        }

        var next = new NextRung(parsed, rung, Given(role), int.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var waitId) ? waitId : null, Given(deadline));
        return more is [var channel, var every, var later]
            ? next with
            {
                Channel = Enum.Parse<RungChannel>(channel),
                Every = StepLength.Parse(every),
                Later = [.. later.Split(BetweenRungs, StringSplitOptions.RemoveEmptyEntries).Select(text => ReadLater(next, text))],
            }
            : next;
    }

    /// <summary>What is told until a day, the nearest first. A rung that comes again is there each time.</summary>
    /// <param name="on">The day of this one.</param>
    /// <param name="until">The last day.</param>
    public IEnumerable<(DateOnly On, NextRung Rung)> Until(DateOnly on, DateOnly until) =>
        Later.Prepend((on, this)).SelectMany(r => Times(r.Item1, r.Item2, until)).Where(r => r.On <= until).OrderBy(static r => r.On).ThenBy(static r => r.Rung.Kind);

    /// <summary>The name of the wait.</summary>
    public override string ToString() => string.Join(
        Between, First, Kind, Rung, Role, TaskWaitId?.ToString(CultureInfo.InvariantCulture), Deadline, Channel, Every, string.Join(BetweenRungs, Later.Select(static l => WriteLater(l.On, l.Rung))));

    private static IEnumerable<(DateOnly On, NextRung Rung)> Times(DateOnly on, NextRung rung, DateOnly until)
    {
        yield return (on, rung);
        while (rung.Every is { Amount: > 0 } every && (on = every.After(on)) <= until)
        {
            yield return (on, rung);
        }
    }

    private static string WriteLater(DateOnly on, NextRung rung) =>
        string.Join(BetweenParts, on.ToString("yyyyMMdd", CultureInfo.InvariantCulture), rung.Kind, rung.Rung, rung.Role, rung.Channel, rung.Every);

    private static (DateOnly On, NextRung Rung) ReadLater(NextRung next, string text) => text.Split(BetweenParts) is [var on, var kind, var rung, var role, var channel, var every]
        ? (DateOnly.ParseExact(on, "yyyyMMdd", CultureInfo.InvariantCulture),
            new NextRung(Enum.Parse<RungKind>(kind), rung, Given(role), next.TaskWaitId, next.Deadline) { Channel = Enum.Parse<RungChannel>(channel), Every = StepLength.Parse(every) })
        : throw new FormatException("A wait names a later rung in a way that is not known.");

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
