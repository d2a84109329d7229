using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace IndividualPlan.Browser.Tests;

/// <summary>What our page around Studio tells when the service refuses. Studio itself is kept out: its calls are made by the test, as it makes them.</summary>
public sealed class StudioMessagesTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Definition = "/studio/definitions/request-handling";

    private static readonly JsonObject Stale = new()
    {
        ["code"] = "stale", ["title"] = "Noen andre har lagret i mellomtiden", ["detail"] = "Anders Bekkely endret arbeidsflyten.",
        ["savedBy"] = "Anders Bekkely", ["savedAt"] = "2027-01-11T08:30:00Z",
    };

    private readonly List<(JsonNode Body, IReadOnlyDictionary<string, string> Headers)> _saves = [];

    [Fact]
    public async Task Who_loses_a_race_is_told_by_whom_and_keeps_the_drawing_as_a_copy()
    {
        var page = await EditorAsync(400, Stale);

        await SaveAsync(page);
        var notice = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Endringen din er ikke lagret" });
        await Assertions.Expect(notice).ToContainTextAsync("Anders Bekkely endret arbeidsflyten 11. januar 2027 kl. 09:30");
        await notice.GetByRole(AriaRole.Button, new() { Name = "Lagre min som kopi" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Kopien din er lagret som «Henvendelse (min kopi)»")).ToBeVisibleAsync();

        var copy = _saves[^1].Body["model"]!;
        Assert.Null(copy["definitionId"]);
        Assert.Null(copy["id"]);
        Assert.Null(copy["customProperties"]!["rev"]);
        Assert.Equal("tegnet", (string?)copy["root"]!["id"]);
        Assert.Equal("/studio/definitions/the-copy", await page.GetByRole(AriaRole.Link, new() { Name = "Åpne kopien" }).GetAttributeAsync("href"));
        await Assertions.Expect(notice).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_drawing_that_was_not_saved_is_offered_again_after_a_reload_and_can_be_taken_home()
    {
        var page = await EditorAsync(400, Stale);

        await SaveAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Last inn siden på nytt" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Du har en tegning som ikke ble lagret")).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Last ned min utgave" }).ClickAsync());
        var file = JsonNode.Parse(await File.ReadAllTextAsync(await download.PathAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Forkast den" }).ClickAsync();
        await page.ReloadAsync();

        Assert.Equal("Henvendelse.json", download.SuggestedFilename);
        Assert.Equal("tegnet", (string?)file!["root"]!["id"]);
        await Assertions.Expect(page.Locator(".ip-notice")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Problems_are_listed_by_step_and_the_drawing_is_kept_as_a_draft()
    {
        var page = await EditorAsync(400, new JsonObject
        {
            ["code"] = "invalid-definition",
            ["errors"] = new JsonObject { ["Workflow1:f:a1"] = new JsonArray("Utgangen «Ja» fører ingen steder.") },
            ["problems"] = new JsonArray(new JsonObject
            {
                ["nodeId"] = "Workflow1:f:a1", ["activityId"] = "a1", ["name"] = "Ring fastlegen", ["message"] = "Utgangen «Ja» fører ingen steder.", ["severity"] = "Error",
            }),
        });
        await page.EvaluateAsync("""document.body.insertAdjacentHTML('beforeend', `<elsa-activity-wrapper activity-json='{"id":"a1"}'>Ring fastlegen</elsa-activity-wrapper>`)""");

        await SaveAsync(page, publish: true);
        await Assertions.Expect(page.GetByText("Det du har tegnet, er lagret som utkast.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ring fastlegen: Utgangen «Ja» fører ingen steder." })).ToBeVisibleAsync();
        Assert.Equal("solid", await OutlineAsync(page));
        Assert.Equal([true, false], _saves.Select(s => (bool)s.Body["publish"]!));

        Answer(200, new JsonObject { ["workflowDefinition"] = new JsonObject { ["version"] = 4 } });
        await SaveAsync(page, publish: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Versjon 4 er publisert. Nye saker følger den" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Ring fastlegen: ")).ToHaveCountAsync(0);
        Assert.Equal("none", await OutlineAsync(page));
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_told_and_the_next_save_clears_it()
    {
        var page = await EditorAsync(503, new JsonObject { ["title"] = "Tjenesten er opptatt" });

        await SaveAsync(page);
        await Assertions.Expect(page.GetByText("Tjenesten er opptatt")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => { const e = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(e); return e.defaultPrevented; }"));
        Answer(200, new JsonObject { ["workflowDefinition"] = new JsonObject { ["version"] = 2 } });
        await page.GetByRole(AriaRole.Button, new() { Name = "Prøv å lagre igjen" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Tegningen er lagret.")).ToBeVisibleAsync();
        Assert.False(await page.EvaluateAsync<bool>("() => { const e = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(e); return e.defaultPrevented; }"));
    }

    [Theory]
    [InlineData("workflows/instances/i-1/view", "/studio/instances/i-1")]
    [InlineData("/workflows/definitions/d%201/edit", "/studio/definitions/d%201")]
    public async Task Where_Studio_leaves_the_page_without_loading_another_our_page_of_it_is_opened(string left, string opened)
    {
        var page = await EditorAsync(200, []);

        await page.EvaluateAsync("address => history.pushState({}, '', address)", left);

        await page.WaitForURLAsync("**" + opened);
    }

    [Fact]
    public async Task A_run_that_cannot_start_says_why()
    {
        var page = await EditorAsync(200, []);
        await page.RouteAsync("**/execute", route => route.FulfillAsync(new()
        {
            Status = 200, ContentType = "application/json", Body = """{"detail":"Arbeidsflyten er ikke publisert."}""",
            Headers = new Dictionary<string, string> { ["x-elsa-workflow-cannot-start"] = "true" },
        }));

        await page.EvaluateAsync("fetch('/elsa/api/workflow-definitions/request-handling/execute', { method: 'POST', body: '{}' })");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Arbeidsflyten er ikke publisert." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_token_that_has_expired_is_renewed_and_the_save_goes_through()
    {
        var page = await EditorAsync(200, []);
        var first = true;
        await page.RouteAsync("**/elsa/api/workflow-definitions", async route =>
        {
            var tooOld = first;
            first = false;
            await (tooOld ? route.FulfillAsync(new() { Status = 401 }) : route.FallbackAsync());
        });

        var status = await SaveAsync(page);

        Assert.Equal(200, status);
        Assert.Single(_saves);
        Assert.Equal(2, await page.Locator("elsa-backend-provider").CountAsync());
        Assert.Equal("Bearer " + await page.Locator("elsa-backend-provider").Last.GetAttributeAsync("access-token"), _saves[0].Headers["authorization"]);
        Assert.Equal("nb", _saves[0].Headers["accept-language"]);
        Assert.Equal(36, _saves[0].Headers["x-editing-session"].Length);
        await Assertions.Expect(page.Locator(".ip-notice")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_is_signed_out_while_drawing_loses_nothing()
    {
        var page = await EditorAsync(401, []);
        await page.Context.ClearCookiesAsync();

        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Du er logget ut" })).ToBeVisibleAsync();
        var other = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Logg inn i ny fane" }).ClickAsync());
        await other.GetByRole(AriaRole.Button, new() { Name = "Berit Storhei" }).ClickAsync();
        await other.WaitForURLAsync("**" + Definition);
        Answer(200, new JsonObject { ["workflowDefinition"] = new JsonObject { ["version"] = 2 } });
        await page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");

        await Assertions.Expect(page.GetByText("Du er logget inn igjen.")).ToBeVisibleAsync();
        Assert.Equal("tegnet", (string?)_saves[^1].Body["model"]!["root"]!["id"]);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task The_header_and_the_messages_fit_the_window(int width)
    {
        var page = await EditorAsync(400, Stale, width);

        await SaveAsync(page);
        await page.GetByText("Hva er dette?").ClickAsync();

        await Assertions.Expect(page.GetByText("Sakene følger ikke utkastet før du publiserer det")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the window.");
        Assert.Empty(Strangers);
    }

    private int _status;
    private JsonObject _answer = [];

    private void Answer(int status, JsonObject answer) => (_status, _answer) = (status, answer);

    private async Task<IPage> EditorAsync(int status, JsonObject answer, int width = 1280)
    {
        Answer(status, answer);
        var page = await OpenAsync(width);
        await page.RouteAsync("**/_framework/**", static route => route.AbortAsync());
        await page.RouteAsync("**/is-name-unique*", static route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"isUnique":true}""" }));
        await page.RouteAsync("**/elsa/api/workflow-definitions", async route =>
        {
            var body = JsonNode.Parse(route.Request.PostData!)!;
            lock (_saves)
            {
                _saves.Add((body, route.Request.Headers));
            }

            var isCopy = body["model"]!["definitionId"] is null;
            var isDraft = (string?)_answer["code"] == "invalid-definition" && !(bool)body["publish"]!;
            await route.FulfillAsync(new()
            {
                Status = isCopy || isDraft ? 200 : _status,
                ContentType = "application/json",
                Body = isCopy ? """{"workflowDefinition":{"definitionId":"the-copy","version":1}}""" : isDraft ? "{}" : _answer.ToJsonString(),
            });
        });
        await page.SignInAsync(Address, "Berit Storhei", Definition);
        return page;
    }

    private static Task<int> SaveAsync(IPage page, bool publish = false) => page.EvaluateAsync<int>(
        "async save => (await fetch('/elsa/api/workflow-definitions', { method: 'POST', body: save })).status",
        JsonSerializer.Serialize(new
        {
            model = new { definitionId = "request-handling", id = "v1", name = "Henvendelse", root = new { id = "tegnet" }, customProperties = new { rev = 3 } },
            publish,
        }));

    private static Task<string> OutlineAsync(IPage page) =>
        page.Locator("elsa-activity-wrapper").EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle");
}
