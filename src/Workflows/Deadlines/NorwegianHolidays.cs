namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Norwegian public holidays by rule, for any year of the Gregorian calendar (D-21; helligdagsfredloven § 2, lov 26 April 1947).</summary>
/// <remarks>Christmas Eve, New Year's Eve and Easter Saturday are not holidays in law. Sundays are not listed unless they carry a name of their own.</remarks>
public static class NorwegianHolidays
{
    private static readonly (int Offset, string Name)[] AroundEaster =
    [
        (-3, "Maundy Thursday"), (-2, "Good Friday"), (0, "Easter Sunday"), (1, "Easter Monday"),
        (39, "Ascension Day"), (49, "Whit Sunday"), (50, "Whit Monday"),
    ];

    private static readonly (int Month, int Day, string Name)[] Fixed =
    [
        (1, 1, "New Year's Day"), (5, 1, "Labour Day"), (5, 17, "Constitution Day"), (12, 25, "Christmas Day"), (12, 26, "Boxing Day"),
    ];

    /// <summary>Easter Sunday of the year, by the anonymous Gregorian computus.</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var inCentury = year % 100;
        var moonCorrection = ((8 * century) + 13) / 25;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var daysToSunday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * daysToSunday)) / 451;
        var day = epact + daysToSunday - (7 * late) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }

    /// <summary>The holidays of the year in date order; a date with two names (Whit Monday on 17 May) is there once.</summary>
    public static IReadOnlyList<DateOnly> InYear(int year) =>
        [.. Named(year).Select(holiday => holiday.On).Distinct().Order()];

    /// <summary>The name of the holiday on the date, two names joined by a slash; null when it is none.</summary>
    public static string? NameOf(DateOnly date)
    {
        var names = Named(date.Year).Where(holiday => holiday.On == date).Select(holiday => holiday.Name).ToArray();
        return names.Length == 0 ? null : string.Join('/', names);
    }

    private static IEnumerable<(DateOnly On, string Name)> Named(int year)
    {
        var easter = EasterSunday(year);
        return AroundEaster.Select(holiday => (easter.AddDays(holiday.Offset), holiday.Name))
            .Concat(Fixed.Select(holiday => (new DateOnly(year, holiday.Month, holiday.Day), holiday.Name)));
    }
}
