using System.Net;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;

namespace IndividualPlan.WorkflowHost.Tests.HumanTasks;

/// <summary>Taking, giving back, handing on, putting aside: from the task's page, with no accidental takeover (peers row 6) and three dates apart (row 7).</summary>
public sealed class TaskActsPageTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_colleague_s_task_is_taken_over_on_purpose_and_with_a_reason_that_is_seen()
    {
        var address = await ClaimedAsync("casemanager");
        using var colleague = await _host.VisitorAsync("casemanager2");

        var held = await colleague.PageAsync(address);
        var asked = await colleague.PageAsync(held.LinkTo("Ta over oppgaven"));
        var unreasoned = await colleague.SendFormAsync(address, address + "/take-over", ("reason", ""));
        var taken = await colleague.SendFormAsync(address, address + "/take-over", ("reason", "Kari er syk."));
        var page = await colleague.PageAsync(address);

        Assert.Contains("Kari Lyngmo har denne oppgaven.", held, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"task\"", held, StringComparison.Ordinal);
        Assert.Contains("Tar du den over, får Kari Lyngmo beskjed om det og ser hvorfor.", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
        Assert.Contains("href=\"#reason\"", await unreasoned.PageAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("Anders Bekkely tok over oppgaven fra Kari Lyngmo.", page, StringComparison.Ordinal);
        Assert.Contains("«Kari er syk.»", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_asked_about_a_task_that_nobody_has()
    {
        var address = $"/tasks/{await _host.TaskAsync(await _host.RequestAsync(), "assess")}";
        using var manager = await _host.VisitorAsync("casemanager");

        var answer = await manager.GetAsync(address + "/take-over");

        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_task_is_put_on_hold_until_a_day_and_taken_up_again_and_its_legal_deadline_stands()
    {
        var address = await ClaimedAsync("casemanager");
        using var manager = await _host.VisitorAsync("casemanager");

        var noDay = await manager.SendFormAsync(address, address + "/hold", ("until", ""));
        var past = await manager.SendFormAsync(address, address + "/hold", ("until", "10.01.2027"));
        var wrong = await manager.SendFormAsync(address, address + "/hold", ("until", "neste uke"));
        await manager.SendFormAsync(address, address + "/hold", ("until", "20.1.2027"));
        var held = await manager.PageAsync(address);
        await manager.SendFormAsync(address, address + "/resume");
        var back = await manager.PageAsync(address);

        Assert.Contains("href=\"#hold-until\"", await noDay.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("Velg en dag som ikke har vært ennå.", await past.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("value=\"neste uke\"", await wrong.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("<details class=\"ip-disclosure\" open id=\"hold\">", await wrong.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("På vent til 20.01.2027", held, StringComparison.Ordinal);
        Assert.Contains("11.02.2027", held, StringComparison.Ordinal);
        Assert.DoesNotContain("På vent til 20.01.2027", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_date_is_set_and_removed_and_moves_no_deadline()
    {
        var address = await ClaimedAsync("casemanager");
        using var manager = await _host.VisitorAsync("casemanager");

        await manager.SendFormAsync(address, address + "/follow-up", ("followUpOn", "2027-01-25"));
        var list = Html.Text(await manager.GetStringAsync("/tasks"));
        await manager.SendFormAsync(address, address + "/follow-up", ("followUpOn", ""));
        var after = Html.Text(await manager.GetStringAsync("/tasks"));

        Assert.Contains("25.01.2027 om 14 dager", list, StringComparison.Ordinal);
        Assert.Contains("11.02.2027 om 31 dager", list, StringComparison.Ordinal);
        Assert.DoesNotContain("25.01.2027", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_handed_to_a_colleague_with_a_reason_or_given_back()
    {
        var address = await ClaimedAsync("casemanager");
        using var manager = await _host.VisitorAsync("casemanager");
        using var colleague = await _host.VisitorAsync("casemanager2");

        var unreasoned = await manager.SendFormAsync(address, address + "/assign", ("assignee", "casemanager2"), ("reason", ""));
        var given = await manager.SendFormAsync(address, address + "/assign", ("assignee", "casemanager2"), ("reason", "Ferie."), ("list", "sort=due"));
        var received = await colleague.PageAsync(address);
        await colleague.SendFormAsync(address, address + "/release");
        var free = await colleague.PageAsync(address);

        var refused = await unreasoned.PageAsync();
        Assert.Contains("href=\"#assign-reason\"", refused, StringComparison.Ordinal);
        Assert.Contains("<option value=\"casemanager2\" selected>", refused, StringComparison.Ordinal);
        Assert.Equal("/tasks?sort=due", given.Headers.Location!.OriginalString);
        Assert.Contains("Du har oppgaven", received, StringComparison.Ordinal);
        Assert.Contains("Ta oppgaven", free, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_out_of_date_changes_nothing_and_sending_twice_is_harmless()
    {
        var address = await ClaimedAsync("casemanager");
        using var manager = await _host.VisitorAsync("casemanager");
        using var leader = await _host.VisitorAsync("leader");
        var seen = (await manager.PageAsync(address)).Hidden("version");

        var held = await manager.SendFormAsync(address, address + "/hold", ("until", "2027-01-20"), ("version", seen));
        var twice = await manager.SendFormAsync(address, address + "/hold", ("until", "2027-01-20"), ("version", seen));
        var stale = await leader.SendFormAsync(address, address + "/assign", ("assignee", "casemanager2"), ("reason", "Ferie."), ("version", seen));
        var refused = await stale.PageAsync();
        var fresh = await leader.SendFormAsync(address, address + "/assign", ("assignee", "casemanager2"), ("reason", "Ferie."), ("version", refused.Hidden("version")));
        var again = await leader.SendFormAsync(address, address + "/assign", ("assignee", "casemanager2"), ("reason", "Ferie."), ("version", refused.Hidden("version")));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (held.StatusCode, twice.StatusCode));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Contains("Oppgaven er endret siden du åpnet siden.", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"Ferie.\"", refused, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (fresh.StatusCode, again.StatusCode));
    }

    private async Task<string> ClaimedAsync(string user)
    {
        var address = $"/tasks/{await _host.TaskAsync(await _host.RequestAsync(), "assess")}";
        using var visitor = await _host.VisitorAsync(user);
        await visitor.SendFormAsync(address, address + "/claim");
        return address;
    }
}
