using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IndividualPlan.Testing;

namespace IndividualPlan.Benchmarks;

/// <summary>The real host as a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process, Uri address, TimeSpan startUp)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
        StartUp = startUp;
    }

    public HttpClient Client { get; }

    /// <summary>From the start of the process until it says that it is ready.</summary>
    public TimeSpan StartUp { get; }

    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    public static async Task<HostProcess> StartAsync(TestDatabase database, params (string Setting, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(WorkflowHost.Execution.WorkWriter).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["Logging__LogLevel__Default"] = "Warning",
                ["DOTNET_gcServer"] = "0",
            },
        };
        foreach (var (setting, value) in database.Settings.Select(static s => (s.Key, s.Value ?? "")).Concat(settings))
        {
            start.Environment[setting.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };

        while (!await IsReadyAsync(client))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException("The host did not start.");
            }

            await Task.Delay(5);
        }

        return new HostProcess(process, address, watch.Elapsed);
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
