using System.Globalization;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Testing.Journeys;

/// <summary>Times as the scenarios write them: Norwegian local time.</summary>
internal static class NorwegianClock
{
    private const string Format = "yyyy-MM-dd HH:mm";

    public static DateTimeOffset Instant(string text)
    {
        var local = DateTime.ParseExact(text, Format, CultureInfo.InvariantCulture);
        return NorwegianTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    public static string Text(DateTimeOffset instant) => NorwegianTime.LocalOf(instant).ToString(Format, CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset instant) => NorwegianTime.DateOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
