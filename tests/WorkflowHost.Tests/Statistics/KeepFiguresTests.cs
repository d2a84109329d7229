using System.Text.Json.Nodes;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Statistics;
using Microsoft.Extensions.DependencyInjection;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.WorkflowHost.Tests.Statistics;

/// <summary>Figures are kept each night, so that those of last year do not change with the cases.</summary>
[Trait("Database", "Both")]
public sealed class KeepFiguresTests
{
    [Theory]
    [InlineData(null, "2027-05-10", "2027-05-10")]
    [InlineData("2027-05-10", "2027-05-10", "")]
    [InlineData("2027-05-10", "2027-05-11", "2027-05-11")]
    [InlineData("2027-06-29", "2027-07-02", "2027-06-30 2027-07-02")]
    [InlineData("2027-06-30", "2027-07-01", "2027-07-01")]
    [InlineData("2027-05-10", "2028-01-20", "2027-06-30 2027-09-30 2027-12-31 2028-01-20")]
    public void The_day_before_is_kept_and_ends_of_quarters_that_passed_meanwhile(string? lastKept, string yesterday, string expected) =>
        Assert.Equal(expected, string.Join(' ', KeepFigures.DaysToKeep(lastKept is null ? null : Day(lastKept), Day(yesterday)).Select(static d => d.ToString("O", null))));

    [Fact]
    public async Task Last_years_figures_are_shown_as_they_were_kept_and_this_years_as_they_are()
    {
        await using var journey = new Journey("2027-12-20 08:00");
        var when = new When(journey);
        var given = new Given(journey, when);
        var keep = journey.Services.GetServices<RecurringJob>().OfType<KeepFigures>().Single();
        await given.ASignal(Kvitveis, "KvpDecision", occurredOn: "2027-12-20", track: "SOC-33");
        await when.TimeIs("2028-01-01 00:30");

        Assert.NotEqual(0, await keep.KeepAsync(CancellationToken.None));
        Assert.Equal(0, await keep.KeepAsync(CancellationToken.None));

        // Then she is informed, and declines.
        await when.TimeIs("2028-01-10 09:00");
        await when.CaseManager.Completes("inform", "Takker nei", Values.InformationWithInterpreter);
        await keep.KeepAsync(CancellationToken.None);

        Assert.Equal("2027-12-31 kept: not informed 1, declined 0", await CoverageAsync(journey, "?period=2027"));
        Assert.Equal("2028-01-10 counted: not informed 0, declined 1", await CoverageAsync(journey, ""));
        Assert.Equal("2027-12-31 kept: not informed 1, declined 0", await CoverageAsync(journey, "?period=2027-4&unit=nav&track=SOC-33"));

        // What is heavy to count is shown as of the night before.
        await when.TimeIs("2028-01-11 09:00");
        Assert.Equal("2028-01-09", (await journey.GetAsync("leader", "/api/statistics/process"))["upToOn"]!.ToString());
        using var leader = await journey.VisitorAsync("leader");
        Assert.Contains("tatt vare på etter 31.12.2027", System.Net.WebUtility.HtmlDecode((await leader.OpensAsync("/statistics/kvp?period=2027")).Html), StringComparison.Ordinal);
    }

    private static async Task<string> CoverageAsync(Journey journey, string query)
    {
        var report = await journey.GetAsync("leader", "/api/statistics/kvp" + query);
        var columns = report["tables"]![0]!["columns"]!.AsArray();
        return $"{report["upToOn"]} {(report["isKept"]!.GetValue<bool>() ? "kept" : "counted")}: not informed {Total(columns, "none")}, declined {Total(columns, "declined")}";
    }

    private static string Total(JsonArray columns, string key) => columns.Single(c => (string)c!["column"]! == key)!["total"]!.ToString();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", null);
}
