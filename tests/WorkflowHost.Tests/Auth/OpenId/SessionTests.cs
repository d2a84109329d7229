using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Web;
using IndividualPlan.Testing.SignIn;

namespace IndividualPlan.WorkflowHost.Tests.Auth.OpenId;

/// <summary>How a session ends: by signing out here or at the provider, by doing nothing, or by its age (P-29).</summary>
[Collection(SignInCollection.Name)]
public sealed class SessionTests(SignInFixture fixture) : IAsyncLifetime
{
    private readonly SignInHost _host = new(fixture.Provider);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_leads_by_way_of_the_provider_back_to_us()
    {
        using var browser = new Browser(_host);
        using var copy = new Browser(_host);
        await browser.SignInAsync("leader");
        copy.Cookies.Add(browser.Cookies.GetCookies(_host.Address));

        using var sent = await browser.SendFormAsync("/", "/sign-out");
        var onTheWay = await browser.GetAsync(new Uri(_host.Address, sent.Headers.Location!));
        var next = new Uri(onTheWay.Headers.GetValues("Refresh").Single().Split("url=")[1]);
        var query = HttpUtility.ParseQueryString(next.Query);
        var back = await browser.FollowAsync(await browser.ConfirmSignOutAsync(await browser.FollowAsync(next)));

        Assert.Equal("/signed-out", sent.Headers.Location!.OriginalString);
        Assert.StartsWith(fixture.Provider.Issuer, next.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(_host.Backchannel.LastIdToken, query["id_token_hint"]);
        Assert.Equal(new Uri(_host.Address, "/signed-out").AbsoluteUri, query["post_logout_redirect_uri"]);
        Assert.Equal(new Uri(_host.Address, "/signed-out"), new Uri(back.Address.GetLeftPart(UriPartial.Path)));
        Assert.Contains("Du er logget ut", back.Html, StringComparison.Ordinal);
        Assert.Contains("Logg inn igjen", back.Html, StringComparison.Ordinal);
        // Signed out at the provider too: it asks who one is. And a copy of the cookie is worth nothing.
        Assert.Contains("Choose who you are", (await browser.OpenAsync("/workflows")).Html, StringComparison.Ordinal);
        Assert.True(await IsSignedOutAsync(copy));
    }

    [Fact]
    public async Task When_the_provider_says_that_someone_has_signed_out_there_the_next_request_here_is_refused()
    {
        using var leader = new Browser(_host);
        using var other = new Browser(_host);
        await other.SignInAsync("casemanager");
        await leader.SignInAsync("leader");
        var sid = (string)Backchannel.PayloadOf(_host.Backchannel.LastIdToken!)["sid"]!;

        using var told = await TellAsync(fixture.Provider.Issuer, sid);

        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.False(told.Headers.Contains("X-Frame-Options"));
        Assert.Contains($"frame-ancestors {fixture.Provider.Issuer}", told.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(await IsSignedOutAsync(leader));
        Assert.Contains(leader.LastCookies, c => c.StartsWith("session=;", StringComparison.Ordinal));
        Assert.False(await IsSignedOutAsync(other));
    }

    [Fact]
    public async Task A_session_that_has_ended_is_over_on_every_node()
    {
        await using var node = new SignInHost(fixture.Provider, database: _host);
        using var browser = new Browser(_host);
        await browser.SignInAsync("leader");
        var onNode = new Browser(node);
        onNode.Cookies.Add(browser.Cookies.GetCookies(_host.Address));
        var before = await IsSignedOutAsync(onNode);

        using var told = await TellAsync(fixture.Provider.Issuer, (string)Backchannel.PayloadOf(_host.Backchannel.LastIdToken!)["sid"]!);
        var after = await IsSignedOutAsync(onNode);
        onNode.Dispose();

        Assert.False(before);
        Assert.True(after);
    }

    [Theory]
    [InlineData("https://other.example", true, HttpStatusCode.BadRequest)]
    [InlineData(null, true, HttpStatusCode.BadRequest)]
    [InlineData("the provider", false, HttpStatusCode.OK)]
    public async Task Messages_that_name_no_session_of_ours_end_none(string? issuer, bool rightSession, HttpStatusCode expected)
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("leader");
        var sid = rightSession ? (string)Backchannel.PayloadOf(_host.Backchannel.LastIdToken!)["sid"]! : "not-ours";

        using var told = await TellAsync(issuer == "the provider" ? fixture.Provider.Issuer : issuer, sid);

        Assert.Equal(expected, told.StatusCode);
        Assert.False(await IsSignedOutAsync(browser));
    }

    [Fact]
    public async Task Whoever_does_nothing_for_half_an_hour_is_signed_out()
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("leader");
        _host.Clock.Advance(TimeSpan.FromMinutes(29));
        var stillIn = !await IsSignedOutAsync(browser);

        _host.Clock.Advance(TimeSpan.FromMinutes(29));
        var stillInAgain = !await IsSignedOutAsync(browser);
        _host.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.True(stillIn);
        Assert.True(stillInAgain);
        Assert.True(await IsSignedOutAsync(browser));
    }

