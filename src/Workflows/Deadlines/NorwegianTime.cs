namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Norwegian local time (Europe/Oslo), computed by the European rule: summer time from the last Sunday of March to the last Sunday of October, switching at 01:00 UTC.</summary>
/// <remarks>Computed here because dates in law must not depend on which time zone database the machine has (D-26). Valid from 1996; earlier instants are not met in this product.</remarks>
public static class NorwegianTime
{
    /// <summary>Offset from UTC at the instant: one hour, two in summer time.</summary>
    public static TimeSpan OffsetAt(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return utc >= SwitchOn(utc.Year, 3) && utc < SwitchOn(utc.Year, 10) ? TimeSpan.FromHours(2) : TimeSpan.FromHours(1);
    }

    /// <summary>The same instant with Norway's offset.</summary>
    public static DateTimeOffset LocalOf(DateTimeOffset instant) => instant.ToOffset(OffsetAt(instant));

    /// <summary>The Norwegian date of the instant: 23:30 local time counts that day (D-26).</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant).DateTime);

    /// <summary>The instant at which the date begins in Norway, as UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The instant at which the date ends in Norway, the first that no longer belongs to it, as UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));

    /// <summary>The instant of a local time, as UTC. In the hour that comes twice in October the earlier one; in the hour that is skipped in March the time one hour later.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        var asSummer = new DateTimeOffset(local, TimeSpan.FromHours(2));
        return (OffsetAt(asSummer) == TimeSpan.FromHours(2) ? asSummer : new DateTimeOffset(local, TimeSpan.FromHours(1))).ToUniversalTime();
    }

    private static DateTime SwitchOn(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
