using System.Collections.Concurrent;
using IndividualPlan.Testing.Journeys;
using Microsoft.Playwright;

namespace IndividualPlan.Browser.Tests;

/// <summary>A test that sits at the screen: the product on a port of this machine, its case, and people in front of Chromium.</summary>
/// <param name="chromium">The browser.</param>
/// <param name="at">Where the demo clock stands at the start, Norwegian local time.</param>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTest(Chromium chromium, string at = "2027-01-11 09:00") : IAsyncLifetime
{
    private readonly ConcurrentBag<string> _strangers = [];
    private readonly List<IBrowserContext> _contexts = [];

    /// <summary>The case and its surroundings.</summary>
    protected Journey Journey { get; } = new(at);

    protected When When => new(Journey);

    protected Given Given => new(Journey, When);

    protected Then Then => new(Journey);

    /// <summary>Where the product answers, without a slash at the end.</summary>
    protected string Address { get; private set; } = "";

    /// <summary>What any page asked of another host than ours; must stay empty.</summary>
    protected IReadOnlyCollection<string> Strangers => _strangers;

    public Task InitializeAsync()
    {
        Address = Journey.Listen();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        await Journey.DisposeAsync();
    }

    /// <summary>A browser that nobody is signed in to.</summary>
    protected async Task<IPage> OpenAsync(int width = 1280, int height = 800, bool javaScript = true)
    {
        var context = await chromium.OpenAsync(width, height, javaScript);
        _contexts.Add(context);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                _strangers.Add(request.Url);
            }
        };
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(90_000);
        return page;
    }
}
