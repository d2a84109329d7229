using Microsoft.Playwright;

namespace IndividualPlan.Browser.Tests;

/// <summary>The browser of all tests: Debian's Chromium, started once.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where Debian puts it; <c>run-tests</c> installs it.</summary>
    public const string Path = "/usr/bin/chromium";

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A browser as one person sits at it: cookies of its own, Norwegian, in Oslo.</summary>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="height">Height of the window in pixels.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    public async Task<IBrowserContext> OpenAsync(int width = 1280, int height = 800, bool javaScript = true) => await _browser!.NewContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = height },
        Locale = "nb-NO",
        TimezoneId = "Europe/Oslo",
        JavaScriptEnabled = javaScript,
    });

    public async Task DisposeAsync()
    {
        await _browser!.DisposeAsync();
        _playwright!.Dispose();
    }
}

/// <summary>Tests that share the browser; they run one after another, since two cores carry one Studio at a time.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
