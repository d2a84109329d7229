using System.Globalization;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>A year, or a quarter of it. In addresses <c>2027</c> or <c>2027-2</c>.</summary>
internal sealed record ReportPeriod(int Year, int? Quarter)
{
    public const int FirstYear = 2000;
    public const int LastYear = 2200;

    public DateOnly FromOn => new(Year, Quarter is { } quarter ? (quarter * 3) - 2 : 1, 1);

    /// <summary>The last day.</summary>
    public DateOnly ToOn => new DateOnly(Year, (Quarter ?? 4) * 3, 1).AddMonths(1).AddDays(-1);

    public LocalizedText Name => Quarter is { } quarter
        ? new($"{quarter}. kvartal {Year}", $"{quarter}. kvartal {Year}", $"Quarter {quarter} of {Year}")
        : new($"{Year}", $"{Year}", $"{Year}");

    /// <summary>The quarter that a day belongs to.</summary>
    public static ReportPeriod QuarterOf(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    public static ReportPeriod? Read(string? text)
    {
        var parts = (text ?? "").Trim().Split('-');
        return parts.Length is 1 or 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear
            ? parts.Length == 1 ? new ReportPeriod(year, null)
                : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var quarter) && quarter is >= 1 and <= 4 ? new ReportPeriod(year, quarter)
                : null
            : null;
    }

    public override string ToString() => Quarter is { } quarter ? $"{Year}-{quarter}" : $"{Year}";
}

/// <summary>What figures are narrowed to, as it stands in the address.</summary>
/// <param name="Period">The period; the year that runs when null.</param>
/// <param name="Unit">Code of the unit; null for all that the user may count.</param>
/// <param name="Track">Legal track; null for all.</param>
internal sealed record StatisticsFilter(ReportPeriod? Period, string? Unit, string? Track)
{
    public static readonly StatisticsFilter None = new(null, null, null);

    /// <summary>Reads the filter; adds what is wrong to the errors and leaves that part out.</summary>
    public static StatisticsFilter Read(HttpRequest request, FieldErrors errors)
    {
        var (period, unit, track) = (Given(request, "period"), Given(request, "unit"), Given(request, "track"));
        var read = ReportPeriod.Read(period);
        if (period is not null && read is null)
        {
            errors.Add("period", new("Skriv et år eller et kvartal, for eksempel 2027 eller 2027-2.", "Skriv eit år eller eit kvartal, til dømes 2027 eller 2027-2.", "Write a year or a quarter, such as 2027 or 2027-2."));
        }

        if (unit?.Length > TextLimits.Code)
        {
            errors.AtMost(unit, TextLimits.Code, "unit");
            unit = null;
        }

        if (track is not null && !RuleBook.Embedded.Sets.Any(set => set.Tracks.ContainsKey(track)))
        {
            errors.Add("track", Messages.Format(Messages.OneOf, string.Join(", ", RuleBook.Embedded.Sets.SelectMany(static set => set.Tracks.Keys).Distinct())));
            track = null;
        }

        return new StatisticsFilter(read, unit, track);
    }

    /// <summary>An address with this filter in it.</summary>
    public string To(string path) => path + QueryString.Create(
        new[] { KeyValuePair.Create("period", Period?.ToString()), KeyValuePair.Create("unit", Unit), KeyValuePair.Create("track", Track) }.Where(static q => q.Value is not null));

    private static string? Given(HttpRequest request, string name) => request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
