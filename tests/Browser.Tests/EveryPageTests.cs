using System.Text.Json;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.Testing;
using Microsoft.Playwright;

namespace IndividualPlan.Browser.Tests;

/// <summary>Every page in a real browser: axe finds nothing, in light and dark; nothing is cut off at 320 pixels; no other host is asked.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(Chromium chromium) : IAsyncLifetime
{
    /// <summary>Pages that are Elsa Studio: its canvas is judged by its makers, and has a table beside it. Only our part around it is looked at here.</summary>
    private const string StudioPages = "/studio/";

    private readonly OfficeAtWork _office = new();
    private string _address = "";

    public async Task InitializeAsync()
    {
        _address = _office.Journey.Listen();
        await _office.OpenAsync();
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    /// <summary>The dark pages are the same pages in other colours, so there only what colours decide is asked about.</summary>
    [Theory]
    [InlineData("light", "'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'", 5)]
    [InlineData("dark", "'color-contrast', 'link-in-text-block'", 1)]
    public async Task Axe_finds_nothing(string appearance, string rules, int fewest)
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(SolutionFolder.Path, "node_modules", "axe-core", "axe.min.js"));
        List<string> found = [];

        await EachAsync(1280, appearance, async (page, visited) =>
        {
            await page.EvaluateAsync(axe);
            var violations = await page.EvaluateAsync<JsonElement>(
                $$"""
                async inside => {
                  const result = await axe.run(inside ?? document, { runOnly: [{{rules}}], resultTypes: ['violations'] });
                  if (result.passes.length < {{fewest}}) { return [`axe looked at next to nothing: ${result.passes.length} rules`]; }
                  return result.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.target.join(' ')} – ${n.failureSummary.split('\n').slice(1, 3).join(' ')}`));
                }
                """,
                visited.Pattern.StartsWith(StudioPages, StringComparison.Ordinal) ? "#ip-bar" : null);
            found.AddRange(violations.EnumerateArray().Select(v => $"{visited.Pattern}: {v.GetString()}"));
        });

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Nothing_is_cut_off_in_a_window_of_320_pixels()
    {
        List<string> found = [];

        await EachAsync(320, "light", async (page, visited) =>
        {
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
            found.AddRange(wide.Select(w => $"{visited.Pattern}: {w}"));
        });

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>Opens each page as the first of the roles that see it.</summary>
    private async Task EachAsync(int width, string appearance, Func<IPage, VisitedPage, Task> look)
    {
        var strangers = new List<string>();
        var unseen = _office.Pages().Where(static p => !IsFile(p)).Where(static p => !p.Pattern.StartsWith(StudioPages, StringComparison.Ordinal) || p.Pattern == "/studio/definitions/{definitionId}").ToList();

        foreach (var (user, role) in OfficeAtWork.OneOfEachRole)
        {
            var mine = unseen.Where(p => p.Admits(role)).ToList();

            if (mine.Count == 0)
            {
                continue;
            }

            await using var context = await chromium.OpenAsync(width, 900);
            context.Request += (_, request) =>
            {
                if (!request.Url.StartsWith(_address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                {
                    strangers.Add(request.Url);
                }
            };
            await context.AddCookiesAsync([new() { Name = "appearance", Value = appearance, Url = _address }]);
            var page = await context.NewPageAsync();
            await page.GotoAsync($"{_address}/sign-in");
            await page.Locator($"button[name=user][value={user}]").ClickAsync();
            await page.WaitForURLAsync(_address + "/");

            foreach (var visited in mine)
            {
                var answer = await page.GotoAsync(_address + visited.Address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });

                if (answer is { Status: 200 } && answer.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) == true)
                {
                    await look(page, visited);
                    unseen.Remove(visited);
                }
            }
        }

        Assert.Empty(strangers);
    }

    /// <summary>What is saved to a file has no looks.</summary>
    private static bool IsFile(VisitedPage page) =>
        page.Pattern.EndsWith("/pdf", StringComparison.Ordinal) || page.Pattern.EndsWith("/download", StringComparison.Ordinal) || page.Pattern.EndsWith("/csv", StringComparison.Ordinal)
        || page.Pattern.EndsWith("/file", StringComparison.Ordinal) || page.Pattern.EndsWith("/file/index", StringComparison.Ordinal);
}
