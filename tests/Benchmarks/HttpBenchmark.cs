using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
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
            var token = await (await host.Client.PostAsJsonAsync("/api/demo/token", new { user = "casemanager" })).Content.ReadFromJsonAsync<JsonObject>();
            host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token!["accessToken"]!);
            List<double> latencies = [];

            foreach (var id in ids)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await host.Client.PostAsJsonAsync($"/api/tasks/{id}/complete", new { operationId = id.ToString(), outcome = "Done", values = new { } });
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                response.EnsureSuccessStatusCode();
            }

            latencies.RemoveRange(0, 200);
            report.Add("one completion over HTTP, median", $"{FlowBenchmarks.Percentile(latencies, 0.5):F2} ms", "", "", "≤ 5 ms");
            report.Add("one completion over HTTP, p99", $"{FlowBenchmarks.Percentile(latencies, 0.99):F2} ms", "", "", "≤ 20 ms");
        }

        run.File.Dispose();
    }
}
