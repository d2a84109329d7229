namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Arithmetic over working days: every day that is neither Saturday, Sunday nor public holiday (domstolloven § 149).</summary>
public static class WorkingDays
{
    /// <summary>Whether the date is a working day.</summary>
    public static bool IsWorkingDay(DateOnly date) => WhyNot(date) is null;

    /// <summary>Why the date is no working day, as a short English phrase; null when it is one. A holiday's name goes before the weekday's.</summary>
    public static string? WhyNot(DateOnly date) =>
        NorwegianHolidays.NameOf(date)
        ?? date.DayOfWeek switch
        {
            DayOfWeek.Saturday => "Saturday",
            DayOfWeek.Sunday => "Sunday",
            _ => null,
        };

    /// <summary>The date itself when it is a working day, else the next one.</summary>
    public static DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The date itself when it is a working day, else the one before.</summary>
    public static DateOnly OnOrBefore(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(-1);
        }

        return date;
    }

    /// <summary>Moves the given number of working days forward, or back when negative. The start day is not counted; 0 gives the date itself.</summary>
    public static DateOnly Add(DateOnly date, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            date = date.AddDays(step);
            if (IsWorkingDay(date))
            {
                left--;
            }
        }

        return date;
    }

    /// <summary>Moves the given number of working days back; the start day is not counted.</summary>
    public static DateOnly Subtract(DateOnly date, int workingDays) => Add(date, -workingDays);

    /// <summary>Number of working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> lies before.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var (first, last, sign) = from <= to ? (from, to, 1) : (to, from, -1);
        var count = 0;
        for (var date = first.AddDays(1); date <= last; date = date.AddDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return sign * count;
    }
}
