using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Plans;

/// <summary>Approval makes a version that stays, and what changed between two can be read (L-86, L-90).</summary>
public sealed class PlanVersionTests : IAsyncLifetime
{
    private PlanOnScreen _plan = null!;

    public async Task InitializeAsync() => _plan = await PlanOnScreen.ToApproveAsync();

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact]
    public async Task The_person_is_led_from_the_plan_to_the_approval_and_the_version_then_stands()
    {
        using var person = await _plan.AsAsync("person");
        var waiting = await person.OpensAsync(_plan.Address);
        await _plan.When.Person.Completes("approve-plan", "Approved");

        await NewVersionAsync("Få fast jobb");
        var first = await _plan.Journey.GetAsync("person", _plan.Api + "/versions/1");
        await using var db = await _plan.Journey.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContextAsync();

        Assert.Matches("href=\"/tasks/[0-9a-f-]{36}\"", waiting.Html);
        Assert.Contains("Utkast", waiting.Html, StringComparison.Ordinal);
        Assert.Equal("Komme i arbeid", (string)first["content"]!["goals"]![0]!["text"]!);
        Assert.Equal(("Digital", "person"), ((string)first["approvalForm"]!, (string)first["recordedBy"]!));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("UPDATE plan_versions SET content = '{}'"));
    }

    [Fact]
    public async Task What_was_taken_out_and_put_in_is_marked_in_words_and_not_by_colour_alone()
    {
        await _plan.When.Person.Completes("approve-plan", "Approved");
        await NewVersionAsync("Komme i fast arbeid");
        using var person = await _plan.AsAsync("person");

        var list = await person.OpensAsync(_plan.Address + "/versions");
        var compared = WebUtility.HtmlDecode((await person.OpensAsync(_plan.Address + "/compare?from=1&to=2")).Html);
        var api = await _plan.Journey.GetAsync("person", _plan.Api + "/compare?from=1&to=2");
        var nothing = await person.OpensAsync(_plan.Address + "/compare?from=1&to=9");

        Assert.Contains("/compare?from=1&amp;to=2", list.Html, StringComparison.Ordinal);
        Assert.Matches("<ins><span class=\"aksel-sr-only\">satt inn: </span>fast </ins>", compared);
        Assert.DoesNotContain("<del><span", compared, StringComparison.Ordinal);
        Assert.Equal(("Goals", "Changed", "m1"), Change(api["changes"]!.AsArray().Single()!));
        Assert.Equal(HttpStatusCode.NotFound, nothing.Status);
    }

    [Fact]
    public async Task The_coordinator_writes_down_an_approval_that_was_given_on_paper()
    {
        using var coordinator = await _plan.AsAsync("coordinator");
        var page = _plan.Address + "/approval";
        (string, string) id = ("operationId", "op-1");

        var toSign = Testing.PdfText.Of(await _plan.Journey.BytesAsync("coordinator", _plan.Api + "/pdf"));
        var empty = await coordinator.SendsAsync(page, page, id);
        var later = await coordinator.SendsAsync(page, page, id, ("form", "SignedPaper"), ("approvedOn", "2027-03-06"));
        var alone = await coordinator.SendsAsync(page, page, id, ("form", "OralWitnessed"), ("approvedOn", "2027-03-05"));
        var digital = await coordinator.SendsAsync(page, page, id, ("form", "Digital"), ("approvedOn", "2027-03-05"));
        var done = await coordinator.SendsAsync(page, page, id, ("form", "OralWitnessed"), ("approvedOn", "05.03.2027"), ("witness", "Fastlegen"));
        var version = await _plan.Journey.GetAsync("person", _plan.Api + "/versions/1");
        var list = await coordinator.OpensAsync(_plan.Address + "/versions");
        var again = await coordinator.OpensAsync(page);

        Assert.Contains("Sted og dato", toSign, StringComparison.Ordinal);
        Assert.DoesNotContain("Sted og dato", Testing.PdfText.Of(await _plan.Journey.BytesAsync("coordinator", _plan.Api + "/pdf")), StringComparison.Ordinal);
        Assert.All(new[] { empty, later, alone, digital }, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status));
        Assert.Contains("href=\"#witness\"", alone.Html, StringComparison.Ordinal);
        Assert.Contains("Komme i arbeid", alone.Html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, _plan.Address), (done.Status, done.Location));
        Assert.Equal(("OralWitnessed", "2027-03-05", "coordinator"), ((string)version["approvalForm"]!, (string)version["approvedOn"]!, (string)version["recordedBy"]!));
        Assert.Contains("Maja Solhaug", list.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    [Fact]
    public async Task Nobody_but_the_coordinator_writes_down_an_approval()
    {
        foreach (var user in new[] { "casemanager", "person", "participant2" })
        {
            using var visitor = await _plan.AsAsync(user);
            var page = _plan.Address + "/approval";

            Assert.Equal((user, HttpStatusCode.Forbidden), (user, (await visitor.OpensAsync(page)).Status));
            Assert.Equal((user, HttpStatusCode.Forbidden), (user, (await visitor.SendsAsync("/", page, ("form", "SignedPaper"), ("approvedOn", "2027-03-05"))).Status));
        }

        Assert.Equal("AwaitingApproval", (string)(await _plan.Journey.GetAsync("coordinator", _plan.Api))["state"]!);
    }

    [Fact]
    public async Task A_client_writes_the_draft_and_does_not_overwrite_what_it_has_not_seen()
    {
        await _plan.When.Person.Completes("approve-plan", "Changes", new { comment = "Mer om bolig" });
        var (_, first) = await _plan.Journey.TryWithTagAsync(HttpMethod.Get, "coordinator", _plan.Api + "/draft");

        var (saved, second) = await _plan.Journey.TryWithTagAsync(HttpMethod.Put, "coordinator", _plan.Api + "/draft", new { goals = new[] { new { text = "Bo selv" } } }, first);
        var (stale, _) = await _plan.Journey.TryWithTagAsync(HttpMethod.Put, "coordinator", _plan.Api + "/draft", new { goals = new[] { new { text = "Noe annet" } } }, first);
        var (wrong, problem) = await _plan.Journey.TryAsync(HttpMethod.Put, "coordinator", _plan.Api + "/draft", new { period = new { fromOn = "2027-03-05", toOn = "2027-03-01" } });
        var draft = await _plan.Journey.GetAsync("coordinator", _plan.Api + "/draft");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.UnprocessableEntity), (saved, stale, wrong));
        Assert.NotEqual(first, second);
        Assert.NotNull(problem!["errors"]!["period.toOn"]);
        Assert.Equal("Bo selv", (string)draft["content"]!["goals"]![0]!["text"]!);
        Assert.Equal(["h"], draft["missing"]!.AsArray().Select(gap => (string)gap!["point"]!));
        Assert.NotEmpty((string)draft["warnings"]![0]!["text"]!);
    }

    private static (string, string, string) Change(System.Text.Json.Nodes.JsonNode change) => ((string)change["part"]!, (string)change["kind"]!, (string)change["key"]!);

    /// <summary>A revision that ends with a new version in which the goal says something else.</summary>
    private async Task NewVersionAsync(string goal)
    {
        await _plan.When.Person.Tells("revision-requested", new { trigger = "Asked" });
        await _plan.When.Coordinator.Completes("evaluate", "Ny versjon", Values.Evaluation);
        var edit = _plan.Address + "/edit";
        using var coordinator = await _plan.AsAsync("coordinator");
        var html = (await coordinator.OpensAsync(edit)).Html;
        string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);
        var fields = Regex.Matches(html, "<input[^>]*type=\"(?:hidden|text|date)\"[^>]*>").Select(tag => (Name: Attribute(tag.Value, "name"), Value: Attribute(tag.Value, "value")))
            .Concat(Regex.Matches(html, "<select[^>]*>.*?</select>", RegexOptions.Singleline)
                .Select(tag => (Name: Attribute(tag.Value, "name"), Value: Regex.Match(tag.Value, "value=\"([^\"]*)\" selected").Groups[1].Value)))
            .Concat(Regex.Matches(html, "<textarea[^>]*>([^<]*)</textarea>").Select(tag => (Name: Attribute(tag.Value, "name"), Value: WebUtility.HtmlDecode(tag.Groups[1].Value).Trim())))
            .Where(field => field.Name is not ("goals.0.text" or "returnUrl" or "__RequestVerificationToken")).ToArray();
        var done = await coordinator.SendsAsync(edit, edit, [("do", "finish"), .. fields, ("goals.0.text", goal)]);
        Assert.Equal(_plan.Address, done.Location);
        await _plan.When.Person.Completes("approve-plan", "Approved");
    }
}
