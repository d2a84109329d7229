using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Cases.List;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

/// <summary>The list of cases as those who work with them, and those whose they are, meet it.</summary>
public sealed class CaseListPageTests(CaseListOffice office) : IClassFixture<CaseListOffice>
{
    private readonly TestHost _host = office.Host;

    [Fact]
    public async Task A_case_manager_reads_whose_each_case_is_where_it_stands_and_what_must_be_answered_by_when()
    {
        using var manager = await _host.VisitorAsync("casemanager");

        var text = Html.Text(await manager.GetStringAsync("/cases?scope=all"));

        Assert.Contains("Alle 3", text, StringComparison.Ordinal);
        Assert.Contains("1 over fristen", text, StringComparison.Ordinal);
        Assert.Contains("3 saker, de nyeste først", text, StringComparison.Ordinal);
        Assert.Contains("IP-2027-00001 Sosiale tjenester Glad Fjellrev Til vurdering", text, StringComparison.Ordinal);
        Assert.Contains("Foreløpig svar 11.02.2027 31 dager igjen", text, StringComparison.Ordinal);
        // The one-month clock notes in its own time that the deadline was not met.
        Assert.Matches("Foreløpig svar 04\\.01\\.2027 (7 dager over fristen|Ikke holdt)", text);
        Assert.Matches("Kvikk Torsk .*IP-2027-00001", text);
    }

