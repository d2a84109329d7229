using System.Net;
using System.Net.Http.Json;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;

namespace IndividualPlan.WorkflowHost.Tests.HumanTasks;

/// <summary>The work list as people see it (domain §6: «Mine oppgaver» sorted by legal deadline).</summary>
public sealed class WorkListPageTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_most_urgent_is_first_with_its_legal_deadline_in_words()
    {
        var late = await _host.RequestAsync();
        var early = await _host.RequestAsync(Calls.Rype, "Modig", "Rype", "2027-01-04T07:30:00+01:00");
        using var manager = await _host.VisitorAsync("casemanager");

        var page = await manager.PageAsync("/tasks?scope=unit");

        Assert.InRange(page.IndexOf((string)early["reference"]!, StringComparison.Ordinal), 1, page.IndexOf((string)late["reference"]!, StringComparison.Ordinal));
        Assert.Contains("04.02.2027", page, StringComparison.Ordinal);
        Assert.Contains("om 24 dager", page, StringComparison.Ordinal);
        Assert.Contains("2 oppgaver, nærmeste lovfrist først", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_overdue_is_said_in_words_and_counted()
    {
        await _host.RequestAsync();
        using var manager = await _host.VisitorAsync("casemanager");
        await manager.SendFormAsync("/", "/demo/clock", ("by", "P33D"));

        var page = await manager.PageAsync("/tasks?scope=unit");
        var overdue = await manager.PageAsync("/tasks?scope=unit&overdue=true");

        Assert.Contains("2 dager over", page, StringComparison.Ordinal);
        Assert.Contains("Lista er filtrert.", overdue, StringComparison.Ordinal);
        Assert.Contains("/tasks?scope=unit", Html.Links(overdue));
    }

    [Fact]
    public async Task The_list_comes_back_as_it_was_after_a_look_into_a_task()
    {
        await _host.RequestAsync();
        const string list = "/tasks?scope=all&state=active&assignee=none&sort=due";
        using var manager = await _host.VisitorAsync("casemanager");

        var task = (await manager.PageAsync(list)).LinkTo("Vurder retten til plan");
        var back = (await manager.PageAsync(task)).LinkTo("Tilbake til oppgavene");

        Assert.Equal(list, back);
    }

    [Fact]
    public async Task A_search_by_name_finds_the_case_and_leaves_the_name_in_no_address_and_no_log()
    {
        var wanted = await _host.RequestAsync();
        var other = await _host.RequestAsync(Calls.Rype, "Modig", "Rype");
        using var manager = await _host.VisitorAsync("casemanager");

        var found = await manager.SendFormAsync("/tasks", "/tasks/search", ("words", "fjellrev"), ("list", "scope=all"));
        var page = await manager.PageAsync(found.Headers.Location!.OriginalString);

        Assert.StartsWith("/tasks?scope=all&words=", found.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("fjellrev", found.Headers.Location.OriginalString, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 treff på «fjellrev».", page, StringComparison.Ordinal);
        Assert.Contains((string)wanted["reference"]!, page, StringComparison.Ordinal);
        Assert.DoesNotContain((string)other["reference"]!, page, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Logged, line => line.Contains("fjellrev", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Someone_elses_search_cannot_be_read_from_its_address()
    {
        await _host.RequestAsync();
        using var manager = await _host.VisitorAsync("casemanager");
        using var colleague = await _host.VisitorAsync("casemanager2");

        var found = await manager.SendFormAsync("/tasks", "/tasks/search", ("words", "fjellrev"), ("list", ""));
        var page = await colleague.PageAsync(found.Headers.Location!.OriginalString);

        Assert.DoesNotContain("fjellrev", Html.Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_number_is_not_searched_for_here_and_not_repeated()
    {
        using var manager = await _host.VisitorAsync("casemanager");

        var answer = await manager.SendFormAsync("/tasks", "/tasks/search", ("words", Calls.Fjellrev), ("list", ""));
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<title>Feil: Oppgaver", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"aksel-link\" href=\"#words\">Søk på navn eller saksnummer.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Fjellrev, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_take_a_task_one_gets_it_and_the_other_is_told_who()
    {
        var receipt = await _host.RequestAsync();
        var take = $"/tasks/{await _host.TaskAsync(receipt, "assess")}/take";
        using var first = await _host.VisitorAsync("casemanager");
        using var second = await _host.VisitorAsync("casemanager2");

        await first.SendFormAsync("/tasks?scope=unit", take, ("list", "scope=unit"));
        var answer = await second.SendFormAsync("/tasks?scope=unit", take, ("list", "scope=unit"));
        var mine = await first.PageAsync("/tasks");
        var told = await second.PageAsync(answer.Headers.Location!.OriginalString);

        Assert.Contains("Du har tatt oppgaven «Vurder retten til plan».", mine, StringComparison.Ordinal);
        Assert.Contains((string)receipt["reference"]!, mine, StringComparison.Ordinal);
        Assert.Equal("/tasks?scope=unit", answer.Headers.Location.OriginalString);
        Assert.Contains("Kari Lyngmo har oppgaven.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_sees_the_unit_s_work_without_the_persons_names()
    {
        var receipt = await _host.RequestAsync();
        using var leader = await _host.VisitorAsync("leader");

        var page = await leader.PageAsync("/tasks?scope=all");

        Assert.Contains((string)receipt["reference"]!, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Fjellrev", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("participant")]
    [InlineData("person")]
    public async Task Who_works_in_no_unit_has_one_list_and_no_one_elses_tasks(string user)
    {
        var receipt = await _host.RequestAsync(Calls.Rype, "Modig", "Rype");
        using var visitor = await _host.VisitorAsync(user);

        var page = await visitor.PageAsync("/tasks?scope=all");
        var task = await visitor.GetAsync($"/tasks/{await _host.TaskAsync(receipt, "assess")}");

        Assert.Contains("Mine oppgaver</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Du har ingen oppgaver nå.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Enhetens", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, task.StatusCode);
    }

    [Fact]
    public async Task An_empty_list_says_where_there_is_something_to_do()
    {
        await _host.RequestAsync();
        using var manager = await _host.VisitorAsync("casemanager");

        var mine = await manager.PageAsync("/tasks");
        var free = await manager.PageAsync(mine.LinkTo("Se ledige oppgaver i enheten"));
        var nothing = await manager.PageAsync("/tasks?state=onHold");

        Assert.Contains("Du har ingen oppgaver nå.", mine, StringComparison.Ordinal);
        Assert.Contains("Vurder retten til plan", free, StringComparison.Ordinal);
        Assert.Equal("/tasks", nothing.LinkTo("Fjern filteret"));
    }

    [Fact]
    public async Task The_start_page_begins_with_what_is_most_urgent()
    {
        var receipt = await _host.RequestAsync();
        using var manager = await _host.VisitorAsync("casemanager");
        using var api = await _host.AsAsync("casemanager");
        await api.PostAsync($"/api/tasks/{await _host.TaskAsync(receipt, "assess")}/claim", null);

        var page = await manager.PageAsync("/");

        Assert.Contains("Hei, Kari Lyngmo", page, StringComparison.Ordinal);
        Assert.Contains("Dette haster mest", page, StringComparison.Ordinal);
        Assert.Contains((string)receipt["reference"]!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_on_the_page_is_a_code_or_an_English_word()
    {
        var receipt = await _host.RequestAsync();
        using var api = await _host.AsAsync("casemanager");
        await api.PostAsJsonAsync($"/api/tasks/{await _host.TaskAsync(receipt, "assess")}/hold", new { until = "2027-01-20" });
        using var manager = await _host.VisitorAsync("casemanager");

        var text = Html.Text(await manager.GetStringAsync("/tasks?scope=unit"));

        Assert.Contains("På vent til 20.01.2027", text, StringComparison.Ordinal);
        Assert.All(
            new[] { "CaseManager", "OnHold", "Claimed", "SOC-28", "Requested", "casemanager", "nav ", "2027-01", "task", "Search", "Mine (" },
            code => Assert.DoesNotContain(code, text, StringComparison.Ordinal));
    }
}
