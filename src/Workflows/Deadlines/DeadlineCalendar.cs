namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Counts deadlines as domstolloven §§ 148–149 says (domain §3.2), in Norwegian dates only.</summary>
public static class DeadlineCalendar
{
    /// <summary>Counts the rule's own length from the day of the start event.</summary>
    /// <param name="startOn">The day the event happened, Norwegian date; it is not counted itself.</param>
    /// <param name="rule">The rule; its length must be set.</param>
    /// <exception cref="ArgumentException">The rule has no length of its own, so someone must name the date.</exception>
    public static ComputedDeadline Compute(DateOnly startOn, DeadlineRule rule) =>
        rule.Amount is { } amount
            ? Compute(startOn, rule, amount)
            : throw new ArgumentException($"The rule {rule.Key} has no length of its own; its date is named by someone.", nameof(rule));

    /// <summary>Counts a chosen length under the rule, for example a plan's own revision interval (D-17).</summary>
    /// <param name="startOn">The day the event happened; not counted.</param>
    /// <param name="rule">The rule that says unit and rolling.</param>
    /// <param name="amount">Length in the rule's unit; positive, at most the rule's maximum where it has one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive or above the maximum.</exception>
    public static ComputedDeadline Compute(DateOnly startOn, DeadlineRule rule, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        if (rule.MaximumAmount is { } maximum)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, maximum);
        }

        return Finish(startOn, RawEnd(startOn, amount, rule.Unit), rule);
    }

    /// <summary>Takes a date that someone has named (a promised date, a plan's own date) and rolls it as the rule says.</summary>
    public static ComputedDeadline Named(DateOnly startOn, DateOnly namedOn, DeadlineRule rule) => Finish(startOn, namedOn, rule);

    /// <summary>Where a period ends by counting alone, before any rolling.</summary>
    public static DateOnly RawEnd(DateOnly startOn, int amount, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => startOn.AddDays(amount),
        PeriodUnit.WorkingDay => WorkingDays.Add(startOn, amount),
        PeriodUnit.Week => startOn.AddDays(7 * amount),
        PeriodUnit.Month => startOn.AddMonths(amount),
        _ => startOn.AddYears(amount),
    };

    private static ComputedDeadline Finish(DateOnly startOn, DateOnly rawOn, DeadlineRule rule)
    {
        var effectiveOn = rule.Rolls ? WorkingDays.OnOrAfter(rawOn) : rawOn;
        var passed = new List<string>();
        for (var date = rawOn; date < effectiveOn; date = date.AddDays(1))
        {
            passed.Add(WorkingDays.WhyNot(date)!);
        }

        return new ComputedDeadline(
            rule.Key,
            startOn,
            rawOn,
            effectiveOn,
            passed.Count == 0 ? null : string.Join(", ", passed),
            WorkingDays.OnOrBefore(effectiveOn));
    }
}
