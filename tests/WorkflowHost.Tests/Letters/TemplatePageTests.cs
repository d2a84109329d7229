using System.Net;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Letters;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.WorkflowHost.Tests.Letters;

/// <summary>A leader's own text for a letter, from the first mistake to the way back.</summary>
public sealed class TemplatePageTests
{
    private const string Page = "/letters/receipt/nb";
    private const string Own = "Vi ringer deg i løpet av uka.";
    private static readonly string Text = LetterRenderer.Shipped("receipt", "nb").Replace("Trenger vi å vite mer,", Own + " Trenger vi å vite mer,", StringComparison.Ordinal);

    [Fact]
    public async Task Leader_RewritesALetterAndGoesBack()
    {
        await using var journey = new Journey("2027-01-11 09:00");
        var (when, then) = (new When(journey), new Then(journey));
        var given = new Given(journey, when);
        using var leader = await journey.VisitorAsync("leader");

        var list = await leader.OpensAsync("/letters");
        Assert.Contains("Kvittering for henvendelse", list.Html, StringComparison.Ordinal);
        Assert.Contains("Levert tekst", list.Html, StringComparison.Ordinal);

        // What is wrong is told with its line, and nothing typed is lost.
        var broken = await leader.SendsAsync(Page, Page, ("text", Text + "{{nofield}}"), ("reason", "Ny rutine."), ("seen", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.Status);
        Assert.Contains("Feltet «nofield» finnes ikke", WebUtility.HtmlDecode(broken.Html), StringComparison.Ordinal);
        Assert.Contains(Own, WebUtility.HtmlDecode(broken.Html), StringComparison.Ordinal);
        Assert.Contains("Ny rutine.", broken.Html, StringComparison.Ordinal);
        var incomplete = await leader.SendsAsync(Page, Page, ("text", Text.Replace("{{date receivedOn}}", "nå", StringComparison.Ordinal)), ("reason", "Ny rutine."), ("seen", "0"));
        Assert.Contains("Brevet sier ikke når henvendelsen kom", WebUtility.HtmlDecode(incomplete.Html), StringComparison.Ordinal);
        var silent = await leader.SendsAsync(Page, Page, ("text", Text), ("reason", ""), ("seen", "0"));
        Assert.Contains("Skriv hvorfor teksten endres.", WebUtility.HtmlDecode(silent.Html), StringComparison.Ordinal);

        // A look at it saves nothing.
        var preview = await leader.SendsAsync(Page, Page + "/preview", ("text", Text), ("reason", ""), ("seen", "0"), ("track", "HEALTH-MUN"));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("11. januar 2027", preview.Html, StringComparison.Ordinal);
        var pdf = await leader.SendsAsync(Page, Page + "/preview-pdf", ("text", Text), ("seen", "0"));
        Assert.Equal("application/pdf", pdf.Headers["Content-Type"]);
        Assert.Contains("Levert tekst", (await leader.OpensAsync(Page)).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await leader.SendsAsync(Page, Page, ("text", Text), ("reason", "Ny rutine."), ("seen", "0"))).Status);
        var overtaken = await leader.SendsAsync(Page, Page, ("text", Text + "Mer."), ("reason", "Ny rutine."), ("seen", "0"));
        Assert.Contains("nyere tekst", overtaken.Html, StringComparison.Ordinal);

        // New letters are made from it and say so.
        await given.ARequest(Fjellrev, "2027-01-11 09:00");
        Assert.Contains(Own, await then.TheLetterText("receipt"), StringComparison.Ordinal);
        Assert.Equal(1, await VersionOf(journey, then));

        var versions = await leader.OpensAsync(Page + "/versions");
        Assert.Contains("Ny rutine.", versions.Html, StringComparison.Ordinal);
        Assert.Contains("<ins>", versions.Html, StringComparison.Ordinal);

        // Back to the shipped text; the letter that was written keeps its own.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await leader.SendsAsync(Page + "/versions", Page + "/restore", ("reason", ""), ("seen", "1"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await leader.SendsAsync(Page + "/versions", Page + "/restore", ("reason", "Angret."), ("seen", "1"))).Status);
        Assert.Contains(Own, await then.TheLetterText("receipt"), StringComparison.Ordinal);
        await given.ARequest(Rype, "2027-01-11 09:00");
        Assert.DoesNotContain(Own, await then.TheLetterText("receipt"), StringComparison.Ordinal);
        Assert.Equal(0, await VersionOf(journey, then));

        foreach (var (user, role) in OfficeAtWork.OneOfEachRole.Where(static u => u.User != "leader"))
        {
            using var other = await journey.VisitorAsync(user);
            Assert.True((await other.OpensAsync(Page)).Status == HttpStatusCode.Forbidden, role);
        }
    }

    private static async Task<int> VersionOf(Journey journey, Then then)
    {
        var letter = (await then.LetterItems())[^1];
        return (int)(await journey.GetAsync("casemanager", $"/api/letters/{letter["letterId"]}"))["templateVersion"]!;
    }
}
