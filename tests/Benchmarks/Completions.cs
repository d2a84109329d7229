using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Benchmarks;

/// <summary>Tasks completed over HTTP by one client, one after another.</summary>
internal static class Completions
{
    /// <summary>Completes them all.</summary>
    /// <param name="host">The server.</param>
    /// <param name="tasks">Open tasks of a case manager.</param>
    /// <param name="warming">How many of them do not count.</param>
    /// <returns>How long each took that counts, in milliseconds.</returns>
    public static async Task<List<double>> RunAsync(HostProcess host, IEnumerable<HumanTaskId> tasks, int warming)
    {
        var token = await (await host.Client.PostAsJsonAsync("/api/demo/token", new { user = "casemanager" })).Content.ReadFromJsonAsync<JsonObject>();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token!["accessToken"]!);
        List<double> latencies = [];

        foreach (var id in tasks)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await host.Client.PostAsJsonAsync($"/api/tasks/{id}/complete", new { operationId = id.ToString(), outcome = "Done", values = new { } });
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            response.EnsureSuccessStatusCode();
        }

        latencies.RemoveRange(0, warming);
        return latencies;
    }
}
