using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.Persistence;

/// <summary>Where SQLite and PostgreSQL have ways of their own with text and time, the product answers alike on both.</summary>
public sealed class AlikeOnBothTests
{
    private static readonly string[] Names = ["Ærlig", "anna", "Bjørn", "Åse", "100 %", "a_b", "Zoë", "Øyvind", "aXb"];

    [Theory]
    [InlineData(DatabaseOptions.Sqlite)]
    [InlineData(DatabaseOptions.PostgreSql)]
    public async Task Text_is_found_and_sorted_and_time_is_kept_alike(string provider)
    {
        using var database = TestDatabase.Of(provider);
        await using var host = await HostFixture.StartAsync(database, new FakeClock(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(12_345_678)));
        await host.Get<WorkWriter>().RunAsync(
            host.Operation(),
            (work, _) =>
            {
                foreach (var name in Names)
                {
                    work.Db.Add(Person.Register(work.Ids.NewPersonId(), name, "Fjellrev", new DateOnly(1989, 3, 14), "nb", work.Operation));
                }

                work.Operation.Record(null, "something-happened");
                return Task.CompletedTask;
            },
            CancellationToken.None);
        await using var db = host.Read();

        // By code points, whatever language the database was set up with; the cluster of the tests is set up with Norwegian.
        Assert.Equal(Names.Order(StringComparer.Ordinal), await db.Persons.OrderBy(static p => p.GivenName).Select(static p => p.GivenName).ToListAsync());
        Assert.Equal(["Bjørn", "aXb", "a_b"], await FoundAsync(db, "B"));
        Assert.Equal(["anna"], await FoundAsync(db, "NN"));
        Assert.Equal(["100 %"], await FoundAsync(db, "%"));
        Assert.Equal(["a_b"], await FoundAsync(db, "_"));
        Assert.Empty(await FoundAsync(db, "\\"));

        // Only PostgreSQL knows upper and lower case of letters beyond the English ones.
        Assert.Equal(provider == DatabaseOptions.PostgreSql ? ["Bjørn", "Øyvind"] : ["Øyvind"], await FoundAsync(db, "Ø"));

        var at = await db.History.Where(static h => h.Event == "something-happened").Select(static h => h.At).SingleAsync();
        Assert.Equal((new DateTimeOffset(2026, 7, 1, 10, 0, 1, 234, TimeSpan.Zero), TimeSpan.Zero), (at, at.Offset));
        Assert.Equal(1, await db.History.CountAsync(h => h.Event == "something-happened" && h.At == host.Clock.GetUtcNow()));
    }

    private static Task<List<string>> FoundAsync(IpDbContext db, string word)
    {
        var part = TextSearch.Part(word);
        return db.Persons.Where(p => TextSearch.Matches(p.GivenName, part)).OrderBy(static p => p.GivenName).Select(static p => p.GivenName).ToListAsync();
    }
}
