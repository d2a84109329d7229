using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace IndividualPlan.Benchmarks;

/// <summary>Rows of the table: what was measured, ours, the limit in the same run, and what is aimed at.</summary>
internal sealed class Report
{
    private readonly List<string> _rows = [];

    public void Add(string measure, string ours, string limit, string ratio, string target)
    {
        _rows.Add($"| {measure} | {ours} | {limit} | {ratio} | {target} |");
        Console.Error.WriteLine(_rows[^1]);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Machine: {Cpu()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.");
        text.AppendLine();
        text.AppendLine("| Measure | Ours | Raw commits of the same bytes | Ours / raw | Target |");
        text.AppendLine("|---|---|---|---|---|");
        _rows.ForEach(row => text.AppendLine(row));
        return text.ToString();
    }

    private static string Cpu() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
            : "unknown processor";
}