    [Fact]
    public async Task A_page_that_lies_open_and_fetches_tokens_by_itself_does_not_keep_the_session_alive()
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("leader");
        _host.Clock.Advance(TimeSpan.FromMinutes(20));
        using var token = await browser.GetAsync(new Uri(_host.Address, "/studio/token"));
        _host.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(HttpStatusCode.OK, token.StatusCode);
        Assert.True(await IsSignedOutAsync(browser));
    }

    [Fact]
    public async Task Eight_hours_are_the_end_however_busy_someone_is()
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("leader");
        for (var quarter = 1; quarter < 32; quarter++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.False(await IsSignedOutAsync(browser));
        }

        _host.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.True(await IsSignedOutAsync(browser));
    }

    [Fact]
    public async Task Limits_can_be_set()
    {
        await using var host = new SignInHost(fixture.Provider, new() { ["OpenIdConnect:IdleLimit"] = "00:10:00", ["OpenIdConnect:AbsoluteLimit"] = "00:15:00" });
        using var idle = new Browser(host);
        using var busy = new Browser(host);
        await idle.SignInAsync("leader");
        await busy.SignInAsync("leader");

        host.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.False(await IsSignedOutAsync(busy));
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.True(await IsSignedOutAsync(idle));
        Assert.False(await IsSignedOutAsync(busy));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await IsSignedOutAsync(busy));
    }

    [Fact]
    public async Task Signing_in_as_someone_else_ends_the_session_before_it()
    {
        using var browser = new Browser(_host);
        using var copy = new Browser(_host);
        await browser.SignInAsync("leader");
        copy.Cookies.Add(browser.Cookies.GetCookies(_host.Address));

        await browser.FollowAsync(await browser.ChooseAsync(await browser.OpenAsync("/sign-in/start?again=true"), "casemanager"));

        Assert.True(await IsSignedOutAsync(copy));
        Assert.Contains("Kari Lyngmo", (await browser.OpenAsync("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_that_a_page_gave_to_Studio_ends_with_the_session()
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("leader");
        using var given = await browser.GetAsync(new Uri(_host.Address, "/studio/token"));
        var token = (string)JsonNode.Parse(await given.Content.ReadAsStringAsync())!["accessToken"]!;
        var before = await StudioAsync(token);

        using var sent = await browser.SendFormAsync("/", "/sign-out");

        Assert.NotEqual(HttpStatusCode.Unauthorized, before);
        Assert.Equal(HttpStatusCode.Unauthorized, await StudioAsync(token));
    }

    private static async Task<bool> IsSignedOutAsync(Browser browser)
    {
        using var answer = await browser.GetAsync(new Uri(browser.Host.Address, "/workflows"));
        return answer.Headers.Location?.OriginalString.StartsWith("/sign-in?", StringComparison.Ordinal) is true;
    }

    /// <summary>What a provider's own page loads in a hidden frame, where our cookies are not sent.</summary>
    private async Task<HttpResponseMessage> TellAsync(string? issuer, string sid)
    {
        using var frame = new HttpClient();
        var iss = issuer is null ? "" : $"iss={Uri.EscapeDataString(issuer)}&";
        return await frame.GetAsync(new Uri(_host.Address, $"/signed-out-elsewhere?{iss}sid={Uri.EscapeDataString(sid)}"));
    }

    private async Task<HttpStatusCode> StudioAsync(string token)
    {
        using var studio = new HttpClient();
        studio.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await studio.GetAsync(new Uri(_host.Address, "/elsa/api/workflow-definitions"));
        return answer.StatusCode;
    }
}
