using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Office;

/// <summary>"Frister og avvik": what those who lead see, and what they do not (P-10, peers rows 8, 10 and 20).</summary>
public sealed class OfficePageTests(OfficeInTrouble office) : IClassFixture<OfficeInTrouble>
{
    private static readonly string[] Blocks =
        ["overdue-deadlines", "deadlines-due-soon", "unassigned-tasks", "overdue-tasks", "cases-without-coordinator", "overdue-revisions", "open-appeals", "stopped-flows"];

    private readonly Journey _journey = office.Journey;

    [Fact]
    public async Task The_leader_reads_each_number_in_words_and_finds_its_list_below()
    {
        using var leader = await _journey.VisitorAsync("leader");

        var page = (await leader.OpensAsync("/office")).Html;
        var text = Html.Text(page);

        foreach (var words in (string[])
        [
            "1 frist er brutt", "1 plan skulle vært revidert", "2 saker er uten koordinator", "Lengst siden 01.09.2027", "1 klage er ikke avgjort", "1 steg i en arbeidsflyt har stoppet",
        ])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        foreach (var block in Blocks)
        {
            Assert.Contains($"href=\"#{block}\"", page, StringComparison.Ordinal);
            Assert.Contains(block, Html.Ids(page));
        }

        Assert.Contains("Foreløpig svar", text, StringComparison.Ordinal);
        Assert.Contains("30.08.2027 9 dager over", text, StringComparison.Ordinal);
        Assert.Contains("Siden 01.09.2027", text, StringComparison.Ordinal);
        Assert.Matches("Klage på innholdet i planen Mottatt 08.09.2027", text);
    }

    [Fact]
    public async Task From_the_page_the_leader_reaches_where_something_is_done()
    {
        using var leader = await _journey.VisitorAsync("leader");

        var page = (await leader.OpensAsync("/office")).Html;

        Assert.Contains(Html.Links(page), a => Regex.IsMatch(a, "^/workflows/incidents#flow-[0-9a-f-]{36}$"));
        Assert.Contains(Html.Links(page), a => a == "/tasks?scope=all&assignee=coordinator");
        Assert.Matches("<a class=\"aksel-link\" href=\"/tasks/[0-9a-f-]{36}\">Oppnevn ny koordinator</a>", WebUtility.HtmlDecode(page));
    }

