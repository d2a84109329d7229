using System.Globalization;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Persistence;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>The long form, <c>./run-simulation</c>: an office over two years, and a summary.</summary>
internal static class SimulationProgram
{
    private const int MostShown = 40;

    /// <param name="args">How many cases (2,000), how many days (730), and the seed (that of the day); with <c>--postgresql</c> on that database.</param>
    /// <returns>0 when nothing was found.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var provider = args.Contains("--postgresql") ? DatabaseOptions.PostgreSql : DatabaseOptions.Sqlite;
        var numbers = args.Where(static a => a[0] != '-').Select(static a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
        var cases = numbers is [var wanted, ..] ? wanted : 2_000;
        var days = numbers is [_, var long_, ..] ? long_ : 730;
        var seed = numbers is [_, _, var given] ? given : TimeProvider.System.GetUtcNow().DayOfYear;
        using var database = TestDatabase.Of(provider);
        await Console.Out.WriteLineAsync($"{provider}, {cases} cases, {days} days, seed {seed}");

        var summary = await new TwoYears(database, cases, days, seed).RunAsync(day => Console.Error.Write($"\rday {day} of {days} "));
        await Console.Error.WriteLineAsync();
        await Console.Out.WriteLineAsync(
            $"{summary.Cases} cases, {summary.Days} days, {summary.Operations} operations in {summary.RunTime:hh\\:mm\\:ss}; {summary.EMails} e-mails, {summary.Late} late, {summary.Violations.Count} violations");
        await Console.Out.WriteLineAsync(string.Join(", ", summary.Told.OrderBy(static t => t.Key).Select(static t => $"{t.Value} {t.Key}")));
        foreach (var line in summary.NotTaken.OrderByDescending(static n => n.Value).Select(static n => $"not taken {n.Value} times: {n.Key}").Concat(summary.Violations.Take(MostShown)))
        {
            await Console.Out.WriteLineAsync("  " + line);
        }

        return summary.Violations.Count == 0 ? 0 : 1;
    }
}
