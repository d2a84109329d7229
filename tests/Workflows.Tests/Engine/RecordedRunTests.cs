using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Tests.Engine;

/// <summary>
/// Runs that were recorded on the genuine Elsa, step by step: statuses, waits, completed activities, refusals and, at the end, variables, output,
/// incidents, console and journal. The folder that ELSA_RUNS names is run as well.
/// </summary>
public sealed class RecordedRunTests
{
    public static TheoryData<string, string> Runs()
    {
        var data = new TheoryData<string, string>();
        var folders = new[] { Path.Combine(AppContext.BaseDirectory, "ElsaRuns"), Environment.GetEnvironmentVariable("ELSA_RUNS") };

        foreach (var folder in folders.Where(static f => !string.IsNullOrEmpty(f)))
        {
            foreach (var file in Directory.EnumerateFiles(folder!, "*.json").Order(StringComparer.Ordinal))
            {
                var name = JsonNode.Parse(File.ReadAllText(file))?["name"]?.ToString() ?? Path.GetFileNameWithoutExtension(file);
                data.Add(name, file);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_recorded_run_is_reproduced(string run, string file)
    {
        var recorded = JsonNode.Parse(File.ReadAllText(file))!.AsObject();

        var differences = new RecordedRun(recorded).Differences();

        Assert.True(differences.Count == 0, $"{run}:{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }
}
