using System.Diagnostics;
using System.Globalization;
using IndividualPlan.Testing;
using Microsoft.Playwright;

namespace IndividualPlan.Benchmarks;

/// <summary>What a browser fetches and how long it takes until a page can be used: with nothing kept from before, and the second time.</summary>
internal static class PageLoads
{
    private static readonly (string Name, string Path, string Ready)[] Pages =
    [
        ("designer, the request flow", "/studio/definitions/request-handling", "elsa-activity-wrapper"),
        ("list of running workflows in Studio", "/studio/instances", "table tbody tr"),
        ("work list", "/tasks", "main h1"),
        ("cases", "/cases", "main h1"),
        ("workflows", "/workflows", "main h1"),
    ];

    public static async Task RunAsync()
    {
        using var file = TestDatabase.Sqlite();
        using var host = await HostProcess.StartAsync(file);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        Console.WriteLine("| Page | First load | of it fonts | Requests | Until usable | Second load | Until usable |");
        Console.WriteLine("|---|---|---|---|---|---|---|");

        foreach (var (name, path, ready) in Pages)
        {
            var (first, second) = await VisitAsync(browser, host.Client.BaseAddress!.ToString().TrimEnd('/'), path, ready);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {first.Kilobytes:N0} KB | {first.FontKilobytes:N0} KB | {first.Requests} | {first.Seconds:F1} s | {second.Kilobytes:N0} KB, {second.Requests} requests | {second.Seconds:F1} s |"));
        }
    }

    private static async Task<(Load First, Load Second)> VisitAsync(IBrowser browser, string address, string path, string ready)
    {
        await using var context = await browser.NewContextAsync(new() { Locale = "nb-NO" });
        var page = await context.NewPageAsync();

        // Signed in by a call beside the page, so that nothing of ours is kept from an earlier page.
        var form = await (await context.APIRequest.GetAsync($"{address}/sign-in")).TextAsync();
        var token = form.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        var data = context.APIRequest.CreateFormData();
        data.Set("__RequestVerificationToken", token);
        data.Set("user", "leader");
        data.Set("returnUrl", "/accessibility");
        await context.APIRequest.PostAsync($"{address}/sign-in", new() { Form = data });

        return (await LoadAsync(context, page, address + path, ready), await LoadAsync(context, page, address + path, ready));
    }

    private static async Task<Load> LoadAsync(IBrowserContext context, IPage page, string address, string ready)
    {
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        var fonts = new HashSet<string>();
        double bytes = 0, fontBytes = 0;
        var requests = 0;
        session.Event("Network.responseReceived").OnEvent += (_, e) =>
        {
            if (e!.Value.GetProperty("type").GetString() == "Font")
            {
                fonts.Add(e.Value.GetProperty("requestId").GetString()!);
            }
        };
        session.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            var length = e!.Value.GetProperty("encodedDataLength").GetDouble();
            bytes += length;
            requests += length > 0 ? 1 : 0;
            fontBytes += fonts.Contains(e.Value.GetProperty("requestId").GetString()!) ? length : 0;
        };
        var watch = Stopwatch.StartNew();
        await page.GotoAsync(address);
        await page.Locator(ready).First.WaitForAsync(new() { Timeout = 180_000 });
        var usable = watch.Elapsed;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await session.DetachAsync();
        return new Load(bytes / 1024, fontBytes / 1024, requests, usable.TotalSeconds);
    }

    private sealed record Load(double Kilobytes, double FontKilobytes, int Requests, double Seconds);
}
