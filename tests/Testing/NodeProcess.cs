using System.Diagnostics;
using System.Text.Json.Nodes;

namespace IndividualPlan.Testing;

/// <summary>A server run by Node for a test. It says on one line where it is, and ends when its input closes.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process _process;

    private NodeProcess(Process process, JsonNode told)
    {
        _process = process;
        Told = told;
    }

    /// <summary>What the server said of itself when it was ready.</summary>
    public JsonNode Told { get; }

    /// <param name="script">Where the script is, from the folder of the solution.</param>
    public static async Task<NodeProcess> StartAsync(string script)
    {
        var process = Process.Start(new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = SolutionFolder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{script} did not start; is node there, and has npm ci been run?");
        return new NodeProcess(process, JsonNode.Parse(line)!);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
