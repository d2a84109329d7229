using Microsoft.Playwright;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Browser.Tests;

/// <summary>A coordinator's day when a revision is near: from the list of own cases to the plan, what the person says now, and how a measure goes.</summary>
public sealed class CoordinatorDayTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task A_plan_is_written_on_together_and_a_measure_is_told_about(int width, bool javaScript)
    {
        await Given.AnActivePlan(Fjellrev, receivedAt: "2027-01-11 09:00", approvedAt: "2027-03-05 09:00");
        await When.TimeIs("2027-08-09 09:00");
        var page = await OpenAsync(width, 900, javaScript);
        await page.SignInAsync(Address, "Maja Solhaug", "/tasks");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Evaluer planen" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Saker", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "IP-2027-00001" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Oversikt");
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Skriv på planen" }).ClickAsync();
        await page.FitsAsync();

        await page.Locator("[name='goals.0.text']").FillAsync("Komme i arbeid i en butikk nær hjemmet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre utkast" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByText("Utkastet er lagret.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name='goals.0.text']")).ToHaveValueAsync("Komme i arbeid i en butikk nær hjemmet");

        await page.GetByRole(AriaRole.Link, new() { Name = "Planen", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Fortell hvordan det går" }).First.ClickAsync();
        await page.GetByLabel("I gang").CheckAsync();
        await page.GetByLabel("Kort merknad").FillAsync("Første samtale er holdt.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Det er lagret hvordan det går med tiltaket.")).ToBeVisibleAsync();
        await page.FitsAsync();
        Assert.Empty(Strangers);
    }
}
