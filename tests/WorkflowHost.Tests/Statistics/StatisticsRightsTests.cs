using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.WorkflowHost.Tests.Statistics;

/// <summary>Whose cases are counted for whom: those of the own units, all for those who work with all, and those of strictly protected persons for nobody (P-10, P-20).</summary>
public sealed class StatisticsRightsTests : IAsyncLifetime
{
    private readonly Journey _journey = new("2027-01-11 08:00");

    public async Task InitializeAsync()
    {
        var given = new Given(_journey, new When(_journey));
        await given.ASignal(Havgløtt, "KvpDecision", occurredOn: "2027-01-11", track: "SOC-33");
        await given.ASignal(Kvitveis, "KvpDecision", occurredOn: "2027-01-11", track: "SOC-33");
    }

    public async Task DisposeAsync() => await _journey.DisposeAsync();

    [Fact]
    public async Task A_case_is_counted_in_its_unit_and_for_nobody_once_the_person_is_strictly_protected()
    {
        await _journey.PostAsync("leader", $"/api/cases/{_journey.CaseId}/unit", new { unit = "child-welfare", reason = "Barnevernet følger opp." });

        Assert.Equal((1, 1, 2, 2), (await CountAsync("leader"), await CountAsync("leader2"), await CountAsync("coordinatingunit"), await CountAsync("auditor")));
        Assert.Equal((1, 1, 1, 1), (await FileLinesAsync("leader"), await FileLinesAsync("leader2"), await CountAsync("auditor", "?unit=nav"), await CountAsync("auditor", "?unit=child-welfare")));

        await ProtectAsync();

        Assert.Equal((1, 0, 1, 1), (await CountAsync("leader"), await CountAsync("leader2"), await CountAsync("coordinatingunit"), await CountAsync("auditor")));
        Assert.Equal(0, await FileLinesAsync("leader2"));
    }

    private async Task<int> CountAsync(string user, string query = "") =>
        (await _journey.GetAsync(user, "/api/statistics/kvp" + query))["tables"]![0]!["total"]!.GetValue<int>();

    private async Task<int> FileLinesAsync(string user)
    {
        using var visitor = await _journey.VisitorAsync(user);
        return System.Text.Encoding.UTF8.GetString((await visitor.DownloadsAsync("/statistics/kostra/file"))!).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
    }

    private Task ProtectAsync() => _journey.Services.GetRequiredService<WorkWriter>().RunAsync(
        new Operation(new Actor("register", Roles.System), "", _journey.Now),
        async (work, token) =>
        {
            var id = new CaseId(Guid.Parse(_journey.CaseId));
            var person = (await work.Db.Cases.SingleAsync(c => c.Id == id, token)).PersonId;
            (await work.Db.Persons.AsTracking().SingleAsync(p => p.Id == person, token)).Protect(AddressProtection.StrictlyConfidential, work.Operation);
        },
        CancellationToken.None);
}
