using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.Auth;

public sealed class SignInPageTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Studio = "/studio/instances";

    [Fact]
    public async Task A_page_leads_strangers_to_sign_in_and_then_to_where_they_were_going()
    {
        using var client = host.Visitor();

        var refused = await client.GetAsync(Studio + "?page=2");
        var signedIn = await client.SendFormAsync(refused.Headers.Location!.OriginalString, "/sign-in", ("user", "leader"), ("returnUrl", Studio + "?page=2"));
        var page = await client.GetAsync(signedIn.Headers.Location);

        Assert.Equal("/sign-in?returnUrl=%2Fstudio%2Finstances%3Fpage%3D2", refused.Headers.Location.OriginalString);
        Assert.Equal(Studio + "?page=2", signedIn.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("studio")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        using var client = host.Visitor();

        var answer = await client.SendFormAsync("/sign-in", "/sign-in", ("user", "leader"), ("returnUrl", returnUrl));

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_from_somewhere_else_is_refused()
    {
        using var client = host.Visitor();

        var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("user", "leader")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Set-Cookie: session", answer.Headers.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_is_none_of_the_people_is_told_so()
    {
        using var client = host.Visitor();

        var answer = await client.SendFormAsync("/sign-in", "/sign-in", ("user", "nobody"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<title>Feil: Logg inn", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var client = host.Visitor();

        var answer = await client.SendFormAsync("/sign-in", "/sign-in", ("user", "leader"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("leader", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var client = await host.VisitorAsync("leader");

        await client.SendFormAsync("/sign-in", "/sign-out");
        var after = await client.GetAsync(Studio);

        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task A_session_opens_no_api()
    {
        using var client = await host.VisitorAsync("leader");

        var api = await client.GetAsync("/api/workflow-definitions");
        var elsa = await client.GetAsync("/elsa/api/workflow-definitions");

        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, elsa.StatusCode);
    }

    [Fact]
    public async Task Studios_token_opens_Elsas_api_and_no_other()
    {
        using var client = await host.VisitorAsync("leader");
        var token = (string)(await client.GetFromJsonAsync<JsonObject>("/studio/token"))!["accessToken"]!;
        using var studio = host.Visitor();
        studio.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        var elsa = await studio.PostAsync("/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1", null);
        var api = await studio.GetAsync("/api/workflow-definitions");
        var page = await studio.GetAsync(Studio);

        Assert.NotEqual(HttpStatusCode.Unauthorized, elsa.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Theory]
    [InlineData("leader", HttpStatusCode.OK)]
    [InlineData("casemanager", HttpStatusCode.OK)]
    [InlineData("coordinator", HttpStatusCode.Forbidden)]
    [InlineData("person", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    public async Task Studio_and_its_token_are_for_leaders_and_case_managers(string user, HttpStatusCode expected)
    {
        using var client = await host.VisitorAsync(user);

        var page = await client.GetAsync(Studio);
        var token = await client.GetAsync("/studio/token");

        Assert.Equal(expected, page.StatusCode);
        Assert.Equal(expected, token.StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_not_for_someone_says_whom_it_is_for()
    {
        using var client = await host.VisitorAsync("dpo");

        var html = WebUtility.HtmlDecode(await (await client.GetAsync(Studio)).Content.ReadAsStringAsync());

        Assert.Contains("Siden er for: Kontorleder, Saksbehandler.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nn", "Vel kven du vil vere")]
    [InlineData("en", "Choose who you want to be")]
    public async Task The_chosen_language_is_kept(string language, string sentence)
    {
        using var client = host.Visitor();

        var chosen = await client.SendFormAsync("/sign-in", "/language", ("language", language), ("returnUrl", "/sign-in"));
        var html = await client.GetStringAsync(chosen.Headers.Location);

        Assert.Contains($"<html lang=\"{language}\" ", html, StringComparison.Ordinal);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_chosen_appearance_is_kept_and_stands_on_the_root_of_the_page(string appearance)
    {
        using var client = host.Visitor();

        var chosen = await client.SendFormAsync("/sign-in", "/appearance", ("appearance", appearance), ("returnUrl", "/sign-in"));
        var html = await client.GetStringAsync(chosen.Headers.Location);

        Assert.Matches($"<html [^>]*class=\"{appearance}\"", html);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_answers_a_browser_with_a_page()
    {
        using var client = await host.VisitorAsync("leader");

        var answer = await client.GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
