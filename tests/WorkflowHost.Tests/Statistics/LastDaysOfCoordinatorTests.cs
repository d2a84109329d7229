using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.WorkflowHost.Tests.Statistics;

/// <summary>A coordinator whose last day is set coordinates until it is over, in the figures as in the leader's list of gaps (L-63, R-8).</summary>
[Trait("Database", "Both")]
public sealed class LastDaysOfCoordinatorTests : IAsyncLifetime
{
    private readonly Journey _journey = new("2027-01-11 09:00", new TestDatabase());

    public async Task InitializeAsync()
    {
        var when = new When(_journey);
        await new Given(_journey, when).ACoordinator(SyntheticPerson.Måke, "2027-01-11 09:00");
        await when.CoordinatingUnit.Tells("coordinator-left", new { lastDayOn = "2027-01-31", reason = "LeftJob" });
    }

    public async Task DisposeAsync() => await _journey.DisposeAsync();

    [Theory]
    [InlineData("2027-01-31 09:00", "1 0", 0)]
    [InlineData("2027-02-01 09:00", "0 1", 1)]
    public async Task Figures_and_list_agree_on_the_last_day_and_the_day_after(string at, string hasAndGap, int listed)
    {
        await _journey.MoveToAsync(at);

        var gaps = (await _journey.GetAsync("leader", "/api/statistics/coordinators"))["tables"]!.AsArray().Single(static t => (string)t!["table"]! == "gaps")!;
        var list = await _journey.GetAsync("leader", "/api/office/cases-without-coordinator");

        Assert.Equal(hasAndGap, string.Join(' ', gaps["rows"]!.AsArray().Single(static r => (string)r!["row"]! == "making")!["counts"]!.AsArray()));
        Assert.Equal(listed, list["items"]!.AsArray().Count);
    }
}
