using Microsoft.Playwright;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Browser.Tests;

/// <summary>A case manager's day with the keyboard alone (P-22): in at the door, through the list, into a task, a mistake, its mending, and on to the next.</summary>
public sealed class WorkDayTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int MostTabs = 120;

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task A_case_manager_s_day_needs_no_mouse(int width, bool javaScript)
    {
        await Given.ARequest(Fjellrev, receivedAt: "2027-01-08 08:00");
        await Given.ARequest(Rype, receivedAt: "2027-01-11 08:30");
        var page = await OpenAsync(width, 900, javaScript);

        await page.GotoAsync(Address + "/sign-in");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Kari Lyngmo" }));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Hei, Kari Lyngmo");
        await page.FitsAsync();

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Oppgaver", Exact = true }));
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Enhetens" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await page.FitsAsync();

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Vurder retten til plan" }).First);
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Ta oppgaven" }));
        await Assertions.Expect(page.GetByText("Du har tatt oppgaven.")).ToBeVisibleAsync();
        await page.FitsAsync();

        await TypeAsync(page, page.GetByLabel("Hva mener personen selv?"), "Vil gjerne ha en plan.");
        if (javaScript)
        {
            await Assertions.Expect(page.Locator(".ip-autosave")).ToContainTextAsync("Utkast lagret kl. 09.00");
        }
        else
        {
            await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Lagre utkast" }));
            await Assertions.Expect(page.GetByText("Utkastet er lagret.")).ToBeVisibleAsync();
        }

        // A refusal asks once more, and a refusal without reasons is not taken.
        await PressAsync(page, page.Locator("summary").Filter(new() { HasText = "Avslås" }));
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Ja: Avslås" }));
        await Assertions.Expect(page.Locator(".aksel-error-summary")).ToBeFocusedAsync();
        Assert.StartsWith("Feil: ", await page.TitleAsync(), StringComparison.Ordinal);
        await page.FitsAsync();

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Fyll ut «Begrunnelse»." }));
        await TypeAsync(page, page.GetByLabel("Begrunnelse"), "Behovet er langvarig, og flere tjenester må samordnes.");
        await Assertions.Expect(page.GetByLabel("Hva mener personen selv?")).ToHaveValueAsync("Vil gjerne ha en plan.");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Innvilges" }));

        // Whoever took the first task has the case, and is led to its next task; the list is where it was.
        await Assertions.Expect(page.GetByText("Oppgaven «Vurder retten til plan» er ferdig. Her er den neste oppgaven din i saken.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Send underretning");
        await page.FitsAsync();
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Tilbake til oppgavene" }));
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Vurder retten til plan" }).First);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Vurder retten til plan");
        await Assertions.Expect(page.GetByText("Modig Rype").First).ToBeVisibleAsync();
        Assert.Empty(Strangers);
    }

    [Fact]
    public async Task A_draft_survives_that_the_browser_is_closed_and_the_server_out_of_reach_is_told()
    {
        await Given.ARequest(Fjellrev, receivedAt: "2027-01-11 08:00");
        var task = (string)(await Journey.GetAsync("casemanager", $"/api/tasks?caseId={Journey.CaseId}&state=open"))["items"]![0]!["taskId"]!;
        var first = await OpenAsync();
        await first.SignInAsync(Address, "Kari Lyngmo", $"/tasks/{task}");
        await first.GetByLabel("Faktiske forhold").FillAsync("Bor alene.");
        await Assertions.Expect(first.Locator(".ip-autosave")).ToContainTextAsync("Utkast lagret kl.");
        await first.Context.CloseAsync();

        var second = await OpenAsync();
        await second.SignInAsync(Address, "Kari Lyngmo", $"/tasks/{task}");
        await Assertions.Expect(second.GetByLabel("Faktiske forhold")).ToHaveValueAsync("Bor alene.");
        await second.GetByLabel("Faktiske forhold").FillAsync("Bor alene og får hjelp hver dag.");
        await Assertions.Expect(second.Locator(".ip-autosave")).ToContainTextAsync("Utkast lagret kl.");
        await second.RouteAsync("**/draft", static route => route.AbortAsync());
        await second.GetByLabel("Faktiske forhold").FillAsync("Bor alene og får hjelp to ganger om dagen.");

        await Assertions.Expect(second.Locator(".ip-autosave")).ToContainTextAsync("Ikke lagret.");
        await Assertions.Expect(second.GetByLabel("Faktiske forhold")).ToHaveValueAsync("Bor alene og får hjelp to ganger om dagen.");
    }

    /// <summary>Goes to an element with the tab key, as far as it takes, and presses enter.</summary>
    private static async Task PressAsync(IPage page, ILocator wanted)
    {
        await TabToAsync(page, wanted);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    private static async Task TypeAsync(IPage page, ILocator field, string text)
    {
        await TabToAsync(page, field);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task TabToAsync(IPage page, ILocator wanted)
    {
        await Assertions.Expect(wanted).ToBeVisibleAsync();
        var reached = "";

        for (var tabs = 0; tabs <= MostTabs; tabs++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
            reached = await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)");
        }

        Assert.Fail($"The tab key does not lead to {wanted}; it came to {reached}");
    }
}
