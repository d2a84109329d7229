using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Plans;

/// <summary>When a plan is revised next: as the plan states, else by the rule set's default (D-17, L-87).</summary>
public static class RevisionSchedule
{
    /// <summary>The next revision counted from a day: the sooner of the plan's interval and its next extra date. Rolls to a working day.</summary>
    /// <param name="ruleSet">Default and maximum interval.</param>
    /// <param name="fromOn">Day of approval or of the last revision.</param>
    /// <param name="period">The plan's own times, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The plan's interval is above the maximum.</exception>
    public static ComputedDeadline Next(RuleSet ruleSet, DateOnly fromOn, PlanPeriod? period)
    {
        var rule = ruleSet.Deadline(DeadlineKeys.PlanRevision);
        var regular = period?.RevisionMonths is { } months ? DeadlineCalendar.Compute(fromOn, rule, months) : DeadlineCalendar.Compute(fromOn, rule);
        var extra = period?.ExtraRevisionsOn.Where(date => date > fromOn).Order().Cast<DateOnly?>().FirstOrDefault();
        return extra < regular.RawOn ? DeadlineCalendar.Named(fromOn, extra.Value, rule) : regular;
    }

    /// <summary>A date that a person has chosen for the next revision, within the maximum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is not after <paramref name="fromOn"/>, or later than the maximum interval allows.</exception>
    public static ComputedDeadline Chosen(RuleSet ruleSet, DateOnly fromOn, DateOnly chosenOn)
    {
        var rule = ruleSet.Deadline(DeadlineKeys.PlanRevision);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(chosenOn, fromOn);
        if (rule.MaximumAmount is { } maximum)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(chosenOn, DeadlineCalendar.RawEnd(fromOn, maximum, rule.Unit));
        }

        return DeadlineCalendar.Named(fromOn, chosenOn, rule);
    }
}
