using Microsoft.Playwright;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Browser.Tests;

/// <summary>What comes in is taken in: a request by telephone is registered and found again as a task and as a case, and an appeal is registered from the case.</summary>
public sealed class CaseManagerRequestTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task A_request_by_telephone_becomes_a_task_in_the_list_and_a_case_that_is_found(int width, bool javaScript)
    {
        var page = await OpenAsync(width, 900, javaScript);
        await page.SignInAsync(Address, "Kari Lyngmo", "/");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Ny henvendelse" }).ClickAsync();
        await page.FitsAsync();

        await page.GetByLabel("Fødselsnummer eller d-nummer").FillAsync(Fjellrev.Number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Fortsett" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Personen er ikke registrert fra før.")).ToBeVisibleAsync();
        Assert.DoesNotContain(Fjellrev.Number, page.Url, StringComparison.Ordinal);
        await page.FitsAsync();

        await page.GetByLabel("Fornavn").FillAsync("Glad");
        await page.GetByLabel("Etternavn").FillAsync("Fjellrev");
        await page.GetByLabel("Født").FillAsync("1989-03-14");
        await Assertions.Expect(page.GetByText("Skriftlig fullmakt", new() { Exact = true })).ToBeHiddenAsync();
        await page.GetByLabel("Fullmektig", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(page.GetByText("Skriftlig fullmakt", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("Personen selv", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Registrer henvendelsen" }).ClickAsync();

        await Assertions.Expect(page.Locator(".aksel-error-summary")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Velg hvordan henvendelsen kom." }).ClickAsync();
        await page.GetByLabel("På telefon").CheckAsync();
        await page.GetByLabel("Lovspor").SelectOptionAsync("SOC-28");
        await page.GetByLabel("NAV-kontoret").CheckAsync();
        await Assertions.Expect(page.GetByLabel("Fornavn")).ToHaveValueAsync("Glad");
        await page.GetByRole(AriaRole.Button, new() { Name = "Registrer henvendelsen" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Henvendelsen er registrert");
        await Assertions.Expect(page.GetByText("Foreløpig svar senest 11.02.2027")).ToBeVisibleAsync();
        await page.FitsAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Se oppgavene i saken" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Vurder retten til plan" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Saker", Exact = true }).ClickAsync();
        await page.GetByLabel("Søk på saksnummer, navn eller fødselsnummer").FillAsync("fjellrev");
        await page.GetByRole(AriaRole.Button, new() { Name = "Søk" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 treff på «fjellrev»")).ToBeVisibleAsync();
        Assert.DoesNotContain("fjellrev", page.Url, StringComparison.OrdinalIgnoreCase);
        await page.FitsAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "IP-2027-00001" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Glad Fjellrev").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tilbake til sakene" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 treff på «fjellrev»")).ToBeVisibleAsync();
        Assert.Empty(Strangers);
    }

    [Fact]
    public async Task A_request_by_telephone_is_registered_in_under_a_minute_from_the_start_page_to_the_receipt()
    {
        var page = await OpenAsync();
        await page.SignInAsync(Address, "Kari Lyngmo", "/");
        var effort = new Effort();

        await effort.GoOnAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Ny henvendelse" }));
        await effort.TypeAsync(page.GetByLabel("Fødselsnummer eller d-nummer"), Fjellrev.Number);
        await effort.GoOnAsync(page.GetByRole(AriaRole.Button, new() { Name = "Fortsett" }));
        await effort.TypeAsync(page.GetByLabel("Fornavn"), "Glad");
        await effort.TypeAsync(page.GetByLabel("Etternavn"), "Fjellrev");
        await effort.TypeAsync(page.GetByLabel("Født"), "14031989");
        await effort.ChooseAsync(page.GetByLabel("Personen selv", new() { Exact = true }));
        await effort.ChooseAsync(page.GetByLabel("På telefon"));
        await effort.SelectAsync(page.GetByLabel("Lovspor"), "SOC-28");
        await effort.ChooseAsync(page.GetByLabel("NAV-kontoret"));
        await effort.GoOnAsync(page.GetByRole(AriaRole.Button, new() { Name = "Registrer henvendelsen" }));

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Henvendelsen er registrert");
        await Assertions.Expect(page.GetByText("Foreløpig svar senest 11.02.2027")).ToBeVisibleAsync();
        Assert.InRange(effort.Seconds, 20, 60);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task An_appeal_is_registered_from_the_case_and_is_there_to_be_checked(int width, bool javaScript)
    {
        await Given.AnActivePlan(Hestehov, "2027-01-11 09:00", "2027-01-25 09:00");
        var page = await OpenAsync(width, 900, javaScript);
        await page.SignInAsync(Address, "Kari Lyngmo", $"/cases/{Journey.CaseId}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Meld fra om noe" }).ClickAsync();
        await page.FitsAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Registrer en klage" }).ClickAsync();
        await page.GetByLabel("Innholdet i planen", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("På papir").CheckAsync();
        await page.GetByLabel("Hva klageren skriver").FillAsync("Planen sier for lite om tiltakene.");
        await page.FitsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Registrer en klage" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Klagen er registrert. Neste steg er å prøve den formelt.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Prøv klagen formelt" })).ToBeVisibleAsync();
        Assert.Empty(Strangers);
    }
}
