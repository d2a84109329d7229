using IndividualPlan.Testing.Journeys;
using Microsoft.Playwright;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Browser.Tests;

/// <summary>A case seen in its flow: the path it took, and where it waits.</summary>
public sealed class ViewerTests(Chromium chromium) : BrowserTest(chromium, "2027-02-01 08:00")
{
    [Fact]
    public async Task The_list_leads_to_the_viewer_which_marks_the_path_a_case_took_and_the_step_it_waits_at()
    {
        await Given.ARequest(Hestehov, receivedAt: "2027-02-01 08:00");
        var decision = (string)(await Journey.PostAsync("leader", "/elsa/api/workflow-instances", new { page = 0, pageSize = 100, definitionId = "decision" }))["items"]![0]!["id"]!;
        var page = await OpenAsync(1600, 1000);
        var designer = new Designer(page);

        await page.SignInAsync(Address, "Berit Storhei", "/studio/instances");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Behandling av henvendelse" }).First.ClickAsync(new() { Timeout = 120_000 });
        await page.WaitForURLAsync("**/studio/instances/*");
        await designer.IsDrawnAsync();

        await page.Context.ClearCookiesAsync();
        await page.SignInAsync(Address, "Kari Lyngmo", $"/studio/instances/{decision}");
        await designer.IsDrawnAsync();
        await Assertions.Expect(page.Locator("#ip-state")).ToContainTextAsync("Venter på «");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Til saken" })).ToHaveAttributeAsync("href", $"/cases/{Journey.CaseId}");
        Assert.Equal(["assess"], await designer.MarkedAsync("warning"));
        Assert.Equal(["assessing", "kvp", "start"], (await designer.MarkedAsync("success")).Order());

        await When.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await page.GotoAsync($"{Address}/studio/instances/{decision}");
        await designer.IsDrawnAsync();
        await Assertions.Expect(page.Locator("#ip-state")).ToHaveTextAsync("Er ferdig.");
        var taken = await designer.MarkedAsync("success");
        Assert.Superset(new HashSet<string>(["start", "assess", "draft", "four", "make", "notice", "notified", "granted", "consent"]), taken.ToHashSet());
        Assert.Empty(taken.Intersect(["draftKvp", "approve", "returned", "reason", "over"]));
        Assert.Equal(0, await designer.Nodes.Filter(new() { Has = page.Locator(".mud-badge.mud-theme-warning") }).CountAsync());

        await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        Assert.Empty(Strangers);
    }
}
