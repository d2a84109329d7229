using System.Text.Json.Nodes;

namespace IndividualPlan.Testing.Journeys;

/// <summary>What must be true of the office's figures (domain §5.2).</summary>
public static class ThenFigures
{
    /// <summary>A column of a report's table counts so many; of one row when that is named.</summary>
    public static async Task TheFigureIs(this Then then, string report, string table, string column, int expected, string? row = null)
    {
        var found = await then.Figures(report, table);
        var columns = found["columns"]!.AsArray();
        var index = columns.Select(static c => (string)c!["column"]!).ToList().IndexOf(column);
        var counted = row is null ? columns[index]!["total"]!.GetValue<int>() : RowOf(found, row) is { } line ? line["counts"]![index]!.GetValue<int>() : 0;
        Then.Same($"{report} {table} {row} {column}", expected.ToString(System.Globalization.CultureInfo.InvariantCulture), counted.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>All of a report's table counts so many.</summary>
    public static async Task TheFiguresCount(this Then then, string report, string table, int expected) =>
        Then.Same($"{report} {table}", expected.ToString(System.Globalization.CultureInfo.InvariantCulture), (await then.Figures(report, table))["total"]!.ToString());

    /// <summary>Half of what a row measures took no longer than so many days.</summary>
    public static async Task TheDaysAre(this Then then, string report, string table, string row, int median) =>
        Then.Same(
            $"{report} {table} {row}", median.ToString(System.Globalization.CultureInfo.InvariantCulture), RowOf(await then.Figures(report, table), row)?["days"]?["median"]?.ToString());

    private static async Task<JsonNode> Figures(this Then then, string report, string table) =>
        (await then.Journey.GetAsync("leader", "/api/statistics/" + report))["tables"]!.AsArray().Single(t => (string)t!["table"]! == table)!;

    private static JsonNode? RowOf(JsonNode table, string row) => table["rows"]!.AsArray().FirstOrDefault(r => (string)r!["row"]! == row);
}
