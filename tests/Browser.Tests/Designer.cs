using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IndividualPlan.Browser.Tests;

/// <summary>The genuine Elsa Studio as a leader's hands use it.</summary>
internal sealed class Designer(IPage page)
{
    /// <summary>All nodes that are drawn.</summary>
    public ILocator Nodes => page.Locator("elsa-activity-wrapper");

    /// <summary>Our message about a save or a publishing that was refused.</summary>
    public ILocator Notices => page.Locator(".ip-notice");

    /// <summary>Waits until the drawing is there and stands still.</summary>
    public async Task IsDrawnAsync()
    {
        await Assertions.Expect(Nodes.First).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await StandsStillAsync();
    }

    /// <summary>The steps that Studio marks, by id: done ones, or those that wait. Studio draws the marks after the steps, so the first is waited for.</summary>
    /// <param name="colour">What Studio calls the colour of the mark: <c>success</c> for done, <c>warning</c> for waiting.</param>
    public async Task<IReadOnlyList<string>> MarkedAsync(string colour)
    {
        var marked = page.Locator("elsa-activity-wrapper").Filter(new() { Has = page.Locator($".mud-badge.mud-theme-{colour}") });
        await Assertions.Expect(marked.First).ToBeAttachedAsync(new() { Timeout = 60_000 });
        return await marked.EvaluateAllAsync<string[]>("nodes => nodes.map(n => n.getAttribute('activity-id'))");
    }

    /// <summary>Takes a step out of the toolbox and drops it on a free place; answers with its id.</summary>
    /// <param name="category">The toolbox's heading.</param>
    /// <param name="step">The step's name in the toolbox.</param>
    /// <param name="right">How far to the right, as a part of the canvas.</param>
    /// <param name="down">How far down, as a part of the canvas.</param>
    public async Task<string> AddAsync(string category, string step, double right, double down)
    {
        var before = await IdsAsync();
        await SavesAsync(() => DropAsync(category, step, right, down));
        return (await IdsAsync()).Except(before).Single();
    }

    /// <summary>The same without waiting for what the service says to it.</summary>
    public async Task DropAsync(string category, string step, double right, double down)
    {
        await page.GetByPlaceholder("Search").FillAsync(step);
        var shown = page.Locator(".cursor-grab:visible").Filter(new() { HasTextRegex = new Regex($"^\\s*{step}\\s*$") });
        await page.Locator(".mud-expand-panel-header").Filter(new() { HasText = category }).ClickAsync();
        await Assertions.Expect(shown).ToBeVisibleAsync();
        var canvas = page.Locator(".x6-graph").First;
        var box = (await canvas.BoundingBoxAsync())!;
        await shown.DragToAsync(canvas, new() { TargetPosition = new() { X = (float)(box.Width * right), Y = (float)(box.Height * down) } });
    }

    /// <summary>Draws a connection from a step's last outcome to another step.</summary>
    public async Task ConnectAsync(string fromId, string toId)
    {
        await StandsStillAsync();
        var from = (await Ports(fromId).Last.BoundingBoxAsync())!;
        var to = (await Ports(toId).First.BoundingBoxAsync())!;
        // The upper left of the dot: a connection that begins there already covers its middle.
        await page.Mouse.MoveAsync(from.X + (from.Width / 3), from.Y + (from.Height / 4));
        await SavesAsync(async () =>
        {
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync((from.X + to.X) / 2, (from.Y + to.Y) / 2, new() { Steps = 5 });
            await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + (to.Height / 2), new() { Steps = 10 });
            await page.Mouse.UpAsync();
        });
    }

    /// <summary>Writes into a field of the chosen step.</summary>
    public Task FillAsync(string label, string value) => SavesAsync(async () =>
    {
        await Field(label).Locator("input, textarea").First.FillAsync(value);
        await page.Keyboard.PressAsync("Tab");
    });

    /// <summary>Picks from a drop-down of the chosen step.</summary>
    public async Task ChooseAsync(string label, string value)
    {
        await Field(label).ClickAsync();
        await SavesAsync(() => page.Locator(".mud-list-item-extended:visible").Filter(new() { HasTextRegex = new Regex($"^\\s*{value}\\s*$") }).ClickAsync());
    }

    /// <summary>Ticks one of a list of boxes of the chosen step.</summary>
    public Task TickAsync(string value) => SavesAsync(() => page.Locator(".mud-checkbox:visible").Filter(new() { HasText = value }).First.ClickAsync());

    /// <summary>Presses the cloud.</summary>
    public async Task<int> PublishAsync()
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator("#studio [role=toolbar] button.mud-primary-text").ClickAsync(),
            static r => IsSave(r.Request) && r.Request.PostData!.Contains("\"publish\":true", StringComparison.Ordinal));
        return answer.Status;
    }

    private static bool IsSave(IRequest request) => request.Method == "POST" && request.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal);

    /// <summary>Does something that Studio saves by itself, and waits until it has.</summary>
    private Task SavesAsync(Func<Task> act) => page.RunAndWaitForResponseAsync(act, static r => IsSave(r.Request) && r.Status == 200);

    private ILocator Field(string label) => page.Locator(".mud-input-control:visible").Filter(new() { HasText = label }).First;

    private ILocator Ports(string id) => page.Locator(".x6-node").Filter(new() { Has = page.Locator($"elsa-activity-wrapper[activity-id='{id}']") }).Locator(".x6-port-body");

    private async Task<IReadOnlyList<string>> IdsAsync() =>
        await Nodes.EvaluateAllAsync<string[]>("nodes => nodes.map(n => n.getAttribute('activity-id'))");

    /// <summary>Waits until the nodes are where they were two frames before; Studio moves them when it fits the drawing into the window.</summary>
    private Task StandsStillAsync() => page.WaitForFunctionAsync(
        """
        () => {
          const at = [...document.querySelectorAll('elsa-activity-wrapper')].map(n => JSON.stringify(n.getBoundingClientRect())).join();
          const now = performance.now();
          if (window.stoodAt !== at) { window.stoodAt = at; window.stoodSince = now; }
          return now - window.stoodSince > 1000;
        }
        """);
}
