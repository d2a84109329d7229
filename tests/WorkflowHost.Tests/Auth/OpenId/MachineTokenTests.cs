using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IndividualPlan.Testing.SignIn;

namespace IndividualPlan.WorkflowHost.Tests.Auth.OpenId;

/// <summary>Bearer tokens of the provider open the API for programs, and nothing that is not one does.</summary>
[Collection(SignInCollection.Name)]
public sealed class MachineTokenTests(SignInFixture fixture)
{
    private readonly SignInHost _host = fixture.Host;

    [Fact]
    public async Task A_program_with_a_token_for_our_audience_and_a_role_reads_the_API()
    {
        Assert.Equal(HttpStatusCode.OK, await CallAsync(await fixture.Provider.MachineTokenAsync("machine-leader")));
    }

    [Fact]
    public async Task A_program_without_a_role_is_known_and_refused()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(await fixture.Provider.MachineTokenAsync("machine-nothing")));
    }

    [Fact]
    public async Task A_token_for_someone_elses_API_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(await fixture.Provider.MachineTokenAsync("machine-leader", "https://other.example/api")));
    }

    [Fact]
    public async Task An_ID_token_opens_no_API()
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("leader");

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(_host.Backchannel.LastIdToken!));
    }

    [Fact]
    public async Task A_cookie_opens_no_API()
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("leader");

        using var answer = await browser.GetAsync(new Uri(_host.Address, "/api/workflow-definitions"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    public static TheoryData<string> Wrongs => new() { "expired", "no expiry", "issuer", "audience", "no subject", "too long a subject", "level" };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_truly_signed_token_with_wrong_contents_is_refused(string what)
    {
        var token = await SignAsync(payload => _ = what switch
        {
            "expired" => payload["exp"] = Now - 600,
            "no expiry" => payload.Remove("exp"),
            "issuer" => payload["iss"] = "https://other.example",
            "audience" => payload["aud"] = "web",
            "no subject" => payload.Remove("sub"),
            "too long a subject" => payload["sub"] = new string('x', 200),
            _ => payload["acr"] = "idporten-loa-low",
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(token));
    }

    [Fact]
    public async Task The_same_token_without_changes_is_taken()
    {
        Assert.Equal(HttpStatusCode.OK, await CallAsync(await SignAsync(static _ => { })));
    }

    [Fact]
    public async Task A_token_that_was_changed_after_signing_or_is_not_signed_is_refused()
    {
        var parts = (await fixture.Provider.MachineTokenAsync("machine-nothing")).Split('.');
        var payload = Backchannel.PayloadOf(string.Join('.', parts));
        payload["role"] = new JsonArray("OfficeLeader");
        var changed = Backchannel.Encode(payload.ToJsonString());

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync($"{parts[0]}.{changed}.{parts[2]}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync($"{Backchannel.Encode("""{"alg":"none"}""")}.{changed}."));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync("not.a.token"));
    }

    [Fact]
    public async Task A_token_of_a_strangers_key_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(await SignAsync(static _ => { }, "foreign")));
    }

    [Fact]
    public async Task Without_a_configured_audience_no_token_opens_the_API()
    {
        await using var host = new SignInHost(fixture.Provider, new() { ["OpenIdConnect:Audience"] = null });

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(await fixture.Provider.MachineTokenAsync("machine-leader"), host));
    }

    [Fact]
    public async Task A_token_that_is_signed_by_the_providers_new_key_is_taken_at_once()
    {
        await using var provider = await ProviderProcess.StartAsync();
        await using var host = new SignInHost(provider);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(await provider.MachineTokenAsync("machine-leader"), host));
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        await provider.RotateKeysAsync();

        Assert.Equal(HttpStatusCode.OK, await CallAsync(await provider.MachineTokenAsync("machine-leader"), host));
    }

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    private Task<string> SignAsync(Action<JsonObject> change, string by = "current")
    {
        var payload = new JsonObject
        {
            ["iss"] = fixture.Provider.Issuer,
            ["aud"] = SignInHost.Audience,
            ["sub"] = "machine-leader",
            ["role"] = new JsonArray("OfficeLeader"),
            ["iat"] = Now,
            ["exp"] = Now + 300,
        };
        change(payload);
        return fixture.Provider.SignAsync(payload, by);
    }

    private async Task<HttpStatusCode> CallAsync(string token, SignInHost? host = null)
    {
        using var program = new HttpClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await program.GetAsync(new Uri((host ?? _host).Address, "/api/workflow-definitions"));
        return answer.StatusCode;
    }
}
