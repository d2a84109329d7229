using System.Text.Json;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.Workflows.Audit;
using Microsoft.Playwright;

namespace IndividualPlan.Browser.Tests;

/// <summary>
/// Every page of an office at work, opened once in a real browser as the first of the roles that see it, and looked at in all ways while it is open: by axe in
/// the light and in the dark, in a window of 320 pixels, and enlarged to 200 %. Forms that can be sent empty without doing anything are sent so, and what they answer is looked at too.
/// </summary>
public sealed class Tour(Chromium chromium) : IAsyncLifetime
{
    /// <summary>Pages that are Elsa Studio: its canvas is judged by its makers, and has a table beside it. Only our part around it is looked at here.</summary>
    private const string StudioPages = "/studio/";

    /// <summary>What axe is asked about in the dark: the same pages in other colours, so only what colours decide.</summary>
    private const string Colours = "'color-contrast', 'link-in-text-block'";

    private const string AllRules = "'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'";

    /// <summary>The button that a page is about.</summary>
    private const string Sending = "main form[method=post] button.aksel-button[data-variant=primary]";

    private readonly OfficeAtWork _office = new();
    private readonly List<string> _visited = [];
    private string _address = "";
    private string _axe = "";

    /// <summary>What axe finds in the light.</summary>
    public List<string> InTheLight { get; } = [];

    /// <summary>What axe finds in the dark.</summary>
    public List<string> InTheDark { get; } = [];

    /// <summary>What is cut off in a narrow window, or when the page is enlarged.</summary>
    public List<string> CutOff { get; } = [];

    /// <summary>What was asked of other hosts than ours.</summary>
    public List<string> Strangers { get; } = [];

    /// <summary>What was looked at: addresses, and forms that were sent empty.</summary>
    public IReadOnlyList<string> Visited => _visited;

    /// <summary>Addresses that nobody was shown, and forms that nobody could send.</summary>
    public IReadOnlyList<string> Unseen { get; private set; } = [];

    public async Task InitializeAsync()
    {
        _axe = await File.ReadAllTextAsync(Path.Combine(SolutionFolder.Path, "node_modules", "axe-core", "axe.min.js"));
        _address = _office.Journey.Listen();
        await _office.OpenAsync();
        var unseen = _office.Pages().Where(static p => !IsFile(p)).Where(static p => !IsStudio(p.Pattern) || p.Pattern == "/studio/definitions/{definitionId}").ToList();

        foreach (var (user, role) in OfficeAtWork.OneOfEachRole)
        {
            if (unseen.Where(p => p.Admits(role)).ToList() is { Count: > 0 } mine)
            {
                await using var context = await chromium.OpenAsync(1280, 900);
                var page = await SignInAsync(context, user);
                await GoRoundAsync(page, mine, unseen);
                if (role == Roles.CaseManager)
                {
                    await RequestAsync(page);
                }
            }
        }

        Unseen = [.. unseen.Select(static p => p.Address)];
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static bool IsStudio(string pattern) => pattern.StartsWith(StudioPages, StringComparison.Ordinal);

    /// <summary>What is saved to a file has no looks.</summary>
    private static bool IsFile(VisitedPage page) =>
        page.Pattern.EndsWith("/pdf", StringComparison.Ordinal) || page.Pattern.EndsWith("/download", StringComparison.Ordinal) || page.Pattern.EndsWith("/csv", StringComparison.Ordinal)
        || page.Pattern.EndsWith("/file", StringComparison.Ordinal) || page.Pattern.EndsWith("/file/index", StringComparison.Ordinal)
        || page.Pattern.EndsWith("/transfer/receipt", StringComparison.Ordinal);

    private async Task<IPage> SignInAsync(IBrowserContext context, string user)
    {
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                Strangers.Add(request.Url);
            }
        };
        await context.AddCookiesAsync([new() { Name = "appearance", Value = "light", Url = _address }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{_address}/sign-in");
        await page.Locator($"button[name=user][value={user}]").ClickAsync();
        await page.WaitForURLAsync(_address + "/");
        return page;
    }

    private async Task GoRoundAsync(IPage page, IEnumerable<VisitedPage> mine, List<VisitedPage> unseen)
    {
        foreach (var visited in mine)
        {
            var answer = await page.GotoAsync(_address + visited.Address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });

            if (answer is { Status: 200 } && answer.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                await LookAsync(page, visited.Address);

                if (visited.Refuses)
                {
                    // Some who may see the page have nothing to fill in there; then the next role tries.
                    if (await page.Locator(Sending).CountAsync() == 0)
                    {
                        continue;
                    }

                    await SendEmptyAsync(page);
                    await LookAsync(page, visited.Address + ", sent empty");
                }

                unseen.Remove(visited);
            }
        }
    }

