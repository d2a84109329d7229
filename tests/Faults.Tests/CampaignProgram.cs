using System.Globalization;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Persistence;

namespace IndividualPlan.Faults.Tests;

/// <summary>The long form, <c>./run-faults</c>: as many kills as wanted on both databases, and a summary.</summary>
internal static class CampaignProgram
{
    /// <param name="args">How many kills for each database (200), and the seed (that of the day).</param>
    /// <returns>0 when nothing was found.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var kills = args is [var wanted, ..] ? int.Parse(wanted, CultureInfo.InvariantCulture) : 200;
        var seed = args is [_, var given] ? int.Parse(given, CultureInfo.InvariantCulture) : TimeProvider.System.GetUtcNow().DayOfYear;
        var violations = 0;
        await Console.Out.WriteLineAsync($"Seed {seed}");

        foreach (var provider in new[] { DatabaseOptions.Sqlite, DatabaseOptions.PostgreSql })
        {
            using var cluster = provider == DatabaseOptions.PostgreSql ? await PostgresCluster.OwnAsync() : null;
            var summary = await new Campaign(provider, seed, cluster).RunAsync(kills, s => Console.Error.Write($"\r{provider}: {s.Kills} kills, {s.Violations.Count} violations "));
            await Console.Error.WriteLineAsync();
            await Console.Out.WriteLineAsync(
                $"{provider}: {summary.Kills} kills, {summary.Disturbances} other faults, {summary.Operations} operations answered, {summary.Completions} tasks completed, {summary.Letters} letters, "
                + $"{summary.Violations.Count} violations");
            violations += summary.Violations.Count;

            foreach (var violation in summary.Violations)
            {
                await Console.Out.WriteLineAsync("  " + violation);
            }
        }

        return violations == 0 ? 0 : 1;
    }
}
