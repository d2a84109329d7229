using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.WorkflowHost.Tests.Statistics;

/// <summary>What each report says of an office whose cases are all known (domain §5.2).</summary>
[Trait("Database", "Both")]
public sealed class ReportFiguresTests(CountedOffice office) : IClassFixture<CountedOffice>
{
    private readonly Journey _journey = office.Journey;

    [Fact]
    public async Task R1_counts_each_person_with_a_case_under_the_social_services_act_once_with_or_without_a_plan()
    {
        await TheTable("kostra", "made", "1 2", "nav 1 5");

        var file = (await FileAsync("/statistics/kostra/file")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("ID;AAR;FAAT_INDIVIDUELL_PLAN", file[0]);
        Assert.Equal(["2027;1", "2027;2", "2027;2", "2027;2", "2027;2", "2027;2"], file.Skip(1).Select(static l => l[(l.IndexOf(';', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal));
        Assert.All(file.Skip(1), static l => Assert.True(Guid.TryParse(l[..l.IndexOf(';', StringComparison.Ordinal)], out _)));
    }

    [Fact]
    public async Task R2_tells_programme_participants_who_declined_from_those_who_were_not_informed() =>
        await TheTable("kvp", "coverage", "plan underway declined informed none", "nav 0 0 1 0 1");

    [Fact]
    public async Task R3_says_whether_information_is_documented_and_how_long_it_took() =>
        await TheTable("information", "informed", "soon late asked none", "nav 1 0 4 1 median=10");

    [Fact]
    public async Task R4_puts_each_person_at_the_furthest_step()
    {
        await TheTable("funnel", "furthest", "here", "1 1", "2 1", "3 1", "4 2", "5 0", "6 0", "7 1", "8 0");
        await TheTable("funnel", "track", "approved not", "SOC-28 1 3", "SOC-33 0 2");
        await TheTable("funnel", "age", "approved not", "0 0 0", "18 0 0", "30 0 5", "50 1 0", "67 0 0");
        await TheTable("funnel", "language", "approved not", "interpreter 0 1", "own 1 4");
    }

    [Fact]
    public async Task R5_tells_a_decision_within_the_month_from_a_preliminary_reply_in_time() =>
        // 0, 3 and 62 days, and the same day for the refusal.
        await TheTable("time", "decided", "month reply late", "SOC-28 3 1 0 median=0");

    [Fact]
    public async Task R6_says_why_those_without_a_plan_have_none_and_whether_they_have_something_else()
    {
        await TheTable("no-plan", "main", "coordinated nothing", "underway 0 2", "(none) 0 1", "N03InformedDeclined 1 0", "N09NotEntitledSingleService 0 1");
        await TheTable("no-plan", "instead", "without with", "ActivityPlan 1 0");
        await TheTable("no-plan", "recorded", "primary also", "N03InformedDeclined 1 0", "N09NotEntitledSingleService 1 0");
    }

    [Fact]
    public async Task R7_says_how_many_days_a_revision_is_overdue_and_when_something_was_last_done()
    {
        await TheTable("revisions", "due", "onTime late30 late90 later none", "(none) 0 1 0 0 0 median=2");
        await TheTable("revisions", "activity", "six twelve older", "(none) 0 1 0");
        await TheTable("revisions", "done", "onTime late");
    }

    [Fact]
    public async Task R8_counts_a_plan_whose_coordinator_has_left_as_a_gap()
    {
        await TheTable("coordinators", "gaps", "has gap", "plan 0 1", "making 0 0", "only 0 0");
        await TheTable("coordinators", "changes", "first change", "municipal-health 1 0");
        await TheTable("coordinators", "load", "5 10 20 more");
    }

    [Fact]
    public async Task R9_asks_of_each_plan_in_use_how_the_person_took_part() =>
        await TheTable("participation", "aspects", "yes no", "goal 0 1", "child 0 0", "relatives 0 1", "interpreter 0 0");

    [Fact]
    public async Task R10_counts_appeals_by_outcome_and_the_days_at_each_stage()
    {
        await TheTable(
            "appeals", "outcomes", " ReversedByFirstInstance DismissedByFirstInstance Changed AnnulledAndRemitted Upheld DismissedByAppealBody Withdrawn Lapsed",
            "EntitlementRefusal 1 0 0 0 0 0 0 0 0");
        await TheTable("appeals", "deadline", "True False ", "SOC-28 1 0 0");
        await TheTable("appeals", "stages", "done", "first 1 median=11", "body 0");
    }

    [Fact]
    public async Task R11_counts_consents_by_how_they_stand()
    {
        await TheTable("consents", "types", "given asked lapsed withdrawn refused", "Plan 1 0 0 0 0", "Sharing 1 0 0 0 0", "Transfer 0 0 0 0 0");
        await TheTable("consents", "recipients", "given asked lapsed withdrawn refused", "gp 1 0 0 0 0");
    }

    [Fact]
    public async Task R12_measures_each_step_by_the_version_of_the_flow_that_ran()
    {
        var steps = (await Table("process", "done"))["rows"]!.AsArray().ToDictionary(static r => (string)r!["row"]!, static r => r!);

        Assert.Equal("4 of 0 to 62 days", Told(steps["decision|2|Vurder retten til plan"]));
        Assert.Equal("1 of 10 to 10 days", Told(steps["kvp-link|2|Informer om individuell plan"]));

        static string Told(JsonNode row) => $"{row["total"]} of {row["days"]!["median"]} to {row["days"]!["ninetiethPercentile"]} days";
    }

    [Fact]
    public async Task Figures_are_narrowed_by_track_unit_and_quarter()
    {
        await TheTable("kostra?track=SOC-33", "made", "1 2", "nav 0 2");
        await TheTable("kostra?unit=nav", "made", "1 2", "nav 1 5");
        await TheTable("no-plan?period=2027-1", "recorded", "primary also", "N03InformedDeclined 1 0");
        Assert.Equal(422, (int)(await _journey.TryAsync(HttpMethod.Get, "leader", "/api/statistics/kostra?period=2027-5")).Status);
        Assert.Equal(404, (int)(await _journey.TryAsync(HttpMethod.Get, "leader", "/api/statistics/no-such")).Status);
    }

    [Fact]
    public async Task What_stands_on_a_day_is_not_shown_for_a_quarter_whose_figures_were_not_kept()
    {
        using var leader = await _journey.VisitorAsync("leader");

        var page = await leader.OpensAsync("/statistics/no-plan?period=2027-1");

        var text = System.Net.WebUtility.HtmlDecode(page.Html);
        Assert.Contains("ikke tatt vare på for denne perioden", text, StringComparison.Ordinal);
        Assert.Contains("Personen ønsker ikke plan", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_holds_no_number_from_one_to_four_and_that_it_was_taken_out_is_logged()
    {
        foreach (var report in (string[])["kostra", "kvp", "information", "funnel", "time", "no-plan", "revisions", "coordinators", "participation", "appeals", "consents", "process"])
        {
            var file = await FileAsync($"/statistics/{report}/csv");
            var cells = file.Split("\r\n").Skip(6).SelectMany(static line => line.Split(';').Skip(1));

            Assert.DoesNotContain(cells, static c => c is "1" or "2" or "3" or "4");
            Assert.Contains("færre enn 5", file, StringComparison.Ordinal);
        }
    }

    private async Task<string> FileAsync(string address)
    {
        using var leader = await _journey.VisitorAsync("leader");
        return Encoding.UTF8.GetString((await leader.DownloadsAsync(address))!).TrimStart('\uFEFF');
    }

    private Task<JsonNode> Report(string report) => _journey.GetAsync("leader", "/api/statistics/" + report);

    private async Task<JsonNode> Table(string report, string table) => (await Report(report))["tables"]!.AsArray().Single(t => (string)t!["table"]! == table)!;

    private async Task TheTable(string report, string table, string columns, params string[] rows)
    {
        var found = await Table(report, table);
        Assert.Equal(columns, string.Join(' ', found["columns"]!.AsArray().Select(static c => (string)c!["column"]!)));
        Assert.Equal(rows.Order(StringComparer.Ordinal), found["rows"]!.AsArray().Select(static r => Line(r!)).Order(StringComparer.Ordinal));
    }

    private static string Line(JsonNode row) =>
        $"{((string)row["row"]! is { Length: > 0 } key ? key : "(none)")} {string.Join(' ', row["counts"]!.AsArray())}{(row["days"] is { } days ? $" median={days["median"]}" : "")}";
}
