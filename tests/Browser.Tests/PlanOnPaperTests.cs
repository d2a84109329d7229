using Microsoft.Playwright;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Browser.Tests;

/// <summary>The plan is printed as a document of the person's own: nothing of the case or the program is on the paper.</summary>
public sealed class PlanOnPaperTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_printed_plan_has_the_plan_and_whose_it_is_and_nothing_else()
    {
        await Given.APlanToApprove(Fjellrev, receivedAt: "2027-01-11 09:00", writtenAt: "2027-03-05 09:00");
        var page = await OpenAsync();
        await page.SignInAsync(Address, "Maja Solhaug", $"/cases/{Journey.CaseId}/plan");
        await Assertions.Expect(page.Locator(".ip-case")).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var screenOnly in new[] { ".ip-header", ".ip-footer", ".ip-case", ".ip-sections", ".aksel-alert", ".ip-actions", "form" })
        {
            await Assertions.Expect(page.Locator(screenOnly).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        }

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Individuell plan");
        await Assertions.Expect(page.GetByText("GLAD FJELLREV, IP-2027-00001")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Komme i arbeid" })).ToBeVisibleAsync();
    }
}
