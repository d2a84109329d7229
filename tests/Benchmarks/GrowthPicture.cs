using System.Globalization;
using System.Text;

namespace IndividualPlan.Benchmarks;

/// <summary>The growth as curves: a small diagram for each measure, how many cases wait from left to right (each step ten times as many), a line for each database.</summary>
internal static class GrowthPicture
{
    private const int Width = 300;
    private const int Height = 190;
    private const int Left = 54;
    private const int Top = 40;
    private const int Right = 16;
    private const int Bottom = 30;

    private static readonly (string Name, string Unit, Func<GrowthRow, double> Value)[] Measures =
    [
        ("Start-up until ready", "s", static r => r.StartUp),
        ("Memory after the load", "MB", static r => r.ResidentAfter),
        ("A task completed, median", "ms", static r => r.Completion.Median),
        ("Work list of all, median", "ms", static r => r.WorkList.Median),
        ("A case page, median", "ms", static r => r.CasePage.Median),
        ("Ten due timers found", "ms", static r => r.Finding),
    ];

    private static readonly (string Provider, string Colour, string Dash)[] Lines = [("Sqlite", "#0056b4", ""), ("PostgreSql", "#b65300", "6 3")];

    public static string Of(IReadOnlyList<GrowthRow> rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {3 * Width} {(2 * Height) + 30}" font-family="sans-serif" font-size="11" role="img" aria-label="What an office of a thousand to a million waiting cases costs on SQLite and PostgreSQL">
            <rect width="100%" height="100%" fill="#ffffff"/>

            """);
        for (var i = 0; i < Measures.Length; i++)
        {
            Draw(text, rows, Measures[i], i % 3 * Width, i / 3 * Height);
        }

        for (var i = 0; i < Lines.Length; i++)
        {
            var x = Left + (i * 130);
            var y = (2 * Height) + 14;
            text.AppendLine(CultureInfo.InvariantCulture, $"""<line x1="{x}" y1="{y}" x2="{x + 30}" y2="{y}" stroke="{Lines[i].Colour}" stroke-width="2" stroke-dasharray="{Lines[i].Dash}"/><text x="{x + 36}" y="{y + 4}" fill="#23262a">{(i == 0 ? "SQLite" : "PostgreSQL")}</text>""");
        }

        return text.AppendLine("</svg>").ToString();
    }

    private static void Draw(StringBuilder text, IReadOnlyList<GrowthRow> rows, (string Name, string Unit, Func<GrowthRow, double> Value) measure, int x, int y)
    {
        var sizes = rows.Select(static r => r.Cases).Distinct().Order().ToList();
        var most = RoundUp(rows.Max(measure.Value));
        double Across(int cases) => x + Left + ((Width - Left - Right) * (sizes.Count == 1 ? 0.5 : (Math.Log10(cases) - Math.Log10(sizes[0])) / (Math.Log10(sizes[^1]) - Math.Log10(sizes[0]))));
        double Up(double value) => y + Height - Bottom - ((Height - Top - Bottom) * value / most);

        text.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{x + 16}" y="{y + 24}" font-size="13" font-weight="600" fill="#23262a">{measure.Name}</text>""");
        foreach (var part in new[] { 0, 0.5, 1 })
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"""<line x1="{x + Left}" y1="{Up(most * part):F1}" x2="{x + Width - Right}" y2="{Up(most * part):F1}" stroke="#d0d5db"/><text x="{x + Left - 6}" y="{Up(most * part) + 4:F1}" text-anchor="end" fill="#4b5563">{most * part:0.##} {measure.Unit}</text>""");
        }

        foreach (var size in sizes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{Across(size):F1}" y="{y + Height - Bottom + 16}" text-anchor="middle" fill="#4b5563">{(size >= 1_000_000 ? $"{size / 1_000_000} M" : $"{size / 1_000} k")}</text>""");
        }

        foreach (var (provider, colour, dash) in Lines)
        {
            var points = rows.Where(r => r.Provider == provider).OrderBy(static r => r.Cases).Select(r => (X: Across(r.Cases), Y: Up(measure.Value(r)))).ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"""<polyline points="{string.Join(' ', points.Select(static p => string.Create(CultureInfo.InvariantCulture, $"{p.X:F1},{p.Y:F1}")))}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>""");
            points.ForEach(p => text.AppendLine(CultureInfo.InvariantCulture, $"""<circle cx="{p.X:F1}" cy="{p.Y:F1}" r="3" fill="{colour}"/>"""));
        }
    }

    /// <summary>The next of 1, 2, 5, 10, 20, 50 …</summary>
    private static double RoundUp(double value)
    {
        var ten = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return ten * (value / ten) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }
}
