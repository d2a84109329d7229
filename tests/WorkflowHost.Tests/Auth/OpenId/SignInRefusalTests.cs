using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.Testing.SignIn;
using IndividualPlan.WorkflowHost.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Auth.OpenId;

/// <summary>Every way in which a sign-in must come to nothing, and what the person is told.</summary>
[Collection(SignInCollection.Name)]
public sealed class SignInRefusalTests : IDisposable
{
    private const string NotGood = "Innloggingen kunne ikke fullføres";
    private readonly SignInFixture _fixture;
    private readonly SignInHost _host;
    private readonly Browser _browser;

    public SignInRefusalTests(SignInFixture fixture)
    {
        _fixture = fixture;
        _host = fixture.Host;
        _browser = new Browser(_host);
    }

    public void Dispose()
    {
        _host.Backchannel.ChangeIdToken = null;
        _host.Backchannel.IsCut = false;
        _browser.Dispose();
    }

    [Fact]
    public async Task A_person_who_turns_back_at_the_provider_is_told_so_and_can_try_again()
    {
        var refused = await _browser.FollowAsync(await _browser.ToCallbackAsync(""));
        var again = await _browser.OpenAsync("/sign-in/start?returnUrl=%2Fworkflows");

        await IsRefusedAsync(refused, "Cancelled", "Innloggingen ble avbrutt");
        Assert.Contains("href=\"/sign-in/start?returnUrl=%2Fworkflows\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("Choose who you are", again.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("low")]
    [InlineData("unlevelled")]
    public async Task Too_low_a_level_is_refused_and_the_next_try_asks_anew(string account)
    {
        var refused = await _browser.SignInAsync(account);

        await IsRefusedAsync(refused, "LevelTooLow", "Du må logge inn på en sikrere måte");
        Assert.Contains("/sign-in/start?returnUrl=%2Fworkflows&again=true", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_that_only_one_role_demands_is_refused_when_there_is_no_other_role()
    {
        await using var host = new SignInHost(_fixture.Provider, new()
        {
            ["OpenIdConnect:AcceptedLevels:0"] = null,
            ["OpenIdConnect:LevelsByRole:OfficeLeader:0"] = "idporten-loa-high",
            ["OpenIdConnect:Roles:3:Claim"] = "groups",
            ["OpenIdConnect:Roles:3:Value"] = "g-approver",
            ["OpenIdConnect:Roles:3:Role"] = "Approver",
        });
        using var leader = new Browser(host);
        using var approver = new Browser(host);

        var refused = await leader.SignInAsync("low");
        var admitted = await approver.SignInAsync("approver", "/sign-in?returnUrl=/");

        Assert.StartsWith("/sign-in/failed?why=LevelTooLow", refused.Path, StringComparison.Ordinal);
        Assert.Contains("Godkjenner", admitted.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_known_to_the_provider_without_a_role_here_is_told_so_and_can_sign_in_as_someone_else()
    {
        var refused = await _browser.SignInAsync("stranger");
        var choosing = await _browser.OpenAsync("/sign-in/start?returnUrl=%2Fworkflows&again=true");
        var admitted = await _browser.FollowAsync(await _browser.ChooseAsync(choosing, "leader"));

        Assert.StartsWith("/sign-in/failed?why=NoRole", refused.Path, StringComparison.Ordinal);
        Assert.Contains("Du har ikke tilgang", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Frode", refused.Html, StringComparison.Ordinal);
        Assert.Equal("/workflows", admitted.Path);
    }

    [Theory]
    [InlineData("g-other", "idporten-loa-high", "NoRole", false)]
    [InlineData("g-leader", "idporten-loa-substantial", "LevelTooLow", true)]
    public async Task A_known_colleague_is_no_longer_offered_work_when_the_role_is_gone_but_is_when_only_the_level_was_too_low(
        string group, string level, string why, bool isListed)
    {
        await using var host = new SignInHost(_fixture.Provider, new()
        {
            ["OpenIdConnect:AcceptedLevels:0"] = null,
            ["OpenIdConnect:LevelsByRole:OfficeLeader:0"] = "idporten-loa-high",
        });
        using var first = new Browser(host);
        using var second = new Browser(host);
        host.Backchannel.ChangeIdToken = token => SignAsync(token, static payload => payload["acr"] = "idporten-loa-high");
        await first.SignInAsync("leader");

        host.Backchannel.ChangeIdToken = token => SignAsync(token, payload => (payload["groups"], payload["acr"]) = (new JsonArray(group), level));
        var refused = await second.SignInAsync("leader");
        var listed = await host.Services.GetRequiredService<UserDirectory>().AllAsync(default);

        Assert.StartsWith($"/sign-in/failed?why={why}", refused.Path, StringComparison.Ordinal);
        Assert.Equal(isListed, listed.Any(c => c.UserId == "leader"));
    }

    [Fact]
    public async Task A_provider_that_is_away_is_told_of_before_and_after_the_person_has_been_there()
    {
        await using var host = new SignInHost(_fixture.Provider);
        using var browser = new Browser(host);
        using var first = new Browser(host);
        host.Backchannel.IsCut = true;
        var before = await first.OpenAsync("/workflows");
        host.Backchannel.IsCut = false;
        var callback = await browser.ToCallbackAsync("leader");
        host.Backchannel.IsCut = true;

        var after = await browser.FollowAsync(callback);

        Assert.All([before, after], page =>
        {
            Assert.StartsWith("/sign-in/failed?why=ProviderUnreachable", page.Path, StringComparison.Ordinal);
            Assert.Contains("Innloggingstjenesten svarer ikke", page.Html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_provider_that_does_not_take_our_secret_is_a_fault_of_the_installation()
    {
        await using var host = new SignInHost(_fixture.Provider, new() { ["OpenIdConnect:ClientSecret"] = "wrong" });
        using var browser = new Browser(host);

        var refused = await browser.SignInAsync("leader");

        Assert.StartsWith("/sign-in/failed?why=ProviderUnreachable", refused.Path, StringComparison.Ordinal);
        Assert.Contains("invalid_client", host.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_has_been_tampered_with_is_refused()
    {
        var callback = await _browser.ToCallbackAsync("leader");
        var state = System.Web.HttpUtility.ParseQueryString(callback.Query)["state"]!;

        var refused = await _browser.FollowAsync(new Uri(callback.AbsoluteUri.Replace(state, state[..^1] + (state[^1] == 'A' ? 'B' : 'A'), StringComparison.Ordinal)));

        await IsRefusedAsync(refused, "AnswerNotGood", NotGood);
    }

    [Fact]
    public async Task An_answer_is_taken_once()
    {
        var callback = await _browser.ToCallbackAsync("leader");
        using var copy = new Browser(_host);
        copy.Cookies.Add(_browser.Cookies.GetCookies(_host.Address));

        var admitted = await _browser.FollowAsync(callback);
        var again = await _browser.FollowAsync(callback);
        var elsewhere = await copy.FollowAsync(callback);

        Assert.Equal("/workflows", admitted.Path);
        Assert.StartsWith("/sign-in/failed?why=AnswerNotGood", again.Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in/failed?why=AnswerNotGood", elsewhere.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_to_a_browser_that_did_not_ask_is_refused()
    {
        var callback = await _browser.ToCallbackAsync("leader");
        using var other = new Browser(_host);

        var without = await other.FollowAsync(callback);
        await other.OpenAsync("/workflows");
        var withForeignCookie = await other.FollowAsync(callback);

        await IsRefusedAsync(without, "AnswerNotGood", NotGood);
        await IsRefusedAsync(withForeignCookie, "AnswerNotGood", NotGood);
    }

    [Fact]
    public async Task An_attempt_that_has_lain_for_long_is_given_up()
    {
        await using var host = new SignInHost(_fixture.Provider);
        using var browser = new Browser(host);
        var callback = await browser.ToCallbackAsync("leader");
        host.Clock.Advance(TimeSpan.FromMinutes(16));

        var refused = await browser.FollowAsync(callback);

        Assert.StartsWith("/sign-in/failed?why=AnswerNotGood", refused.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_was_given_to_another_browser_is_worth_nothing_without_its_verifier()
    {
        using var victim = new Browser(_host);
        var stolen = System.Web.HttpUtility.ParseQueryString((await victim.ToCallbackAsync("leader")).Query)["code"]!;
        var own = await _browser.ToCallbackAsync("casemanager");
        var ownCode = System.Web.HttpUtility.ParseQueryString(own.Query)["code"]!;

        var refused = await _browser.FollowAsync(new Uri(own.AbsoluteUri.Replace(ownCode, stolen, StringComparison.Ordinal)));

        await IsRefusedAsync(refused, "AnswerNotGood", NotGood);
        Assert.Contains("invalid_grant", _host.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_says_it_comes_from_another_provider_is_refused()
    {
        var callback = await _browser.ToCallbackAsync("leader");

        var refused = await _browser.FollowAsync(new Uri(callback.AbsoluteUri.Replace(Uri.EscapeDataString(_fixture.Provider.Issuer), Uri.EscapeDataString("https://other.example"), StringComparison.Ordinal)));

        await IsRefusedAsync(refused, "AnswerNotGood", NotGood);
    }

    public static TheoryData<string> WrongContents => new() { "nonce", "no nonce", "issuer", "audience", "expired", "no expiry", "not yet", "two audiences", "party", "no subject" };

    [Theory]
    [MemberData(nameof(WrongContents))]
    public async Task An_ID_token_with_the_right_signature_and_wrong_contents_is_refused(string what)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        _host.Backchannel.ChangeIdToken = token => SignAsync(token, payload => _ = what switch
        {
            "nonce" => payload["nonce"] = "another",
            "no nonce" => payload["nonce"] = null,
            "issuer" => payload["iss"] = "https://other.example",
            "audience" => payload["aud"] = "another-client",
            "expired" => payload["exp"] = now - 3600,
            "no expiry" => payload["exp"] = null,
            "not yet" => payload["nbf"] = now + 3600,
            "two audiences" => payload["aud"] = new JsonArray("web", "another-client"),
            "party" => payload["azp"] = "another-client",
            _ => payload["sub"] = null,
        });

        var refused = await _browser.SignInAsync("leader");

        await IsRefusedAsync(refused, "AnswerNotGood", NotGood);
    }

    [Fact]
    public async Task An_ID_token_that_is_signed_again_without_changes_is_taken()
    {
        // The tests above stand or fall with this one: what they change is what is refused.
        _host.Backchannel.ChangeIdToken = token => SignAsync(token, static _ => { });

        Assert.Equal("/workflows", (await _browser.SignInAsync("leader")).Path);
    }

    [Fact]
    public async Task An_ID_token_without_a_signature_is_refused()
    {
        _host.Backchannel.ChangeIdToken = static token =>
            Task.FromResult($"{Backchannel.Encode("""{"alg":"none","typ":"JWT"}""")}.{token.Split('.')[1]}.");

        await IsRefusedAsync(await _browser.SignInAsync("leader"), "AnswerNotGood", NotGood);
    }

    [Fact]
    public async Task An_ID_token_whose_contents_were_changed_after_signing_is_refused()
    {
        _host.Backchannel.ChangeIdToken = static token =>
        {
            var payload = Backchannel.PayloadOf(token);
            payload["groups"] = new JsonArray("g-leader");
            return Task.FromResult($"{token.Split('.')[0]}.{Backchannel.Encode(payload.ToJsonString())}.{token.Split('.')[2]}");
        };

        await IsRefusedAsync(await _browser.SignInAsync("casemanager"), "AnswerNotGood", NotGood);
    }

    [Theory]
    [InlineData("modulus")]
    [InlineData("pem")]
    public async Task An_ID_token_that_is_signed_with_the_public_key_as_if_it_were_a_secret_is_refused(string form)
    {
        var key = (JsonObject)(await _fixture.Provider.KeySetAsync())["keys"]![0]!;
        using var rsa = RSA.Create(new RSAParameters { Modulus = Backchannel.Decode((string)key["n"]!), Exponent = Backchannel.Decode((string)key["e"]!) });
        var secret = form == "pem" ? Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()) : Backchannel.Decode((string)key["n"]!);
        _host.Backchannel.ChangeIdToken = token =>
        {
            var head = $"{Backchannel.Encode($$"""{"alg":"HS256","typ":"JWT","kid":"{{key["kid"]}}"}""")}.{token.Split('.')[1]}";
            var signature = Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(head))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            return Task.FromResult($"{head}.{signature}");
        };

        await IsRefusedAsync(await _browser.SignInAsync("leader"), "AnswerNotGood", NotGood);
    }

    [Fact]
    public async Task A_key_that_the_provider_does_not_know_is_refused_and_asked_for_once_however_often_it_comes()
    {
        await using var host = new SignInHost(_fixture.Provider);
        host.Backchannel.ChangeIdToken = token => _fixture.Provider.SignAsync(Backchannel.PayloadOf(token), "foreign");
        using var first = new Browser(host);
        using var second = new Browser(host);
        await first.OpenAsync("/workflows");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var refused = await first.SignInAsync("leader");
        var again = await second.SignInAsync("leader");

        Assert.All([refused, again], page => Assert.StartsWith("/sign-in/failed?why=AnswerNotGood", page.Path, StringComparison.Ordinal));
        Assert.Equal(2, host.Backchannel.KeyReadings);
    }

    [Theory]
    [InlineData("nn", "Innlogginga kunne ikkje fullførast")]
    [InlineData("en", "Signing in could not be completed")]
    public async Task The_page_speaks_the_chosen_language(string language, string heading)
    {
        _browser.Cookies.Add(_host.Address, new Cookie("language", language));

        var page = await _browser.OpenAsync("/sign-in/failed?why=nothing-known&returnUrl=https://example.org");

        Assert.Contains(heading, page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in/start?returnUrl=%2F\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_leave_codes_in_the_log_and_nothing_about_people()
    {
        await _browser.SignInAsync("stranger");
        _host.Backchannel.ChangeIdToken = token => SignAsync(token, static payload => payload["aud"] = "another-client");
        using var other = new Browser(_host);
        await other.SignInAsync("teacher");

        Assert.Contains("was refused: NoRole", _host.Logged, StringComparison.Ordinal);
        Assert.Contains("was refused: AnswerNotGood", _host.Logged, StringComparison.Ordinal);
        Assert.All(["Frode", "Fremmed", "Skogland", "0192:310000001"], word => Assert.DoesNotContain(word, _host.Logged, StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Backchannel.LastIdToken!, _host.Logged, StringComparison.Ordinal);
    }

    private async Task IsRefusedAsync(Visit page, string why, string heading)
    {
        Assert.StartsWith($"/sign-in/failed?why={why}", page.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"<title>Feil: {heading}", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
        using var next = await _browser.GetAsync(new Uri(_host.Address, "/workflows"));
        Assert.StartsWith("/sign-in?", next.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    /// <summary>The same token with changed contents, truly signed by the provider. A null takes a claim away.</summary>
    private Task<string> SignAsync(string token, Action<JsonObject> change)
    {
        var payload = Backchannel.PayloadOf(token);
        change(payload);
        foreach (var gone in payload.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            payload.Remove(gone);
        }

        return _fixture.Provider.SignAsync(payload);
    }
}
