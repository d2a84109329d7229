using IndividualPlan.Testing.SignIn;
using Microsoft.Playwright;

namespace IndividualPlan.Browser.Tests;

/// <summary>Signing in and out at a real provider, in a browser that holds us to our own rules about forms, frames and cookies.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SignInTests(Chromium chromium) : IAsyncLifetime
{
    private ProviderProcess _provider = null!;
    private SignInHost _host = null!;
    private IBrowserContext _context = null!;

    public async Task InitializeAsync()
    {
        _provider = await ProviderProcess.StartAsync();
        _host = new SignInHost(_provider);
        _context = await chromium.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_leader_signs_in_on_the_way_to_a_page_and_signs_out_here_and_at_the_provider()
    {
        var page = await SignInAsync("/workflows");
        await Assertions.Expect(page.GetByText("Berit Storhei")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Logg ut" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Du er logget ut" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Logg inn igjen" })).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(_host.Address, "/workflows").AbsoluteUri);
        await Assertions.Expect(page).ToHaveTitleAsync("Choose who you are");
    }

    [Fact]
    public async Task When_the_providers_page_loads_our_address_in_a_frame_the_session_is_over()
    {
        var page = await SignInAsync("/workflows");
        var sid = (string)Backchannel.PayloadOf(_host.Backchannel.LastIdToken!)["sid"]!;
        var ours = new Uri(_host.Address, $"/signed-out-elsewhere?iss={Uri.EscapeDataString(_provider.Issuer)}&sid={Uri.EscapeDataString(sid)}");
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync($"{_provider.Issuer}/test/frame?of={Uri.EscapeDataString(ours.AbsoluteUri)}", new() { WaitUntil = WaitUntilState.Load });
        await page.GotoAsync(new Uri(_host.Address, "/").AbsoluteUri);

        await Assertions.Expect(page.GetByText("Berit Storhei")).ToHaveCountAsync(0);
        Assert.DoesNotContain(complaints, c => c.Contains("frame", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<IPage> SignInAsync(string path)
    {
        var page = await _context.NewPageAsync();
        page.SetDefaultTimeout(90_000);
        await page.GotoAsync(new Uri(_host.Address, path).AbsoluteUri);
        await page.GetByLabel("Account").FillAsync("leader");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(new Uri(_host.Address, path).AbsoluteUri);
        return page;
    }
}
