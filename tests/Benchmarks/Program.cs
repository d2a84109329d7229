using System.Globalization;
using IndividualPlan.Benchmarks;
using IndividualPlan.Testing;

// dotnet run -c Release --project tests/Benchmarks [-- [quick] [pages | office [postgresql] | growth | flows]]
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
    int[] sizes = isQuick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000];
    await GrowthBenchmarks.RunAsync(sizes, Path.Combine(SolutionFolder.Path, isQuick ? "growth-quick.svg" : Path.Combine("docs", "images", "growth.svg")));
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
