using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.Testing.SignIn;

/// <summary>The certified provider "oidc-provider", run by Node on a free port of this machine, with invented accounts.</summary>
public sealed class ProviderProcess : IAsyncDisposable
{
    private readonly NodeProcess _process;
    private readonly HttpClient _control = new();

    private ProviderProcess(NodeProcess process)
    {
        _process = process;
        Issuer = (string)process.Told["issuer"]!;
    }

    public string Issuer { get; }

    public static async Task<ProviderProcess> StartAsync() => new(await NodeProcess.StartAsync("tests/OidcProvider/provider.mjs"));

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
        await _process.DisposeAsync();
        _control.Dispose();
    }

    private async Task<JsonObject> ControlAsync(string what, JsonObject body)
    {
        using var answer = await _control.PostAsJsonAsync($"{Issuer}/test/{what}", body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
