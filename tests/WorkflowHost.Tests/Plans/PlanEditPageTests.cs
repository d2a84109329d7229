using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.WorkflowHost.Tests.Plans;

/// <summary>The editor without script: every button keeps what was typed, whatever else it does (E-1).</summary>
public sealed class PlanEditPageTests : IAsyncLifetime
{
    private PlanOnScreen _plan = null!;
    private Visitor _coordinator = null!;

    private string Edit => _plan.Address + "/edit";

    public async Task InitializeAsync()
    {
        _plan = await PlanOnScreen.ToWriteAsync();
        _coordinator = await _plan.AsAsync("coordinator");
    }

    public async Task DisposeAsync()
    {
        _coordinator.Dispose();
        await _plan.DisposeAsync();
    }

    [Fact]
    public async Task A_goal_typed_in_survives_adding_another_row()
    {
        var added = await PressAsync("add:goals", ("goals.0.key", "m1"), ("goals.0.text", "Jeg vil bo for meg selv"), ("goals.0.own", "true"));
        var page = await _coordinator.OpensAsync(added.Location!);

        Assert.Equal((HttpStatusCode.Redirect, Edit + "?add=goals#goals.1.text"), (added.Status, added.Location));
        Assert.Equal("Jeg vil bo for meg selv", TextOf(page.Html, "goals.0.text"));
        Assert.Equal("", TextOf(page.Html, "goals.1.text"));
        Assert.Contains("name=\"goals.1.key\" value=\"m2\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_is_added_under_its_goal_and_can_be_moved_and_taken_out()
    {
        await PressAsync("add:measures:m1", ("goals.0.key", "m1"), ("goals.0.text", "Få jobb"));
        (string, string)[] rows =
        [
            ("goals.0.key", "m1"), ("goals.0.text", "Få jobb"),
            ("measures.0.key", "t1"), ("measures.0.title", "Kurs"), ("measures.0.goal", "m1"), ("measures.0.service", "nav"),
            ("measures.1.key", "t2"), ("measures.1.title", "Praksis"), ("measures.1.goal", "m1"), ("measures.1.service", "employer"), ("measures.1.toOn", "1.6.2027"),
        ];

        var moved = await PressAsync("up:t2", rows);
        var after = (await _plan.Journey.GetAsync("coordinator", _plan.Api + "/draft"))["content"]!["measures"]!.AsArray();
        await PressAsync("remove:t1", rows);
        var left = (await _plan.Journey.GetAsync("coordinator", _plan.Api + "/draft"))["content"]!["measures"]!.AsArray();

        Assert.Equal(Edit + "#row-t2", moved.Location);
        Assert.Equal(["Praksis", "Kurs"], after.Select(measure => (string)measure!["title"]!));
        Assert.Equal(("m1", "2027-06-01"), ((string)after[0]!["goalKey"]!, (string)after[0]!["toOn"]!));
        Assert.Equal("t2", (string)Assert.Single(left)!["key"]!);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        var answer = await PressAsync(
            "add:goals", ("goals.0.key", "m1"), ("goals.0.text", "Jeg vil bo for meg selv"), ("measures.0.key", "t1"), ("measures.0.title", "Kurs"), ("measures.0.fromOn", "31.31.2027"), ("needs.0.key", "b1"), ("needs.0.text", "Tolk"));
        var tooLong = await PressAsync("save", ("goals.0.key", "m1"), ("goals.0.text", ""), ("goals.1.key", "m2"), ("goals.1.text", new string('x', 4001)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("<title>Feil: ", answer.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#measures.0.fromOn\"", answer.Html, StringComparison.Ordinal);
        Assert.Equal("Jeg vil bo for meg selv", TextOf(answer.Html, "goals.0.text"));
        Assert.Contains("value=\"31.31.2027\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Tolk\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#goals.1.text\"", tooLong.Html, StringComparison.Ordinal);
        Assert.Empty((await _plan.Journey.GetAsync("coordinator", _plan.Api + "/draft"))["content"]!["goals"]!.AsArray());
    }

    [Fact]
    public async Task When_someone_else_has_saved_meanwhile_both_texts_are_shown_and_either_can_be_kept()
    {
        await _plan.When.Leader.Assigns("draft", "coordinator2");
        using var colleague = await _plan.AsAsync("coordinator2");
        var mine = Page(await _coordinator.OpensAsync(Edit));
        var theirs = Page(await colleague.OpensAsync(Edit));
        await colleague.SendsAsync(Edit, Edit, [("do", "save"), .. theirs, ("goals.0.key", "m1"), ("goals.0.text", "Bo i egen leilighet")]);

        var refused = await _coordinator.SendsAsync(Edit, Edit, [("do", "save"), .. mine, ("goals.0.key", "m1"), ("goals.0.text", "Bo for meg selv")]);
        var stored = (string)(await _plan.Journey.GetAsync("coordinator", _plan.Api + "/draft"))["content"]!["goals"]![0]!["text"]!;
        var kept = await _coordinator.SendsAsync(Edit, Edit, [("do", "save"), .. Page(refused), ("goals.0.key", "m1"), ("goals.0.text", "Bo for meg selv")]);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Jonas Tindvik har lagret mens du skrev", refused.Html, StringComparison.Ordinal);
        Assert.Equal("Bo for meg selv", TextOf(refused.Html, "goals.0.text"));
        Assert.Matches("<del>.*i egen leilighet", WebUtility.HtmlDecode(refused.Html).ReplaceLineEndings(" "));
        Assert.Equal("Bo i egen leilighet", stored);
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        Assert.Equal("Bo for meg selv", (string)(await _plan.Journey.GetAsync("coordinator", _plan.Api + "/draft"))["content"]!["goals"]![0]!["text"]!);
    }

    [Fact]
    public async Task The_page_saves_by_itself_again_and_again_and_is_never_in_conflict_with_itself()
    {
        var page = Page(await _coordinator.OpensAsync(Edit));
        Task<PageAnswer> SaveAsync(string text) => _coordinator.SendsAsync(Edit, Edit + "/autosave", [.. page, ("goals.0.key", "m1"), ("goals.0.text", text)]);

        var first = await SaveAsync("Bo");
        var second = await SaveAsync("Bo for meg selv");
        var wrong = await _coordinator.SendsAsync(Edit, Edit + "/autosave", [.. page, ("period.fromOn", "i morgen")]);
        var pressed = await _coordinator.SendsAsync(Edit, Edit, [("do", "save"), .. page, ("goals.0.key", "m1"), ("goals.0.text", "Bo for meg selv i byen")]);

        Assert.Equal("Lagret kl. 09.00", first.Html.Trim());
        Assert.Equal("Lagret kl. 09.00", second.Html.Trim());
        Assert.StartsWith("Ikke lagret", wrong.Html.Trim(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, pressed.Status);
        Assert.Single(await _plan.EventsAsync(), name => name == "plan-drafted");
    }

    [Fact]
    public async Task The_editor_and_the_flows_task_are_one_when_the_plan_is_ready_it_goes_on_to_approval()
    {
        var gaps = await PressAsync("finish", ("goals.0.key", "m1"), ("goals.0.text", "Få jobb"));
        var done = await PressAsync("finish", ("goals.0.key", "m1"), ("goals.0.text", "Få jobb"), ("period.fromOn", "2027-03-05"), ("period.revisionMonths", "6"));
        var plan = await _plan.Journey.GetAsync("coordinator", _plan.Api);
        var closed = await _coordinator.OpensAsync(Edit);
        await _plan.When.Person.Completes("approve-plan", "Approved");
        var approved = await _plan.Journey.GetAsync("coordinator", _plan.Api);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, gaps.Status);
        Assert.Contains("Skriv når planen gjelder fra, og når den skal revideres.", WebUtility.HtmlDecode(gaps.Html), StringComparison.Ordinal);
        Assert.Equal("Få jobb", TextOf(gaps.Html, "goals.0.text"));
        Assert.Equal((HttpStatusCode.Redirect, _plan.Address), (done.Status, done.Location));
        Assert.Equal("AwaitingApproval", (string)plan["state"]!);
        Assert.Contains("lagt fram for godkjenning", closed.Html, StringComparison.Ordinal);
        Assert.Equal(("Active", "Få jobb"), ((string)approved["state"]!, (string)approved["content"]!["goals"]![0]!["text"]!));
    }

    [Fact]
    public async Task Completing_the_task_with_nothing_in_it_completes_with_what_the_editor_wrote()
    {
        await PressAsync("save", ("goals.0.key", "m1"), ("goals.0.text", "Få jobb"), ("period.fromOn", "2027-03-05"));

        await _plan.When.Coordinator.Completes("draft", "Klar for godkjenning", new { goals = "", measures = "" });
        await _plan.When.Person.Completes("approve-plan", "Approved");

        Assert.Equal("Få jobb", (string)(await _plan.Journey.GetAsync("coordinator", _plan.Api))["content"]!["goals"]![0]!["text"]!);
    }

    [Fact]
    public async Task Nobody_else_writes_in_the_plan()
    {
        foreach (var user in new[] { "casemanager", "coordinator2", "coordinatingunit", "person", "participant2", "leader", "auditor", "admin" })
        {
            using var visitor = await _plan.AsAsync(user);
            HttpStatusCode[] answers =
            [
                (await visitor.OpensAsync(Edit)).Status,
                (await visitor.SendsAsync("/", Edit, ("do", "save"), ("goals.0.key", "m1"), ("goals.0.text", "Noe annet"))).Status,
                (await _plan.Journey.TryAsync(HttpMethod.Put, user, _plan.Api + "/draft", new { })).Status,
            ];

            Assert.All(answers, answer => Assert.Equal((user, HttpStatusCode.Forbidden), (user, answer)));
        }
    }

    private async Task<PageAnswer> PressAsync(string button, params (string Name, string Value)[] fields) =>
        await _coordinator.SendsAsync(Edit, Edit, [("do", button), .. Page(await _coordinator.OpensAsync(Edit)), .. fields]);

    /// <summary>What the opened page says about itself.</summary>
    private static (string Name, string Value)[] Page(PageAnswer page) =>
        [.. new[] { "revision", "page", "operationId" }.Select(name => (name, Regex.Match(page.Html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value))];

    private static string TextOf(string html, string field) =>
        Regex.Match(html, $"<textarea[^>]*id=\"{Regex.Escape(field)}\"[^>]*>([^<]*)</textarea>") is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups[1].Value).Trim()
            : throw new ExpectationException($"There is no field {field}.");
}
