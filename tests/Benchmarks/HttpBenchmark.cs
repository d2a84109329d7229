using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Benchmarks;

/// <summary>How long one completion takes over HTTP, against the real host.</summary>
internal static class HttpBenchmark
{
    public static async Task RunAsync(Report report, int tasks)
    {
        var run = await FlowBenchmarks.StartAsync();
        List<HumanTaskId> ids = [];

        for (var i = 0; i < tasks + 200; i++)
        {
            ids.Add(await FlowBenchmarks.OpenTaskAsync(run.Host, await FlowBenchmarks.StartInstanceAsync(run.Host)));
        }

        await run.Host.DisposeAsync();

        using (var host = await HostProcess.StartAsync(run.File))
        {
            var latencies = await Completions.RunAsync(host, ids, warming: 200);
            report.Add("one completion over HTTP, median", $"{FlowBenchmarks.Percentile(latencies, 0.5):F2} ms", "", "", "≤ 5 ms");
            report.Add("one completion over HTTP, p99", $"{FlowBenchmarks.Percentile(latencies, 0.99):F2} ms", "", "", "≤ 20 ms");
        }

        run.File.Dispose();
    }
}
