using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests.Pages;

/// <summary>Parts of the plan on a task's page: written there without script, kept with the draft of the task, and in the plan when the task is done.</summary>
public sealed partial class PlanSectionsTests() : JourneyTest("2027-01-11 08:00")
{
    private const string Prefix = "f-planSections.";

    [Fact]
    public async Task What_is_changed_while_the_plan_is_evaluated_is_in_the_plan_when_the_evaluation_is_done()
    {
        await Given.AnActivePlan(Granskog, receivedAt: "2027-01-11 09:30", approvedAt: "2027-03-05 10:00");
        await When.TimeIs("2027-08-09 09:00");
        using var coordinator = await Journey.VisitorAsync("coordinator");
        using var colleague = await Journey.VisitorAsync("coordinator2");
        var task = await Then.TheTask("evaluate");
        var address = $"/tasks/{task["taskId"]}";

        // A substitute may do the task, but does not write the plan: the parts are read, and nothing in them is changed.
        await Journey.PostAsync("coordinator", "/api/absences", new { fromOn = "2027-08-09", toOn = "2027-08-13", substitute = "coordinator2", reason = "Kurs" });
        var read = PageText.Of((await colleague.OpensAsync(address)).Html);
        var (refused, why) = await Journey.TryAsync(HttpMethod.Post, "coordinator2", $"/api{address}/complete", new
        {
            operationId = Guid.NewGuid(), outcome = "Mindre justering", values = new { evaluation = "Bra", planSections = new { goals = "Noe annet" } },
        });
        Assert.Contains("Mål: Komme i arbeid", read, StringComparison.Ordinal);
        Assert.Contains("Bare koordinatoren, eller den som har oppgaven med å skrive planen, kan endre den.", read, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "planSections"), (refused, why!["errors"]!.AsObject().Single().Key));
        var asked = (await Journey.GetAsync("coordinator", "/api" + address))["form"]!["fields"]![0]!;

        // The page shows what the plan says, in words, and asks for it as text.
        var page = (await coordinator.OpensAsync(address)).Html;
        Assert.Equal(("planSections", "a,e,f"), ((string)asked["type"]!, string.Join(',', asked["choices"]!.AsArray().Select(static c => (string)c!["value"]!))));
        Assert.Equal("Komme i arbeid", Typed(page, "goals"));
        Assert.Equal("Arbeidstrening | Arbeidsgiver | 2 dager i uka | Veileder følger opp hver uke\nSamtaler | Fastlegen | månedlig | Faste timer", Typed(page, "measuresAndHow"));

        // What cannot be read is told at its field; nothing typed is lost.
        var unreadable = await SendAsync(coordinator, address, page, "Mindre justering", ("measuresAndHow", "Arbeidstrening | Sjefen | 3 dager"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.Status);
        Assert.Contains("href=\"#f-planSections.measuresAndHow\">Linje 1: Den ansvarlige finnes ikke.", unreadable.Html, StringComparison.Ordinal);
        Assert.Equal("Arbeidstrening | Sjefen | 3 dager", Typed(unreadable.Html, "measuresAndHow"));

        // Saved by itself, it is a draft of the task and not of the plan.
        const string Mine = "Arbeidstrening | Arbeidsgiver | 3 dager i uka | Veileder følger opp hver uke\nSamtaler | Fastlegen | månedlig | Faste timer";
        await SendAsync(coordinator, address, unreadable.Html, null, ("measuresAndHow", Mine));
        var kept = (await coordinator.OpensAsync(address)).Html;
        Assert.Equal(Mine, Typed(kept, "measuresAndHow"));
        Assert.Equal("2 dager i uka", await ExtentAsync());

        // Meanwhile the same is changed in the editor: nothing is overwritten, and both are shown.
        await WriteAsync(plan => plan["measures"]![0]!["extent"] = "4 dager i uka");
        var conflict = await SendAsync(coordinator, address, kept, "Mindre justering");
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("har endret planen mens du skrev", PageText.Of(conflict.Html), StringComparison.Ordinal);
        Assert.Contains("Arbeidstrening | Arbeidsgiver | 4 dager i uka | Veileder følger opp hver uke", PageText.Of(conflict.Html), StringComparison.Ordinal);
        Assert.Equal(Mine, Typed(conflict.Html, "measuresAndHow"));
        Assert.Equal("4 dager i uka", await ExtentAsync());

        // A goal that only the editor has changed is no conflict, and stays as the editor has it.
        await WriteAsync(plan => plan["goals"]![0]!["text"] = "Komme i fast arbeid");
        var done = await SendAsync(coordinator, address, conflict.Html, "Mindre justering");
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var plan = await Then.ThePlan();
        Assert.Equal((2, "Active"), ((int)plan["version"]!, (string)plan["state"]!));
        Assert.Equal("3 dager i uka", await ExtentAsync());
        Assert.Equal("Komme i fast arbeid", (string)(await DraftAsync())["goals"]![0]!["text"]!);
        Assert.Contains("3 dager i uka", PageText.Of((await coordinator.OpensAsync(address)).Html), StringComparison.Ordinal);
    }

    private async Task<string> ExtentAsync() => (string)(await DraftAsync())["measures"]![0]!["extent"]!;

    private async Task<JsonNode> DraftAsync() => (await Journey.GetAsync("coordinator", $"/api/cases/{Journey.CaseId}/plan/draft"))["content"]!;

    private async Task WriteAsync(Action<JsonNode> change)
    {
        var draft = (await DraftAsync()).DeepClone();
        change(draft);
        draft.AsObject().Remove("keysUsedUpTo");
        var (status, _) = await Journey.TryAsync(HttpMethod.Put, "coordinator", $"/api/cases/{Journey.CaseId}/plan/draft", draft);
        Assert.Equal(HttpStatusCode.OK, status);
    }

    /// <summary>Sends the page's form as it stands with some texts changed; without an outcome it is kept as a draft.</summary>
    private static Task<PageAnswer> SendAsync(Visitor visitor, string address, string page, string? outcome, params (string Part, string Text)[] changed) =>
        visitor.SendsAsync(address, outcome is null ? address + "/draft" : address,
        [
            .. Areas().Matches(page).Select(static m => m.Groups[1].Value).Where(name => changed.All(c => c.Part != name)).Select(name => (Prefix + name, Typed(page, name))),
            .. changed.Select(static c => (Prefix + c.Part, c.Text)),
            .. Marks().Matches(page).Select(static m => (m.Groups[1].Value, m.Groups[2].Value)),
            ("f-evaluation", "Målene står ved lag."), ("operationId", Guid.NewGuid().ToString("N")), ("revision", Revision().Match(page).Groups[1].Value),
            .. outcome is null ? Array.Empty<(string, string)>() : [("outcome", outcome)],
        ]);

    private static string Typed(string page, string part) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<textarea[^>]*name=\"{Regex.Escape(Prefix + part)}\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value).TrimStart('\n');

    [GeneratedRegex("<textarea[^>]*name=\"f-planSections\\.(\\w+)\"")]
    private static partial Regex Areas();

    [GeneratedRegex("name=\"(f-planSections\\.seen\\.\\w+)\" value=\"(\\w*)\"")]
    private static partial Regex Marks();

    [GeneratedRegex("name=\"revision\" value=\"(\\d+)\"")]
    private static partial Regex Revision();
}
