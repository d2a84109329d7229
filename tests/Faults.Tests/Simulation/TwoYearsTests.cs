using IndividualPlan.Testing;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>The short form of the simulation: few cases and three weeks, with the mail server down for a day and the host stopped over a weekend.</summary>
public sealed class TwoYearsTests
{
    [Fact]
    public async Task In_three_weeks_of_an_office_no_message_is_missed_and_none_doubled()
    {
        using var database = new TestDatabase();

        var summary = await new TwoYears(database, cases: 12, days: 24, seed: 5).RunAsync();

        Assert.Empty(summary.Violations);
        Assert.Empty(summary.NotTaken);
        Assert.True(summary is { Cases: 12, Operations: > 20, EMails: > 10 }, summary.ToString());
    }
}
