using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Persistence;

namespace IndividualPlan.Faults.Tests;

/// <summary>The short form of the campaign. The process is killed in mid-load, several times on the same database; what was answered is there, and nothing is half done or doubled.</summary>
public sealed class KilledInMidLoadTests
{
    [Fact]
    public async Task On_SQLite_with_a_disk_that_takes_no_more() => await ExpectNothingFoundAsync(new Campaign(DatabaseOptions.Sqlite, seed: 4));

    [Fact]
    public async Task On_PostgreSQL_that_is_restarted_and_whose_connections_are_cut()
    {
        using var cluster = await PostgresCluster.OwnAsync();
        await ExpectNothingFoundAsync(new Campaign(DatabaseOptions.PostgreSql, seed: 4, cluster));
    }

    private static async Task ExpectNothingFoundAsync(Campaign campaign)
    {
        var summary = await campaign.RunAsync(kills: 2);

        Assert.Empty(summary.Violations);
        Assert.True(summary is { Kills: 2, Disturbances: > 0, Operations: > 2 }, summary.ToString());
    }
}
