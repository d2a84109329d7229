using System.Globalization;
using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>ISO 8601 periods as people write them: years, months, weeks and days by the Norwegian calendar, hours and less by the clock.</summary>
internal static partial class IsoPeriod
{
    /// <exception cref="FormatException">Not a period.</exception>
    public static DateTimeOffset AddTo(DateTimeOffset at, string period)
    {
        var match = Pattern().Match(period.Trim());
        if (!match.Success || period.Trim().EndsWith('T') || period.Trim() == "P")
        {
            throw new FormatException("Not an ISO 8601 period.");
        }

        var local = NorwegianTime.LocalOf(at);
        var date = DateOnly.FromDateTime(local.DateTime)
            .AddYears(Part(match, "y")).AddMonths(Part(match, "m")).AddDays((7 * Part(match, "w")) + Part(match, "d"));
        var moved = date == DateOnly.FromDateTime(local.DateTime) ? at : NorwegianTime.At(date, TimeOnly.FromDateTime(local.DateTime));
        return moved + new TimeSpan(Part(match, "h"), Part(match, "min"), Part(match, "s"));
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^P(?:(?<y>\d+)Y)?(?:(?<m>\d+)M)?(?:(?<w>\d+)W)?(?:(?<d>\d+)D)?(?:T(?:(?<h>\d+)H)?(?:(?<min>\d+)M)?(?:(?<s>\d+)S)?)?$")]
    private static partial Regex Pattern();
}
