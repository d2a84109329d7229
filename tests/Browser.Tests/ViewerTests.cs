using IndividualPlan.Testing.Journeys;
using Microsoft.Playwright;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Browser.Tests;

/// <summary>A case seen in its flow: the path it took, and where it waits.</summary>
public sealed class ViewerTests(Chromium chromium) : BrowserTest(chromium, "2027-02-01 08:00")
{
    [Fact]
    public async Task The_viewer_shows_where_a_case_waits_and_that_another_is_finished()
    {
        await Given.AGrantedCase(Hestehov, receivedAt: "2027-02-01 08:00", decidedAt: "2027-02-10 10:00");
        var instances = (await Journey.PostAsync("leader", "/elsa/api/workflow-instances", new { page = 0, pageSize = 100 }))["items"]!.AsArray();
        var page = await OpenAsync(1600, 1000);
        var designer = new Designer(page);

        var waiting = (string)instances.First(i => (string?)i!["status"] == "Running")!["id"]!;
        await page.SignInAsync(Address, "Kari Lyngmo", $"/studio/instances/{waiting}");
        await designer.IsDrawnAsync();
        await Assertions.Expect(page.Locator("#ip-state")).ToContainTextAsync("Venter på «");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Til saken" })).ToHaveAttributeAsync("href", $"/cases/{Journey.CaseId}");

        var finished = (string)instances.First(i => (string?)i!["status"] == "Finished")!["id"]!;
        await page.GotoAsync($"{Address}/studio/instances/{finished}");
        await designer.IsDrawnAsync();
        await Assertions.Expect(page.Locator("#ip-state")).ToHaveTextAsync("Er ferdig.");

        await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        Assert.Empty(Strangers);
    }

    [Fact]
    public async Task The_list_of_cases_leads_to_the_viewer()
    {
        await Given.ARequest(Hestehov, receivedAt: "2027-02-01 08:00");
        var page = await OpenAsync();
        await page.SignInAsync(Address, "Berit Storhei", "/studio/instances");

        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Behandling av henvendelse" }).First.ClickAsync(new() { Timeout = 120_000 });
        await page.WaitForURLAsync("**/studio/instances/*");
        await new Designer(page).IsDrawnAsync();

        await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }
}
