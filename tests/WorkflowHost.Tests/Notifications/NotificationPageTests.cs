using System.Net;
using System.Net.Http.Json;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;

namespace IndividualPlan.WorkflowHost.Tests.Notifications;

/// <summary>What someone has been told, as a page: own notifications only, with a way to what they are about.</summary>
public sealed class NotificationPageTests : IDisposable
{
    private readonly TestHost _host = new()
    {
        Settings = new Dictionary<string, string> { ["Mail:Server"] = "127.0.0.1", ["Mail:Port"] = "1", ["Mail:From"] = "plan@office.example.com", ["Site:PublicAddress"] = "http://localhost" },
    };

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Whoever_is_given_a_task_is_told_opens_it_and_marks_it_as_read()
    {
        using var kari = await _host.VisitorAsync("casemanager");
        using var anders = await _host.VisitorAsync("casemanager2");
        using var leader = await _host.AsAsync("leader");
        var task = await _host.TaskAsync(await _host.RequestAsync(), "assess");
        (await leader.PostAsJsonAsync($"/api/tasks/{task}/assign", new { assignee = "casemanager2", reason = "Kari har mye." })).EnsureSuccessStatusCode();

        var page = await anders.PageAsync("/notifications");
        var text = Html.Text(page);
        Assert.Contains("Varsler 1 uleste", text, StringComparison.Ordinal);
        Assert.Contains("Gitt til deg", text, StringComparison.Ordinal);
        Assert.Contains("IP-2027-", text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/tasks/{task}\"", page, StringComparison.Ordinal);
        Assert.Contains("casemanager2@example.com", text, StringComparison.Ordinal);
        Assert.Contains("Du har lest alt.", Html.Text(await kari.PageAsync("/notifications")), StringComparison.Ordinal);

        var read = System.Text.RegularExpressions.Regex.Match(page, "action=\"(/notifications/[0-9a-f-]{36}/read)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.NotFound, (await kari.SendFormAsync("/notifications", read)).StatusCode);
        Assert.Equal("/notifications", (await anders.SendFormAsync("/notifications", read)).Headers.Location!.OriginalString);
        var after = Html.Text(await anders.PageAsync("/notifications"));
        Assert.Contains("Du har lest alt.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("1 uleste", after, StringComparison.Ordinal);
        Assert.Contains("Gitt til deg", Html.Text(await anders.PageAsync("/notifications?show=all")), StringComparison.Ordinal);

        var refused = await anders.SendFormAsync("/notifications", "/notifications/choice", ("language", "xx"), ("wantsMail", "true"));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("Velg et språk fra lista.", await refused.PageAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await anders.SendFormAsync("/notifications", "/notifications/choice", ("language", "nn"))).StatusCode);
        var chosen = await anders.PageAsync("/notifications");
        Assert.Contains("<option value=\"nn\" selected>", chosen, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"wantsMail\" value=\"true\" checked", chosen, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await anders.SendFormAsync("/notifications", "/notifications/read", ("until", "snart"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await anders.SendFormAsync("/notifications", "/notifications/read", ("until", "2027-01-11T08:00:00Z"))).StatusCode);
        Assert.DoesNotContain(_host.Logged, line => line.Contains("@example.com", StringComparison.Ordinal));
    }
}
