using System.Net;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.Execution;

/// <summary>The failure beaten: elsa-core#4325, #7406 and #4644, where a flow that has stopped is found only by those who read logs.</summary>
public sealed class IncidentPageTests : IAsyncLifetime
{
    private const string Page = "/workflows/incidents";
    private readonly TestHost _host = new();
    private HttpClient _leader = null!;

    public async Task InitializeAsync() => _leader = await _host.VisitorAsync("leader");

    public Task DisposeAsync()
    {
        _leader.Dispose();
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task With_nothing_stopped_the_page_reassures()
    {
        var page = await _leader.GetStringAsync(Page);

        Assert.Contains("Ingen saker har stoppet.", Html.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<form action=\"/workflows", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_stops_again_is_told_so_and_stays_on_the_list()
    {
        await _host.PublishAsync(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "The archive gave no answer")));
        var caseId = await CaseAsync();
        var id = await _host.StartAsync("failing", caseId);

        var page = await _leader.GetStringAsync(Page);
        var answer = await RetryAsync(_leader, page, "Arkivet er oppe igjen");
        var after = await _leader.GetStringAsync(answer.Headers.Location);

        Assert.Matches("Steget «bad» i flyten «failing» i sak IP-[0-9-]+ stoppet 11.01.2027 kl. 08.00.", Html.Text(page));
        Assert.Contains($"/cases/{caseId}", Html.Links(page));
        Assert.Contains($"/studio/instances/{id}", Html.Links(page));
        Assert.Matches("<details.*?<summary.*?Teknisk årsak.*?The archive gave no answer.*?</details>", WebUtility.HtmlDecode(page).ReplaceLineEndings(""));
        Assert.Equal($"{Page}#flow-{id}", answer.Headers.Location!.OriginalString);
        Assert.Contains("Steget «bad» stoppet igjen.", Html.Text(after), StringComparison.Ordinal);
        Assert.Contains($"flow-{id}", Html.Ids(after));
        await using var db = _host.Read();
        Assert.Equal("Arkivet er oppe igjen", (await db.History.SingleAsync(static h => h.Event == "incident-retried")).Reason);
    }

    [Fact]
    public async Task A_step_whose_fault_is_mended_gets_through_and_leaves_the_list()
    {
        await _host.PublishAsync(new Drawing("waiting-for-other").Add("other", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", "String", "not-yet")).Task("last").Connect("other", "last"));
        var id = await _host.StartAsync("waiting-for-other");
        var page = await _leader.GetStringAsync(Page);
        await _host.PublishAsync(Drawing.OfTasks("not-yet", 1));

        var answer = await RetryAsync(_leader, page);
        var after = await _leader.GetStringAsync(answer.Headers.Location);

        Assert.Contains($"flow-{id}", Html.Ids(page));
        Assert.Contains("Steget «other» gikk gjennom, og flyten går videre.", Html.Text(after), StringComparison.Ordinal);
        Assert.Contains("Ingen saker har stoppet.", Html.Text(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_of_what_is_already_solved_says_so()
    {
        using var other = await _host.VisitorAsync("admin");
        await _host.PublishAsync(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "no")));
        await _host.StartAsync("failing");
        var page = await _leader.GetStringAsync(Page);
        await RetryAsync(other, await other.GetStringAsync(Page));

        var answer = await RetryAsync(_leader, page);

        Assert.Contains("Steget er allerede løst eller avlyst.", Html.Text(await _leader.GetStringAsync(answer.Headers.Location)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_system_administrator_finds_what_stopped_in_a_case_but_no_way_into_the_case()
    {
        await _host.PublishAsync(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "no")));
        var caseId = await CaseAsync();
        await _host.StartAsync("failing", caseId);
        using var admin = await _host.VisitorAsync("admin");

        var page = await admin.GetStringAsync(Page);

        Assert.Contains("Steget «bad»", Html.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{caseId}", Html.Links(page));
        Assert.DoesNotContain("Fjellrev", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_viewer_of_a_stopped_flow_leads_to_the_retry()
    {
        await _host.PublishAsync(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "no")));
        await _host.PublishAsync(Drawing.OfTasks("sound", 1));
        var stopped = await _host.StartAsync("failing");
        var sound = await _host.StartAsync("sound");
        using var manager = await _host.VisitorAsync("casemanager");

        Assert.Contains($"{Page}#flow-{stopped}", Html.Links(await _leader.GetStringAsync($"/studio/instances/{stopped}")));
        Assert.DoesNotContain($"{Page}#flow-{sound}", Html.Links(await _leader.GetStringAsync($"/studio/instances/{sound}")));
        Assert.DoesNotContain($"{Page}#flow-{stopped}", Html.Links(await manager.GetStringAsync($"/studio/instances/{stopped}")));
    }

    [Theory]
    [InlineData("leader", HttpStatusCode.OK, HttpStatusCode.Redirect)]
    [InlineData("admin", HttpStatusCode.OK, HttpStatusCode.Redirect)]
    [InlineData("auditor", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("casemanager", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("coordinator", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("person", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Who_may_see_and_who_may_retry(string user, HttpStatusCode seen, HttpStatusCode retried)
    {
        await _host.PublishAsync(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "no")));
        var id = await _host.StartAsync("failing");
        using var visitor = await _host.VisitorAsync(user);

        Assert.Equal(seen, (await visitor.GetAsync(Page)).StatusCode);
        Assert.Equal(retried, (await visitor.SendFormAsync("/", $"{Page}/{id}-1/retry")).StatusCode);
    }

    [Theory]
    [InlineData("nn", "Saker som har stoppa", "Prøv på nytt")]
    [InlineData("en", "Cases that have stopped", "Try again")]
    public async Task The_page_speaks_the_language_that_was_asked_for(string language, string heading, string button)
    {
        await _host.PublishAsync(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "no")));
        await _host.StartAsync("failing");
        _leader.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var texts = Html.Texts(await _leader.GetStringAsync(Page));

        Assert.Contains(heading, texts);
        Assert.Contains(button, texts);
        Assert.DoesNotContain("Saker som har stoppet", texts);
    }

    private async Task<string> CaseAsync()
    {
        using var manager = await _host.AsAsync("casemanager");
        return (string)(await _host.RegisterAsync())["caseId"]!;
    }

    /// <summary>Presses the button of the only incident on a page that lies open.</summary>
    private static async Task<HttpResponseMessage> RetryAsync(HttpClient visitor, string page, string reason = "")
    {
        var action = System.Text.RegularExpressions.Regex.Match(page, "action=\"(/workflows/incidents/[^\"]+/retry)\"").Groups[1].Value;
        var answer = await visitor.SendFormAsync(Page, action, ("reason", reason));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer;
    }
}