    /// <summary>Sends the form of the page without the browser's own checks, and expects it to be refused.</summary>
    private static async Task SendEmptyAsync(IPage page)
    {
        var answer = await SendAsync(page, $$"""
            () => {
              const button = document.querySelector('{{Sending}}');
              const form = button.form;
              for (const field of form.elements) {
                if (field.type === 'checkbox' || field.type === 'radio') { field.checked = false; }
                else if (field.tagName === 'INPUT' && field.type !== 'hidden' || field.tagName === 'TEXTAREA' || field.tagName === 'SELECT') { field.value = ''; }
              }
              form.requestSubmit(button);
            }
            """);
        Assert.True(answer.Status == 422, $"{page.Url} sent empty answered {answer.Status}.");
        await page.WaitForSelectorAsync(".aksel-error-summary");
    }

    /// <summary>Each step of a request: the person is looked up, both one who has a case and one whom nobody knows, and the form that then follows is sent without an answer to anything.</summary>
    private async Task RequestAsync(IPage page)
    {
        foreach (var (number, name) in new[] { (SyntheticPerson.Hestehov.Number, "person found"), (SyntheticPerson.Måke.Number, "person not known") })
        {
            await page.GotoAsync(_address + "/requests/new", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await page.Locator("[name='person.nationalIdentityNumber']").FillAsync(number);
            await SendAsync(page, "() => document.querySelector('main form[method=post] button[value=find]').click()");
            await page.WaitForSelectorAsync("button[value=register]");
            await LookAsync(page, $"/requests/new, {name}");
            await SendEmptyAsync(page);
            await LookAsync(page, $"/requests/new, {name}, sent empty");
        }
    }

    private static async Task<IResponse> SendAsync(IPage page, string press)
    {
        var answer = await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync(press), static response => response.Request is { Method: "POST", IsNavigationRequest: true });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        return answer;
    }

    private async Task LookAsync(IPage page, string name)
    {
        _visited.Add(name);
        await page.EvaluateAsync(_axe);
        await AskAxeAsync(page, name, AllRules, 5, InTheLight);

        // Studio has no dark appearance; our pages carry theirs on the root (the cookie that puts it there is the matter of SignInPageTests).
        if (!page.Url.StartsWith(_address + StudioPages, StringComparison.Ordinal))
        {
            Assert.True(await page.EvaluateAsync<string>("document.documentElement.className") == "light", $"{name} at {page.Url} does not say how it looks.");
            await page.EvaluateAsync("() => { document.documentElement.className = 'dark'; }");
            await AskAxeAsync(page, name, Colours, 1, InTheDark);
            await page.EvaluateAsync("() => { document.documentElement.className = 'light'; }");
        }

        // A phone, and a window of 1280 pixels that is enlarged to 200 % (P-22).
        foreach (var width in new[] { 320, 640 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var wide = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const width = document.documentElement.scrollWidth;
                  if (width <= window.innerWidth) { return []; }
                  const wide = [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest('.ip-table, .ip-code'))
                    .slice(0, 3).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`);
                  return wide.length > 0 ? wide : [`something inside a table or a code: ${width}`];
                }
                """);
            CutOff.AddRange(wide.Select(w => $"{name} at {width} pixels: {w}"));
        }

        await page.SetViewportSizeAsync(1280, 900);
    }

    private static async Task AskAxeAsync(IPage page, string name, string rules, int fewest, List<string> found)
    {
        var violations = await page.EvaluateAsync<JsonElement>(
            $$"""
            async inside => {
              const result = await axe.run(inside ?? document, { runOnly: [{{rules}}], resultTypes: ['violations'] });
              if (result.passes.length < {{fewest}}) { return [`axe looked at next to nothing: ${result.passes.length} rules`]; }
              return result.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.target.join(' ')} – ${n.failureSummary.split('\n').slice(1, 3).join(' ')}`));
            }
            """,
            IsStudio(name) ? "#ip-bar" : null);
        found.AddRange(violations.EnumerateArray().Select(v => $"{name}: {v.GetString()}"));
    }
}
