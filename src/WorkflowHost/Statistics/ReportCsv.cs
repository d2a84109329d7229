using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>A report as a file that leaves the office: small numbers are not in it, nor anything from which they could be computed; see <see cref="SmallNumbers"/>.</summary>
internal static class ReportCsv
{
    private static readonly LocalizedText Rule = new(
        $"Tall fra 1 til {SmallNumbers.Limit - 1} vises ikke. «Skjult» betyr at tallet er tatt ut for at et slikt tall ikke skal kunne regnes ut. Saker med strengt fortrolig adresse er ikke med.",
        $"Tal frå 1 til {SmallNumbers.Limit - 1} blir ikkje viste. «Skjult» tyder at talet er teke ut for at eit slikt tal ikkje skal kunne reknast ut. Saker med strengt fortruleg adresse er ikkje med.",
        $"Numbers from 1 to {SmallNumbers.Limit - 1} are not shown. “Hidden” means that the number is left out so that such a number cannot be computed. Cases with a strictly confidential address are not included.");

    public static byte[] Write(ReportView view, string language) => Csv.Write(Lines(view, language));

    private static IEnumerable<IEnumerable<string>> Lines(ReportView view, string language)
    {
        string T(LocalizedText text) => text.In(language);
        yield return [$"{view.Report.Number} {T(view.Report.Name)}"];
        yield return [T(new("Periode", "Periode", "Period")), T(view.Period.Name)];
        yield return [T(new("Til og med", "Til og med", "Up to and including")), Dates.Show(view.UpToOn, language)];
        yield return [T(StatisticsWords.Unit), view.Filter.Unit is { } unit ? T(RoleNames.Service(unit)) : T(new("Alle", "Alle", "All"))];
        yield return [T(new("Saksområde", "Saksområde", "Track")), view.Filter.Track is { } track ? T(StatisticsWords.NameOfTrack(track)) : T(new("Alle", "Alle", "All"))];
        yield return [T(Rule)];
        foreach (var table in view.Tables.Where(view.Has))
        {
            yield return [];
            yield return [T(table.Shape.Heading)];
            foreach (var line in Lines(table, language))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string[]> Lines(ReportTable table, string language)
    {
        var shape = table.Shape;
        var hasRowTotals = shape.Columns.Count > 1;
        string[] days = shape.Days is null ? [] : [StatisticsWords.Median.In(language), StatisticsWords.NinetiethPercentile.In(language)];
        yield return [shape.RowsAre.In(language), .. shape.Columns.Select(c => c.Name.In(language)), .. hasRowTotals ? [StatisticsWords.Total.In(language)] : Array.Empty<string>(), .. days];
        if (table.Rows.Count == 0)
        {
            yield break;
        }

        var shown = shape.RowsStandAlone
            ? table.Rows.SelectMany(r => Cells([r], language))
            : Cells(table.Rows, language);
        foreach (var (cells, index) in shown.Select(static (cells, index) => (cells, index)))
        {
            var (name, took) = index < table.Rows.Count ? (table.Rows[index].Name, table.Rows[index].Days) : (StatisticsWords.Total, table.Days);
            yield return [name.In(language), .. cells, .. days.Length == 0 ? [] : Days(took, language)];
        }
    }

    /// <summary>Rows of numbers with their totals, small ones hidden.</summary>
    private static IEnumerable<string[]> Cells(IReadOnlyList<ReportRow> rows, string language)
    {
        var counts = new int[rows.Count, rows[0].Counts.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < counts.GetLength(1); column++)
            {
                counts[row, column] = rows[row].Counts[column];
            }
        }

        var (all, hidden) = (SmallNumbers.WithTotals(counts), SmallNumbers.Hide(counts));
        for (var row = 0; row < all.GetLength(0); row++)
        {
            yield return [.. Enumerable.Range(0, all.GetLength(1)).Select(column => hidden[row, column] switch
            {
                Hiding.Few => StatisticsWords.Few.In(language),
                Hiding.Protects => StatisticsWords.Protects.In(language),
                _ => all[row, column].ToString(CultureInfo.InvariantCulture),
            })];
        }
    }

    /// <summary>How long it took, when enough were measured to tell of no one.</summary>
    private static string[] Days(Duration? took, string language) => took switch
    {
        null => ["", ""],
        { Of: < SmallNumbers.Limit } => [StatisticsWords.Protects.In(language), StatisticsWords.Protects.In(language)],
        _ => [took.Median.ToString(CultureInfo.InvariantCulture), took.NinetiethPercentile.ToString(CultureInfo.InvariantCulture)],
    };
}
