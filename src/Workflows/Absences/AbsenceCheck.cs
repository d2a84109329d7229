namespace IndividualPlan.Workflows.Absences;

/// <summary>What is wrong with an absence that someone wants to register or change.</summary>
public enum AbsenceProblem
{
    /// <summary>It ends before it begins.</summary>
    EndsBeforeItBegins,

    /// <summary>Someone would stand in for themselves.</summary>
    OwnSubstitute,

    /// <summary>The user is registered as away on some of the days already.</summary>
    Overlaps,

    /// <summary>On some day the substitutes would stand in for each other in a circle.</summary>
    Circle,

    /// <summary>On some day there would be more substitutes in a row than <see cref="Substitution.MaxSteps"/>.</summary>
    ChainTooLong,

    /// <summary>On some day the substitute is away as well, and nobody stands in for the substitute.</summary>
    NobodyThere,
}

/// <summary>Finds what is wrong with an absence before it is registered, looking at each day on which something changes.</summary>
public static class AbsenceCheck
{
    /// <summary>The first thing that is wrong, or null.</summary>
    /// <param name="userId">Who is to be away.</param>
    /// <param name="fromOn">First day.</param>
    /// <param name="toOn">Last day.</param>
    /// <param name="substituteId">Who is to stand in, or null.</param>
    /// <param name="others">All other absences that touch the period; the one that is changed is not among them.</param>
    public static AbsenceProblem? Find(string userId, DateOnly fromOn, DateOnly toOn, string? substituteId, IReadOnlyCollection<Absence> others)
    {
        if (toOn < fromOn)
        {
            return AbsenceProblem.EndsBeforeItBegins;
        }

        if (substituteId == userId)
        {
            return AbsenceProblem.OwnSubstitute;
        }

        var standing = others.Where(other => other.CancelledAt is null && other.FromOn <= toOn && other.ToOn >= fromOn).ToList();
        if (standing.Any(other => other.UserId == userId))
        {
            return AbsenceProblem.Overlaps;
        }

        return substituteId is null ? null : Days(fromOn, standing).Select(day => Follow(userId, substituteId, standing, day)).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Between these days nothing changes: the first one, and each on which someone goes or comes back.</summary>
    private static IEnumerable<DateOnly> Days(DateOnly fromOn, List<Absence> standing) =>
        standing.SelectMany(other => new[] { other.FromOn, other.ToOn.AddDays(1) }).Where(day => day > fromOn).Append(fromOn).Distinct().Order();

    private static AbsenceProblem? Follow(string userId, string substituteId, List<Absence> standing, DateOnly day)
    {
        var away = standing.Where(other => other.CoversOn(day)).ToLookup(other => other.UserId, StringComparer.Ordinal);
        var worker = substituteId;
        for (var step = 1; step <= Substitution.MaxSteps; step++)
        {
            if (away[worker].FirstOrDefault() is not { } absence)
            {
                return null;
            }

            switch (absence.SubstituteId)
            {
                case null:
                    return AbsenceProblem.NobodyThere;
                case var next when next == userId:
                    return AbsenceProblem.Circle;
                case var next:
                    worker = next;
                    break;
            }
        }

        return AbsenceProblem.ChainTooLong;
    }
}
