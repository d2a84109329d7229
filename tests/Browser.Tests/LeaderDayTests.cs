using Microsoft.Playwright;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Browser.Tests;

/// <summary>A leader's day: what is overdue with someone who is not there is moved to someone who is.</summary>
public sealed class LeaderDayTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Overdue_tasks_move_to_a_colleague_who_finds_them(int width, bool javaScript)
    {
        await Given.ARequest(Fjellrev, receivedAt: "2027-01-08 08:00");
        await Given.ARequest(Rype, receivedAt: "2027-01-11 08:30");
        foreach (var task in (await Journey.GetAsync("leader", "/api/tasks?key=assess&state=open"))["items"]!.AsArray())
        {
            await Journey.PostAsync("casemanager", $"/api/tasks/{task!["taskId"]}/claim");
        }

        await When.TimeIs("2027-02-15 09:00");
        var leader = await OpenAsync(width, 900, javaScript);
        await leader.SignInAsync(Address, "Berit Storhei", "/office");

        await leader.GetByRole(AriaRole.Link, new() { Name = "Flytt disse: Oppgaver som er over fristen" }).ClickAsync();
        await Assertions.Expect(leader.Locator("h1")).ToHaveTextAsync("Flytt oppgaver");
        await leader.FitsAsync();
        foreach (var free in await leader.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Flytt Skriv foreløpig svar") }).AllAsync())
        {
            await free.UncheckAsync();
        }

        await leader.GetByLabel("Hvem skal få oppgavene?").SelectOptionAsync("casemanager2");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Se hva som skjer" }).ClickAsync();
        await Assertions.Expect(leader.GetByRole(AriaRole.Heading, new() { Name = "2 oppgaver flyttes til Anders Bekkely" })).ToBeVisibleAsync();
        await leader.FitsAsync();

        await leader.GetByRole(AriaRole.Button, new() { Name = "Flytt 2 oppgaver" }).ClickAsync();
        await Assertions.Expect(leader.GetByRole(AriaRole.Link, new() { Name = "Skriv hvorfor oppgavene flyttes." })).ToBeVisibleAsync();
        await leader.GetByLabel("Hvorfor flytter du oppgavene?").FillAsync("Kari er borte ut måneden.");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Flytt 2 oppgaver" }).ClickAsync();
        await Assertions.Expect(leader.GetByText("2 oppgaver ligger nå hos Anders Bekkely, som har fått beskjed.")).ToBeVisibleAsync();

        var anders = await OpenAsync(width, 900, javaScript);
        await anders.SignInAsync(Address, "Anders Bekkely", "/tasks");
        await Assertions.Expect(anders.GetByRole(AriaRole.Link, new() { Name = "Vurder retten til plan" })).ToHaveCountAsync(2);
        await anders.GetByRole(AriaRole.Link, new() { Name = "Vurder retten til plan" }).First.ClickAsync();
        await anders.GetByText("Dette har skjedd med oppgaven").ClickAsync();
        await Assertions.Expect(anders.GetByText("«Kari er borte ut måneden.»")).ToBeVisibleAsync();
        Assert.Empty(Strangers);
    }
}
