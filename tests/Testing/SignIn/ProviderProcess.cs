using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.Testing.SignIn;

/// <summary>The certified provider "oidc-provider", run by Node on a free port of this machine, with invented accounts.</summary>
public sealed class ProviderProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _control = new();

    private ProviderProcess(Process process, string issuer)
    {
        _process = process;
        Issuer = issuer;
    }

    public string Issuer { get; }

    public static async Task<ProviderProcess> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node", ["tests/OidcProvider/provider.mjs"])
        {
            WorkingDirectory = SolutionFolder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The provider did not start; is node there, and has npm ci been run?");
        return new ProviderProcess(process, (string)JsonNode.Parse(line)!["issuer"]!);
    }

    /// <summary>From now on the provider signs with a new key, and the old one is gone from its key set.</summary>
    public Task RotateKeysAsync() => ControlAsync("rotate", new JsonObject());

    /// <summary>Makes another client known.</summary>
    public Task AddClientAsync(JsonObject client) => ControlAsync("clients", client);

    /// <summary>A token with any contents, signed by the provider's present key, or by a stranger's.</summary>
    public async Task<string> SignAsync(JsonObject payload, string by = "current") =>
        (string)(await ControlAsync("sign", new JsonObject { ["payload"] = payload.DeepClone(), ["by"] = by }))["token"]!;

    /// <summary>An access token for a machine.</summary>
    public async Task<string> MachineTokenAsync(string machine, string audience = SignInHost.Audience)
    {
        using var answer = await _control.PostAsync($"{Issuer}/token", new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", machine), new("client_secret", SignInHost.Secret), new("resource", audience), new("scope", "api"),
        ]));
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
    }

    public async Task<JsonObject> KeySetAsync() => (await _control.GetFromJsonAsync<JsonObject>($"{Issuer}/jwks"))!;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _control.Dispose();
    }

    private async Task<JsonObject> ControlAsync(string what, JsonObject body)
    {
        using var answer = await _control.PostAsJsonAsync($"{Issuer}/test/{what}", body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
