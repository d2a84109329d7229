using System.Globalization;
using IndividualPlan.Benchmarks;
using IndividualPlan.Testing;

// dotnet run -c Release --project tests/Benchmarks [-- [quick] [pages | office [postgresql] | growth [sizes, 1000 10000 100000 1000000] | flows]]
if (args.Contains("pages"))
{
    await PageLoads.RunAsync();
    return;
}

var isQuick = args.Contains("quick");
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args.Contains("office"))
{
    await OfficeUnderLoad.RunAsync(isQuick ? 2_000 : 100_000, args.Contains("postgresql"));
    return;
}

if (args.Contains("growth"))
{
    int[] wanted = [.. args.Select(static a => int.TryParse(a, CultureInfo.InvariantCulture, out var size) ? size : 0).Where(static size => size > 0).Order()];
    await GrowthBenchmarks.RunAsync(wanted is [] ? [1_000, 10_000, 100_000, 1_000_000] : wanted, Path.Combine(SolutionFolder.Path, "docs", "images", "growth.svg"));
    return;
}

var report = new Report();

await FlowBenchmarks.RunAsync(report, instances: isQuick ? 300 : 2_000);
if (args.Contains("flows"))
{
    return;
}

await HttpBenchmark.RunAsync(report, tasks: isQuick ? 300 : 2_000);
await WaitingBenchmarks.RunAsync(report, isQuick ? [0, 10_000] : [0, 10_000, 100_000]);

Console.WriteLine(report.ToMarkdown());
