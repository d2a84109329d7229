namespace IndividualPlan.Workflows.Absences;

/// <summary>
/// Who does whose work on one day. It is worked out when it is asked for, from the absences as they are then, so that chains hold when a substitute is
/// away as well (zammad#3694), and nothing has to be put back when someone returns.
/// </summary>
public sealed class Substitution
{
    /// <summary>Most substitutes in a row.</summary>
    public const int MaxSteps = 4;

    private readonly Dictionary<string, Absence> _absences = new(StringComparer.Ordinal);

    /// <summary>Looks at one day.</summary>
    /// <param name="absences">Absences; those that do not cover the day are left out.</param>
    /// <param name="on">The Norwegian day.</param>
    public Substitution(IEnumerable<Absence> absences, DateOnly on)
    {
        foreach (var absence in absences.Where(absence => absence.CoversOn(on)))
        {
            // Two that overlap are refused when they are registered; should there be two all the same, one with a substitute counts.
            if (!_absences.TryGetValue(absence.UserId, out var other) || other.SubstituteId is null)
            {
                _absences[absence.UserId] = absence;
            }
        }
    }

    /// <summary>The user's absence on the day, or null when the user is there.</summary>
    public Absence? AbsenceOf(string userId) => _absences.GetValueOrDefault(userId);

    /// <summary>Who does the user's work: the user who is there, else the first in the chain of substitutes who is. Null when nobody is.</summary>
    public string? WorkerFor(string userId)
    {
        var worker = userId;
        for (var step = 0; step <= MaxSteps; step++)
        {
            if (AbsenceOf(worker) is not { } absence)
            {
                return worker;
            }

            if (absence.SubstituteId is not { } next || next == userId)
            {
                return null;
            }

            worker = next;
        }

        return null;
    }

    /// <summary>Those who are away and whose work the user does.</summary>
    public IReadOnlyList<string> CoveredBy(string userId) =>
        [.. _absences.Keys.Where(absent => WorkerFor(absent) == userId).Order(StringComparer.Ordinal)];

    /// <summary>Those who are away and whose work nobody does.</summary>
    public IReadOnlyList<string> Uncovered => [.. _absences.Keys.Where(absent => WorkerFor(absent) is null).Order(StringComparer.Ordinal)];
}
