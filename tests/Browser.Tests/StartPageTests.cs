namespace IndividualPlan.Browser.Tests;

/// <summary>What a newcomer sees first.</summary>
public sealed class StartPageTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task The_start_page_fits_its_window_and_asks_no_other_host_for_anything(int width)
    {
        var page = await OpenAsync(width);

        await page.GotoAsync(Address + "/");

        Assert.Equal("Individuell plan", await page.Locator("h1").First.InnerTextAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the window.");
        Assert.Empty(Strangers);
    }
}