    [Fact]
    public async Task The_leader_sees_references_and_no_names_anywhere()
    {
        using var leader = await _journey.VisitorAsync("leader");

        foreach (var address in Blocks.Select(b => "/office/" + b).Prepend("/office"))
        {
            var page = (await leader.OpensAsync(address)).Html;
            Assert.Matches("IP-2027-[0-9]+", page);
            Assert.All(OfficeInTrouble.Names, name => Assert.DoesNotContain(name, WebUtility.HtmlDecode(page), StringComparison.OrdinalIgnoreCase));
        }

        foreach (var block in Blocks.Append("summary").Append("workload"))
        {
            var answer = await _journey.GetAsync("leader", "/api/office/" + block);
            Assert.All(OfficeInTrouble.Names, name => Assert.DoesNotContain(name, answer.ToJsonString(), StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task The_coordinating_unit_sees_its_part_with_the_names_of_those_it_works_for()
    {
        using var unit = await _journey.VisitorAsync("coordinatingunit");

        var page = (await unit.OpensAsync("/office")).Html;
        var text = Html.Text(page);

        Assert.Contains("2 saker er uten koordinator", text, StringComparison.Ordinal);
        Assert.Contains("STILLE GRANSKOG", text, StringComparison.Ordinal);
        Assert.Contains("Planer som skulle vært revidert", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Foreløpig svar", text, StringComparison.Ordinal);
        Assert.DoesNotContain("open-appeals", Html.Ids(page));
        Assert.DoesNotContain("stopped-flows", Html.Ids(page));
        Assert.DoesNotContain("Kari Lyngmo", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.OpensAsync("/office/open-appeals")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.OpensAsync("/office/stopped-flows/csv")).Status);
    }

    [Fact]
    public async Task The_auditor_reads_and_is_offered_nothing_to_change()
    {
        using var auditor = await _journey.VisitorAsync("auditor");

        var page = (await auditor.OpensAsync("/office")).Html;

        Assert.Contains("1 frist er brutt", Html.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("/tasks/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Prøv på nytt", Html.Text(page), StringComparison.Ordinal);
        Assert.All(OfficeInTrouble.Names, name => Assert.DoesNotContain(name, WebUtility.HtmlDecode(page), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("casemanager")]
    [InlineData("coordinator")]
    [InlineData("approver")]
    [InlineData("participant")]
    [InlineData("person")]
    [InlineData("dpo")]
    [InlineData("admin")]
    [InlineData("archivist")]
    public async Task Others_are_refused_and_have_no_menu_item(string user)
    {
        using var visitor = await _journey.VisitorAsync(user);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.OpensAsync("/office")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.OpensAsync("/office/overdue-tasks")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.OpensAsync("/office/overdue-tasks/csv")).Status);
        Assert.DoesNotContain("/office", Html.Links((await visitor.OpensAsync("/accessibility")).Html));
    }

    [Fact]
    public async Task A_file_holds_the_list_without_names_and_that_it_was_taken_out_is_logged()
    {
        using var unit = await _journey.VisitorAsync("coordinatingunit");
        using var leader = await _journey.VisitorAsync("leader");

        var gaps = await unit.OpensAsync("/office/cases-without-coordinator/csv");
        var deadlines = await leader.OpensAsync("/office/overdue-deadlines/csv");

        Assert.Contains("saker-uten-koordinator-2027-09-08.csv", gaps.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.All(OfficeInTrouble.Names.Append("Maja"), name => Assert.DoesNotContain(name, gaps.Table, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(3, gaps.Table.TrimEnd().Split("\r\n").Length);
        Assert.Matches("^\uFEFF?Frist;Sak;Saksområde;Siste dag;Dager igjen;Oppgave;Tatt av noen\r\nForeløpig svar;IP-2027-[0-9]+;Sosiale tjenester;30.08.2027;-9;", deadlines.Table);
        await using var db = _journey.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
        Assert.Contains("export-cases-without-coordinator (2)", await db.AccessLog.Where(a => a.UserId == "coordinatingunit").Select(a => a.What).ToListAsync());
        Assert.Contains("export-overdue-deadlines (1)", await db.AccessLog.Where(a => a.UserId == "leader").Select(a => a.What).ToListAsync());
    }

    [Fact]
    public async Task The_filter_stands_in_the_address_and_goes_along_to_lists_and_files()
    {
        using var leader = await _journey.VisitorAsync("leader");

        var page = (await leader.OpensAsync("/office?service=nav&track=SOC-28")).Html;
        var other = (await leader.OpensAsync("/office?track=HEALTH-MUN")).Html;
        var block = (await leader.OpensAsync("/office/overdue-deadlines?track=SOC-28")).Html;

        Assert.Contains("/office/overdue-deadlines?service=nav&track=SOC-28", Html.Links(page));
        Assert.Matches("<option value=\"SOC-28\" selected", page);
        Assert.Contains("Ingen frister er brutt", Html.Text(other), StringComparison.Ordinal);
        Assert.Contains("/office/overdue-deadlines/csv?track=SOC-28", Html.Links(block));
        Assert.Contains("/office?track=SOC-28", Html.Links(block));
    }

    [Fact]
    public async Task With_nothing_amiss_the_page_says_so_plainly()
    {
        using var leader = await _journey.VisitorAsync("leader");

        var page = Html.Text((await leader.OpensAsync("/office?track=INTEGRATION")).Html);
        var block = Html.Text((await leader.OpensAsync("/office/overdue-tasks?track=INTEGRATION")).Html);

        Assert.Contains("Ingenting er over fristen, og ingenting ligger uten noen som har det.", page, StringComparison.Ordinal);
        Assert.Contains("Ingen oppgaver er over fristen.", block, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_that_does_not_exist_is_not_found()
    {
        using var leader = await _journey.VisitorAsync("leader");

        Assert.Equal(HttpStatusCode.NotFound, (await leader.OpensAsync("/office/no-such-block")).Status);
    }

    [Theory]
    [InlineData("nn", "Fristar og avvik", "Oppgåver som ingen har teke")]
    [InlineData("en", "Deadlines and deviations", "Tasks that nobody has taken")]
    public async Task The_page_speaks_the_language_that_was_asked_for(string language, string heading, string section)
    {
        using var leader = await _journey.VisitorAsync("leader", language);

        var texts = Html.Texts((await leader.OpensAsync("/office")).Html);

        Assert.Contains(heading, texts);
        Assert.Contains(section, texts);
        Assert.DoesNotContain("Frister og avvik", texts);
    }

    [Fact]
    public async Task Work_is_counted_by_colleague_and_those_with_none_are_there_too()
    {
        var loads = (await _journey.GetAsync("leader", "/api/office/workload"))["items"]!.AsArray();
        var open = (await _journey.GetAsync("leader", "/api/tasks?state=open&assignee=coordinator"))["total"]!.GetValue<int>();

        var coordinator = Assert.Single(loads, l => l!["userId"]!.ToString() == "coordinator")!;

        Assert.Equal(open, coordinator["openTasks"]!.GetValue<int>());
        Assert.Contains(loads, l => l!["userId"]!.ToString() == "coordinator2" && l["openTasks"]!.GetValue<int>() == 0);
        Assert.DoesNotContain(loads, l => l!["userId"]!.ToString() is "person" or "granskog" or "auditor");
        Assert.Equal(loads.Select(l => l!["openTasks"]!.GetValue<int>()).OrderDescending(), loads.Select(l => l!["openTasks"]!.GetValue<int>()));
    }
}
