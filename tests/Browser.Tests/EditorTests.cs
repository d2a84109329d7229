using IndividualPlan.Testing.Journeys;
using Microsoft.Playwright;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Browser.Tests;

/// <summary>Leaders shape the flows in the genuine Elsa Studio; others look, or are told that they may not.</summary>
public sealed class EditorTests(Chromium chromium) : BrowserTest(chromium, "2027-02-01 08:00")
{
    private const string RequestFlow = "/studio/definitions/request-handling";

    [Fact]
    public async Task A_leader_adds_a_step_the_next_case_follows_the_new_drawing_and_a_case_manager_sees_it_and_can_change_nothing()
    {
        var page = await OpenAsync(1600, 1000);
        var designer = new Designer(page);
        await page.SignInAsync(Address, "Berit Storhei", RequestFlow);
        await designer.IsDrawnAsync();
        await Assertions.Expect(designer.Nodes).ToHaveCountAsync(19);
        await Assertions.Expect(page.GetByText("Det som kjører nå, er versjon 2.")).ToBeVisibleAsync();

        var step = await designer.AddAsync("Individuell plan", "Oppgave", right: 0.53, down: 0.52);
        await designer.ConnectAsync("clock", step);

        // Published too early: the page lists what is missing, and outlines the step.
        Assert.Equal(400, await designer.PublishAsync());
        await Assertions.Expect(designer.Notices.Filter(new() { HasText = "Arbeidsflyten er ikke publisert" })).ToContainTextAsync("må fylles ut");
        await Assertions.Expect(designer.Notices.First).ToContainTextAsync("Det du har tegnet, er lagret som utkast.");
        Assert.Equal("solid", await page.Locator($"elsa-activity-wrapper[activity-id='{step}']").EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));

        await designer.FillAsync("Hva skal gjøres", "Ring fastlegen");
        await designer.ChooseAsync("Hvem skal gjøre det", "Saksbehandler");
        await designer.FillAsync("Skal være gjort innen", "3 arbeidsdager");
        await designer.TickAsync("Mål, ressurser og behov");
        Assert.Equal(200, await designer.PublishAsync());
        await Assertions.Expect(page.GetByText("Versjon 3 er publisert. Nye saker følger den; saker som er i gang, fortsetter på sin versjon.")).ToBeVisibleAsync();

        var published = await Journey.GetAsync("leader", "/elsa/api/workflow-definitions/by-definition-id/request-handling?versionOptions=Published");
        var drawn = published["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == step)!;
        Assert.Equal("""["a"]""", (string?)drawn["planSections"]!["expression"]!["value"] ?? drawn["planSections"]!["expression"]!["value"]!.ToJsonString());

        await Given.ARequest(Hestehov, receivedAt: "2027-02-01 08:00");
        var tasks = (await Journey.GetAsync("casemanager", $"/api/tasks?caseId={Journey.CaseId}&state=open"))["items"]!.AsArray();
        var task = Assert.Single(tasks, t => (string?)t!["title"] == "Ring fastlegen")!;
        Assert.Equal("2027-02-04", (string?)task["dueOn"]);

        await page.Context.ClearCookiesAsync();
        await page.SignInAsync(Address, "Kari Lyngmo", "/tasks?scope=all");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ring fastlegen", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ring fastlegen");

        var saves = 0;
        page.Request += (_, request) => saves += request.Method == "POST" && request.Url.EndsWith("/workflow-definitions", StringComparison.Ordinal) ? 1 : 0;
        await page.GotoAsync(Address + RequestFlow);
        await designer.IsDrawnAsync();
        await page.GetByText("Hva er dette?").ClickAsync();
        await Assertions.Expect(page.GetByText("Du kan se alt, men ikke endre.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Auto-save")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+s");
        Assert.Equal(0, saves);
        Assert.Empty(Strangers);
    }

    [Fact]
    public async Task The_second_of_two_leaders_is_told_and_keeps_the_drawing()
    {
        var page = await OpenAsync(1600, 1000);
        var designer = new Designer(page);
        await page.SignInAsync(Address, "Berit Storhei", RequestFlow);
        await designer.IsDrawnAsync();
        const string path = "/elsa/api/workflow-definitions";
        var other = (await Journey.GetAsync("leader", $"{path}/by-definition-id/request-handling?versionOptions=Latest")).AsObject();
        other["description"] = "Endret av en annen.";
        await Journey.PostAsync("leader", path, new { model = other, publish = false });

        await designer.DropAsync("Individuell plan", "Oppgave", right: 0.53, down: 0.52);
        var notice = designer.Notices.Filter(new() { HasText = "Endringen din er ikke lagret" });
        await Assertions.Expect(notice).ToContainTextAsync("Berit Storhei endret arbeidsflyten", new() { Timeout = 30_000 });
        await notice.GetByRole(AriaRole.Button, new() { Name = "Lagre min som kopi" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Kopien din er lagret som «Behandling av henvendelse (min kopi)»")).ToBeVisibleAsync();

        var address = (await page.GetByRole(AriaRole.Link, new() { Name = "Åpne kopien" }).GetAttributeAsync("href"))!;
        var copy = await Journey.GetAsync("leader", $"{path}/by-definition-id/{address.Split('/')[^1]}?versionOptions=Latest");
        Assert.Equal(20, copy["root"]!["activities"]!.AsArray().Count);
        Assert.False((bool)copy["isPublished"]!);
    }

    [Fact]
    public async Task Others_are_told_whom_the_designer_is_for()
    {
        var page = await OpenAsync();

        await page.SignInAsync(Address, "Maja Solhaug", RequestFlow);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Du har ikke tilgang" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Siden er for: Kontorleder, Saksbehandler.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("elsa-workflow-definition-editor")).ToHaveCountAsync(0);
    }
}
