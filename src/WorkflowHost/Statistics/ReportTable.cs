namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>A row of a table: how many in each column, and how long it took.</summary>
/// <param name="Key">Key of the row.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Counts">How many, by column.</param>
/// <param name="Days">How long it took; null where nothing is measured.</param>
internal sealed record ReportRow(string Key, LocalizedText Name, IReadOnlyList<int> Counts, Duration? Days)
{
    public int Total => Counts.Sum();
}

/// <summary>How long something took, in whole days.</summary>
/// <param name="Median">Half took no longer.</param>
/// <param name="NinetiethPercentile">Nine of ten took no longer.</param>
/// <param name="Of">How many were measured.</param>
internal sealed record Duration(int Median, int NinetiethPercentile, int Of)
{
    /// <summary>From how many there are of each number of days.</summary>
    public static Duration? From(IEnumerable<(int Days, int Count)> measured)
    {
        var sorted = measured.GroupBy(static m => m.Days).Select(static g => (Days: g.Key, Count: g.Sum(static m => m.Count))).OrderBy(static m => m.Days).ToList();
        var of = sorted.Sum(static m => m.Count);
        return of == 0 ? null : new Duration(At(sorted, (of + 1) / 2), At(sorted, ((of * 9) + 9) / 10), of);
    }

    /// <summary>The days of the one at a place in the line, the shortest first.</summary>
    private static int At(List<(int Days, int Count)> sorted, int place)
    {
        foreach (var (days, count) in sorted)
        {
            place -= count;
            if (place <= 0)
            {
                return days;
            }
        }

        return sorted[^1].Days;
    }
}

/// <summary>A table with its figures.</summary>
internal sealed record ReportTable(TableShape Shape, IReadOnlyList<ReportRow> Rows, Duration? Days)
{
    public int Total => Rows.Sum(static r => r.Total);

    public int TotalOf(int column) => Rows.Sum(r => r.Counts[column]);

    /// <summary>How many of a funnel came at least to a row.</summary>
    public int Reached(int row) => Rows.Skip(row).Sum(static r => r.Total);

    /// <summary>The column whose share is shown, or null.</summary>
    public int? ShareColumn => Shape.ShareOf is { } key && Shape.Columns.ToList().FindIndex(c => c.Key == key) is >= 0 and var index ? index : null;

    /// <summary>Puts figures in their cells. Figures of columns that the shape does not know are left out.</summary>
    public static ReportTable Of(TableShape shape, IEnumerable<Figure> figures)
    {
        var own = figures.Where(f => f.Table == shape.Key).ToList();
        var byRow = own.ToLookup(static f => f.Row);
        var rows = shape.Order.Concat(byRow.Select(static g => g.Key).Except(shape.Order)
                .OrderByDescending(key => byRow[key].Sum(static f => f.Count)).ThenBy(static key => key, StringComparer.Ordinal))
            .Select(key => new ReportRow(
                key, shape.NameOf(key), [.. shape.Columns.Select(c => byRow[key].Where(f => f.Column == c.Key).Sum(static f => f.Count))], DaysOf(shape, byRow[key])));
        return new ReportTable(shape, [.. rows], DaysOf(shape, own));
    }

    private static Duration? DaysOf(TableShape shape, IEnumerable<Figure> figures) => shape.Days is null
        ? null
        : Duration.From(figures.Where(f => shape.DaysOf.Count == 0 || shape.DaysOf.Contains(f.Column)).Select(static f => (f.Days, f.Count)));
}
