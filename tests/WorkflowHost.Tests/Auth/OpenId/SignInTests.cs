using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using IndividualPlan.Testing.SignIn;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Tests.Auth.OpenId;

/// <summary>Signing in at a real provider (P-29, P-30, P-31).</summary>
[Collection(SignInCollection.Name)]
public sealed class SignInTests(SignInFixture fixture)
{
    private readonly SignInHost _host = fixture.Host;

    [Fact]
    public async Task A_leader_who_was_going_to_a_page_signs_in_and_lands_there_with_the_leaders_role()
    {
        using var browser = new Browser(_host);

        var page = await browser.SignInAsync("leader", "/studio/instances?page=2");
        var front = await browser.OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("/studio/instances?page=2", page.Path);
        Assert.Contains("Berit Storhei", front.Html, StringComparison.Ordinal);
        Assert.Contains("Kontorleder", front.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_to_the_provider_asks_for_a_code_with_proof_key_state_nonce_and_level()
    {
        using var browser = new Browser(_host);

        using var led = await browser.GetAsync(new Uri(_host.Address, "/sign-in?returnUrl=/workflows"));
        var query = HttpUtility.ParseQueryString(led.Headers.Location!.Query);

        Assert.StartsWith(fixture.Provider.Issuer + "/auth?", led.Headers.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal("idporten-loa-high", query["acr_values"]);
        Assert.Equal(new Uri(_host.Address, "/sign-in/callback").AbsoluteUri, query["redirect_uri"]);
        Assert.Equal("nb", query["ui_locales"]);
        Assert.All(["state", "nonce", "code_challenge"], name => Assert.True(query[name]!.Length >= 43, name));
        Assert.DoesNotContain("workflows", led.Headers.Location.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_to_sign_in_has_one_button()
    {
        using var browser = new Browser(_host);

        var page = await browser.OpenAsync("/sign-in");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("href=\"/sign-in/start?returnUrl=%2F\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("demo", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        using var browser = new Browser(_host);

        var page = await browser.SignInAsync("leader", "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal(new Uri(_host.Address, "/"), page.Address);
    }

    [Fact]
    public async Task The_cookies_are_out_of_reach_of_scripts_and_the_one_of_the_attempt_is_gone_afterwards()
    {
        using var browser = new Browser(_host);
        using (await browser.GetAsync(new Uri(_host.Address, "/sign-in?returnUrl=/")))
        {
        }

        var attempt = Assert.Single(browser.LastCookies, c => c.StartsWith("sign-in.", StringComparison.Ordinal));
        var callback = await browser.ToCallbackAsync("leader");
        using (await browser.GetAsync(callback))
        {
        }

        var session = Assert.Single(browser.LastCookies, c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.All([attempt, session], cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("max-age=900", attempt, StringComparison.Ordinal);
        Assert.Contains(browser.LastCookies, c => c.StartsWith("sign-in.", StringComparison.Ordinal) && c.Contains("1970", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_teacher_gets_the_role_and_the_school_from_the_representation_chosen_in_Altinn()
    {
        using var browser = new Browser(_host);

        var page = await browser.SignInAsync("teacher", "/sign-in?returnUrl=/");
        var known = await Directory.FindAsync("teacher", default);

        Assert.Contains("Deltaker", page.Html, StringComparison.Ordinal);
        Assert.Equal(["upper-secondary-school"], known!.Services);
    }

    [Fact]
    public async Task Whoever_has_signed_in_is_known_to_colleagues_and_history_tells_it_without_the_name()
    {
        using var browser = new Browser(_host);

        await browser.SignInAsync("casemanager");
        var found = Assert.Single(await Directory.ByRoleAsync(Roles.CaseManager, "nav", default));
        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContextAsync();
        var history = await db.History.Where(h => h.Actor == "casemanager").ToListAsync();

        Assert.Equal("Kari Lyngmo", found.Name);
        Assert.Equal("Kari Lyngmo", Directory.NameOf("casemanager"));
        Assert.Contains(history, h => h.Event == "user-signed-in" && h.Details.Contains("idporten-loa-high", StringComparison.Ordinal));
        Assert.DoesNotContain(history, h => h.Details.Contains("Lyngmo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_citizen_comes_by_a_provider_of_its_own_and_is_not_kept_in_the_directory()
    {
        await using var host = new SignInHost(fixture.Provider, new()
        {
            ["OtherProviders:idporten:Authority"] = fixture.Provider.Issuer,
            ["OtherProviders:idporten:ClientId"] = "web",
            ["OtherProviders:idporten:ClientSecret"] = SignInHost.Secret,
            ["OtherProviders:idporten:Roles:0:Claim"] = "*",
            ["OtherProviders:idporten:Roles:0:Role"] = "Person",
            ["OtherProviders:idporten:Label:Nb"] = "Logg inn med ID-porten",
            ["OtherProviders:idporten:Label:Nn"] = "Logg inn med ID-porten",
            ["OtherProviders:idporten:Label:En"] = "Sign in with ID-porten",
        });
        using var browser = new Browser(host);

        var choice = await browser.OpenAsync("/sign-in?returnUrl=/");
        var wrongWay = await browser.SignInAsync("citizen", "/sign-in/start?returnUrl=%2F");
        var page = await browser.FollowAsync(new Uri(host.Address, "/sign-in/start?returnUrl=%2F&provider=idporten"));

        Assert.Contains("Logg inn på en annen måte", wrongWay.Html, StringComparison.Ordinal);
        Assert.Contains("Logg inn med ID-porten", choice.Html, StringComparison.Ordinal);
        Assert.Contains("Tjenestemottaker", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("14838949844", page.Html + host.Logged, StringComparison.Ordinal);
        Assert.Null(await host.Services.GetRequiredService<UserDirectory>().FindAsync("idporten:citizen", default));
    }

    [Fact]
    public async Task Claims_that_the_provider_keeps_out_of_the_ID_token_are_fetched_and_must_be_about_the_same_person()
    {
        await using var host = new SignInHost(fixture.Provider, new() { ["OpenIdConnect:ReadUserInfo"] = "true" });
        host.Backchannel.ChangeIdToken = async token =>
        {
            var payload = Backchannel.PayloadOf(token);
            payload.Remove("groups");
            payload.Remove("name");
            return await fixture.Provider.SignAsync(payload);
        };
        using var browser = new Browser(host);
        using var other = new Browser(host);

        var page = await browser.SignInAsync("leader");
        host.Backchannel.ChangeIdToken = token => Changed(token, payload => payload["sub"] = "someone-else");
        var refused = await other.SignInAsync("leader");

        Assert.Contains("Berit Storhei", page.Html, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in/failed?why=AnswerNotGood", refused.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_can_prove_itself_by_a_private_key()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        var secret = rsa.ExportParameters(true);
        var folder = System.IO.Directory.CreateTempSubdirectory("individualplan-key-");
        var file = Path.Combine(folder.FullName, "key.json");
        string Text(byte[]? bytes) => Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(bytes);
        var publicKey = new JsonObject { ["kty"] = "RSA", ["kid"] = "ours", ["use"] = "sig", ["n"] = Text(secret.Modulus), ["e"] = Text(secret.Exponent) };
        var privateKey = (JsonObject)publicKey.DeepClone();
        foreach (var (name, value) in new[] { ("d", secret.D), ("p", secret.P), ("q", secret.Q), ("dp", secret.DP), ("dq", secret.DQ), ("qi", secret.InverseQ) })
        {
            privateKey[name] = Text(value);
        }

        await File.WriteAllTextAsync(file, privateKey.ToJsonString());
        await fixture.Provider.AddClientAsync(new JsonObject
        {
            ["client_id"] = "web-by-key",
            ["token_endpoint_auth_method"] = "private_key_jwt",
            ["grant_types"] = new JsonArray("authorization_code"),
            ["response_types"] = new JsonArray("code"),
            ["redirect_uris"] = new JsonArray("https://plan.example/sign-in/callback"),
            ["jwks"] = new JsonObject { ["keys"] = new JsonArray(publicKey) },
        });
        await using var host = new SignInHost(fixture.Provider, new()
        {
            ["OpenIdConnect:ClientId"] = "web-by-key",
            ["OpenIdConnect:ClientSecret"] = null,
            ["OpenIdConnect:PrivateKeyFile"] = file,
        });
        using var browser = new Browser(host);

        var page = await browser.SignInAsync("leader");
        folder.Delete(recursive: true);

        Assert.Equal("/workflows", page.Path);
        Assert.DoesNotContain("client_secret", host.Backchannel.LastTokenRequest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_provider_has_changed_its_keys_the_next_sign_in_works_without_restart()
    {
        await using var provider = await ProviderProcess.StartAsync();
        await using var host = new SignInHost(provider);
        using var before = new Browser(host);
        using var after = new Browser(host);
        await before.SignInAsync("leader");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        await provider.RotateKeysAsync();
        var page = await after.SignInAsync("leader");

        Assert.True(page.Path == "/workflows", host.Logged);
        Assert.Equal(2, host.Backchannel.KeyReadings);
    }

    [Fact]
    public async Task On_https_cookies_are_for_this_host_and_https_alone_and_the_provider_leads_back_to_the_public_address()
    {
        await using var host = new SignInHost(fixture.Provider, new() { ["Site:PublicAddress"] = "https://plan.example" });
        using var browser = new Browser(host);

        var page = await browser.SignInAsync("leader");
        using var signedOut = await browser.SendFormAsync("/", "/sign-out");
        using var led = await browser.GetAsync(new Uri(host.PublicAddress, "/sign-in?returnUrl=/"));
        var attempt = Assert.Single(browser.LastCookies, c => c.StartsWith("__Host-sign-in.", StringComparison.Ordinal));
        var session = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("session").Cookie;
        var antiforgery = host.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie;

        Assert.Equal(new Uri("https://plan.example/workflows"), page.Address);
        Assert.Equal("/signed-out", signedOut.Headers.Location!.OriginalString);
        Assert.Equal("https://plan.example/sign-in/callback", HttpUtility.ParseQueryString(led.Headers.Location!.Query)["redirect_uri"]);
        Assert.Contains("path=/;", attempt, StringComparison.Ordinal);
        Assert.Contains("secure", attempt, StringComparison.Ordinal);
        Assert.Equal(("__Host-session", "/", CookieSecurePolicy.Always), (session.Name, session.Path, session.SecurePolicy));
        Assert.Equal(("__Host-antiforgery", "/", CookieSecurePolicy.Always), (antiforgery.Name, antiforgery.Path, antiforgery.SecurePolicy));
    }

    [Fact]
    public async Task A_sign_in_that_is_older_at_the_provider_than_we_ask_for_is_refused()
    {
        await using var host = new SignInHost(fixture.Provider, new() { ["OpenIdConnect:Parameters:max_age"] = "600" });
        using var browser = new Browser(host);
        using var late = new Browser(host);

        var page = await browser.SignInAsync("leader");
        host.Backchannel.ChangeIdToken = token => Changed(token, static payload => payload["auth_time"] = (long)payload["auth_time"]! - 700);
        var refused = await late.SignInAsync("leader");

        Assert.Equal("/workflows", page.Path);
        Assert.StartsWith("/sign-in/failed?why=AnswerNotGood", refused.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nn", "Du blir send til innloggingstenesta")]
    [InlineData("en", "You are led to the sign-in service")]
    public async Task The_page_to_sign_in_speaks_the_chosen_language(string language, string sentence)
    {
        using var browser = new Browser(_host);
        browser.Cookies.Add(_host.Address, new Cookie("language", language));

        var page = await browser.OpenAsync("/sign-in");

        Assert.Contains(sentence, page.Html, StringComparison.Ordinal);
    }

    private UserDirectory Directory => _host.Services.GetRequiredService<UserDirectory>();

    private Task<string> Changed(string token, Action<JsonObject> change)
    {
        var payload = Backchannel.PayloadOf(token);
        change(payload);
        return fixture.Provider.SignAsync(payload);
    }
}
