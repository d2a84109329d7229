namespace IndividualPlan.Workflows.Coordinators;

/// <summary>Days on which nobody coordinates, which the law does not allow (F1110 § 3) and which is an incident.</summary>
/// <param name="FromOn">First day without.</param>
/// <param name="ToOn">Last day without; null when no successor is known.</param>
public sealed record CoordinatorGap(DateOnly FromOn, DateOnly? ToOn);

/// <summary>Whether someone is responsible at all times (F1110 § 3, L-70).</summary>
public static class CoordinatorCoverage
{
    /// <summary>The gap that the date lies in; null when a coordinator is in place. A specialist health coordinator does not fill it (L-65).</summary>
    /// <param name="periods">All periods of the case.</param>
    /// <param name="on">The date asked about.</param>
    public static CoordinatorGap? FindGap(IEnumerable<CoordinatorPeriod> periods, DateOnly on)
    {
        var counting = Counting(periods);
        if (counting.Any(period => period.IsInPlaceOn(on)))
        {
            return null;
        }

        var lastBefore = counting.Where(period => period.ToOn < on).Max(period => period.ToOn);
        var firstAfter = counting.Where(period => period.FromOn > on).Min(period => (DateOnly?)period.FromOn);
        return new CoordinatorGap(lastBefore?.AddDays(1) ?? on, firstAfter?.AddDays(-1));
    }

    /// <summary>The first gap on or after the date: where the cover known today ends. Null when someone is in place without a last day.</summary>
    public static CoordinatorGap? NextGap(IEnumerable<CoordinatorPeriod> periods, DateOnly from)
    {
        var counting = Counting(periods);
        for (var date = from; ;)
        {
            var inPlace = counting.Where(period => period.IsInPlaceOn(date)).ToArray();
            if (inPlace.Length == 0)
            {
                return FindGap(counting, date);
            }

            if (inPlace.Any(period => period.ToOn is null))
            {
                return null;
            }

            date = inPlace.Max(period => period.ToOn!.Value).AddDays(1);
        }
    }

    /// <summary>The coordinator in place on the date, the one appointed last when several overlap; null in a gap.</summary>
    public static CoordinatorPeriod? InPlaceOn(IEnumerable<CoordinatorPeriod> periods, DateOnly on) =>
        Counting(periods).Where(period => period.IsInPlaceOn(on)).MaxBy(period => period.FromOn);

    private static CoordinatorPeriod[] Counting(IEnumerable<CoordinatorPeriod> periods) =>
        [.. periods.Where(period => period.Type != CoordinatorType.SpecialistHealth && period.State is CoordinatorState.Appointed or CoordinatorState.Ended)];
}
