using Microsoft.Playwright;

namespace IndividualPlan.Browser.Tests;

/// <summary>What people do on our pages, whichever page it is.</summary>
internal static class Visits
{
    /// <summary>Signs in as one of the invented people, and goes to an address.</summary>
    public static async Task SignInAsync(this IPage page, string address, string name, string path)
    {
        await page.GotoAsync($"{address}/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

        try
        {
            await page.WaitForURLAsync("**" + path, new() { WaitUntil = WaitUntilState.Commit });
            // Not by asking the page again and again: one without scripts never answers a second time.
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{name} was not let in to {path}, but sits at {page.Url}, which says: {await page.Locator("body").InnerTextAsync()}", late);
        }
    }

    /// <summary>The page is no wider than its window, so that nobody has to scroll sideways.</summary>
    public static async Task FitsAsync(this IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url} is wider than the window.");
}