    [Fact]
    public async Task The_nearest_deadline_first_when_it_is_wanted()
    {
        using var manager = await _host.VisitorAsync("casemanager");

        var page = await manager.GetStringAsync("/cases?scope=all&sort=deadline");

        Assert.Contains("3 saker, nærmeste frist først", Html.Text(page), StringComparison.Ordinal);
        Assert.Equal(["IP-2027-00002", "IP-2027-00003", "IP-2027-00001"], References(page));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public async Task Many_cases_come_in_the_same_order_as_few(int number, int size)
    {
        using var scope = _host.Services.CreateScope();
        var user = new CurrentUser("casemanager", "", [Roles.CaseManager], "nav", null, null);
        var filter = new CaseFilter { Order = CaseOrder.Deadline };
        var page = new PageRequest(Math.Max(1, number), size);
        var few = ActivatorUtilities.CreateInstance<FindCases>(scope.ServiceProvider);
        var many = new FindCases(
            scope.ServiceProvider.GetRequiredService<IndividualPlan.WorkflowHost.Persistence.IpDbContext>(), scope.ServiceProvider.GetRequiredService<CaseBonds>(),
            scope.ServiceProvider.GetRequiredService<CaseAccess>(), scope.ServiceProvider.GetRequiredService<UserDirectory>(),
            scope.ServiceProvider.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>(), scope.ServiceProvider.GetRequiredService<TimeProvider>()) { Few = 0 };

        var expected = await few.RunAsync(user, filter, page, new CallReason(null), CancellationToken.None);
        var found = await many.RunAsync(user, filter, page, new CallReason(null), CancellationToken.None);

        Assert.Equal(expected.Items.Select(i => i.Reference), found.Items.Select(i => i.Reference));
        Assert.Equal(3, found.Total);
    }

    [Theory]
    [InlineData("stage=assessment", 3)]
    [InlineData("stage=consent", 0)]
    [InlineData("stage=closed", 0)]
    [InlineData("stage=every", 3)]
    [InlineData("track=HEALTH-MUN", 1)]
    [InlineData("manager=none", 3)]
    [InlineData("manager=casemanager", 0)]
    [InlineData("overdue=true", 1)]
    [InlineData("thisWeek=true", 0)]
    [InlineData("stage=nonsense", 3)]
    public async Task A_filter_stands_in_the_address_and_narrows_the_list(string filter, int expected)
    {
        using var manager = await _host.VisitorAsync("casemanager");

        var page = await manager.GetStringAsync("/cases?scope=all&" + filter);

        Assert.Equal(expected, References(page).Count);
        Assert.Contains(expected switch { 0 => "Ingen saker passer med det du har valgt.", 1 => "Den viser 1 sak.", _ => $"Den viser {expected} saker." }, Html.Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_comes_back_as_it_was_after_a_look_into_a_case()
    {
        const string list = "/cases?scope=all&track=SOC-28&sort=deadline";
        using var manager = await _host.VisitorAsync("casemanager");

        var opened = await manager.PageAsync((await manager.PageAsync(list)).LinkTo("IP-2027-00001"));

        Assert.Equal(list, opened.LinkTo("Tilbake til sakene"));
    }

    [Theory]
    [InlineData("fjellrev")]
    [InlineData("glad  FJELL")]
    [InlineData("00001")]
    [InlineData("14838949844")]
    [InlineData("148389 49844")]
    public async Task A_search_finds_the_case_and_leaves_what_was_typed_in_no_address_and_no_log(string words)
    {
        using var manager = await _host.VisitorAsync("casemanager");

        var found = await manager.SendFormAsync("/cases", "/cases/search", ("words", words), ("cases", ""));
        var address = found.Headers.Location!.OriginalString;
        var page = await manager.GetStringAsync(address);

        Assert.StartsWith("/cases?scope=all&stage=every&words=", address, StringComparison.Ordinal);
        Assert.Equal(["IP-2027-00001"], References(page));
        Assert.All(Html.Links(page).Append(address), a => Assert.DoesNotContain("fjellrev", a, StringComparison.OrdinalIgnoreCase));
        Assert.All(Html.Links(page).Append(address), a => Assert.DoesNotContain("49844", a, StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Logged, line => line.Contains("fjellrev", StringComparison.OrdinalIgnoreCase) || line.Contains("49844", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_by_number_is_in_the_access_log_without_the_number()
    {
        using var unit = await _host.VisitorAsync("coordinatingunit");

        var found = await unit.SendFormAsync("/cases", "/cases/search", ("words", Calls.Rype), ("cases", ""));
        var page = await unit.GetStringAsync(found.Headers.Location);
        await using var db = _host.Services.GetRequiredService<IDbContextFactory<IndividualPlan.WorkflowHost.Persistence.IpDbContext>>().CreateDbContext();
        var log = await db.AccessLog.Where(l => l.UserId == "coordinatingunit" && l.CaseId == null).Select(l => l.What).ToListAsync();

        Assert.Equal(["IP-2027-00002"], References(page));
        Assert.Contains("search-by-number (1)", log);
    }

    [Fact]
    public async Task Someone_elses_search_cannot_be_read_from_its_address()
    {
        using var manager = await _host.VisitorAsync("casemanager");
        using var leader = await _host.VisitorAsync("leader");

        var found = await manager.SendFormAsync("/cases", "/cases/search", ("words", "fjellrev"), ("cases", ""));
        var text = Html.Text(await leader.GetStringAsync(found.Headers.Location));

        Assert.DoesNotContain("fjellrev", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("3 saker", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("casemanager", "14838949845", "Er ikke et gyldig fødselsnummer eller d-nummer.")]
    [InlineData("approver", "14838949844", "Rollen din søker ikke på fødselsnummer.")]
    public async Task A_number_that_cannot_be_searched_for_is_told_beside_the_field(string user, string number, string message)
    {
        using var visitor = await _host.VisitorAsync(user);

        var answer = await visitor.SendFormAsync("/cases", "/cases/search", ("words", number), ("cases", "scope=all"));
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<title>Feil: Saker", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"#words\">{message}", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{number}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leader")]
    [InlineData("auditor")]
    public async Task Who_does_not_work_with_cases_sees_references_and_no_names_and_finds_none_by_name(string user)
    {
        using var visitor = await _host.VisitorAsync(user);

        var page = await visitor.GetStringAsync("/cases");
        var sought = await visitor.SendFormAsync("/cases", "/cases/search", ("words", "fjellrev"), ("cases", ""));
        var found = await visitor.GetStringAsync(sought.Headers.Location);

        Assert.Equal(3, References(page).Count);
        Assert.DoesNotMatch("Fjellrev|Rype|Torsk", page);
        Assert.Empty(References(found));
    }

    [Fact]
    public async Task A_leader_who_opens_a_case_is_asked_why()
    {
        using var leader = await _host.VisitorAsync("leader");

        var asked = await leader.GetAsync((await leader.PageAsync("/cases")).LinkTo("IP-2027-00001"));

        Assert.Matches("^/cases/[0-9a-f-]{36}/reason\\?returnUrl=", asked.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("person", "IP-2027-00001")]
    [InlineData("rype", "IP-2027-00002")]
    public async Task A_person_sees_the_own_case_and_no_other(string user, string reference)
    {
        using var person = await _host.VisitorAsync(user);

        var page = await person.GetStringAsync("/cases");

        Assert.Equal([reference], References(page));
        Assert.DoesNotContain("Enhetens", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coordinator", "/cases", "Saker som du har en rolle i, kommer hit.")]
    [InlineData("casemanager", "/cases", "Her står saker der du er saksbehandler eller koordinator, eller har en oppgave.")]
    [InlineData("coordinatingunit", "/cases?scope=unit", "Her står saker der noen i enheten er saksbehandler eller koordinator")]
    public async Task An_empty_list_says_why_it_is_empty(string user, string address, string sentence)
    {
        using var visitor = await _host.VisitorAsync(user);

        var page = await visitor.GetStringAsync(address);

        Assert.Empty(References(page));
        Assert.Contains(sentence, Html.Text(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dpo")]
    [InlineData("admin")]
    [InlineData("relative")]
    public async Task Who_may_list_no_cases_is_refused_and_has_no_such_place_in_the_menu(string user)
    {
        using var visitor = await _host.VisitorAsync(user);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/cases")).StatusCode);
        Assert.DoesNotContain("/cases", Html.Links(await visitor.GetStringAsync("/accessibility")));
    }

    [Fact]
    public async Task A_protected_address_is_marked_and_a_strictly_protected_case_is_in_nobodys_list()
    {
        using var manager = await _host.VisitorAsync("casemanager");
        try
        {
            await ProtectAsync(AddressProtection.Confidential);
            var marked = Html.Text(await manager.GetStringAsync("/cases?scope=all"));
            await ProtectAsync(AddressProtection.StrictlyConfidential);
            var hidden = await manager.GetStringAsync("/cases?scope=all");
            var sought = await manager.SendFormAsync("/cases", "/cases/search", ("words", "05850099903"), ("cases", ""));

            Assert.Contains("Kvikk Torsk Fortrolig adresse", marked, StringComparison.Ordinal);
            Assert.Equal(["IP-2027-00002", "IP-2027-00001"], References(hidden));
            Assert.Contains("Alle 2", Html.Text(hidden), StringComparison.Ordinal);
            Assert.Empty(References(await manager.GetStringAsync(sought.Headers.Location)));
        }
        finally
        {
            await ProtectAsync(AddressProtection.None);
        }
    }

    private Task ProtectAsync(AddressProtection grade) => _host.Services.GetRequiredService<WorkWriter>().RunAsync(
        new Operation(Actor.System, "", new DateTimeOffset(2027, 1, 11, 8, 0, 0, TimeSpan.Zero)),
        async (work, token) => (await work.Db.Persons.AsTracking().SingleAsync(p => p.FamilyName == "Torsk", token)).Protect(grade, work.Operation),
        CancellationToken.None);

    private static List<string> References(string page) => [.. Regex.Matches(page, "<a class=\"aksel-link\" href=\"/cases/[^\"]*\">(IP-[0-9-]+)</a>").Select(m => m.Groups[1].Value)];
}

/// <summary>An office with three requests, one of which should have been answered a week ago; for tests that only look.</summary>
public sealed class CaseListOffice : IAsyncLifetime
{
    public TestHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        await Host.RequestAsync();
        await Host.RequestAsync(Calls.Rype, "Modig", "Rype", "2026-12-04T09:00:00+01:00");
        var torsk = System.Text.Json.JsonSerializer.SerializeToNode(Calls.Request("05850099903", "Kvikk", "Torsk"))!;
        torsk["track"] = "HEALTH-MUN";
        torsk["receivedAt"] = "2027-01-08T09:00:00+01:00";
        await Host.RegisterAsync(torsk);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
