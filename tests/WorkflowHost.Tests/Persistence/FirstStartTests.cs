using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Tests.Api;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Persistence;

/// <summary>The day of installation: no database yet. All other tests begin on a copy of what such a start leaves behind (<see cref="DatabaseTemplate"/>).</summary>
public sealed class FirstStartTests
{
    [Fact]
    public async Task A_first_start_leaves_behind_what_later_starts_begin_with()
    {
        using var first = new TestHost { IsFirstStart = true };
        using var later = new TestHost();

        var (made, copied) = (await StoredAsync(first), await StoredAsync(later));

        Assert.Contains("workflow_definitions", made.Keys);
        Assert.NotEmpty(made["workflow_definitions"]);
        Assert.Equal(made.Keys, copied.Keys);

        // How far the jobs of the first round have come is a matter of moments.
        Assert.All(made.Where(static table => table.Key != "jobs"), table => Assert.Equal(table.Value, copied[table.Key]));
    }

    /// <summary>Of SQLite alone: PostgreSQL has no files of ours.</summary>
    [Theory]
    [InlineData("an empty file")]
    [InlineData("a file that was restored without its write-ahead log")]
    public async Task A_start_takes_over(string what)
    {
        using var file = TestDatabase.Sqlite();
        if (what == "an empty file")
        {
            await File.WriteAllBytesAsync(file.SqliteFile, []);
        }
        else
        {
            await using (await HostFixture.StartAsync(file, new FakeClock()))
            {
            }

            SqliteConnection.ClearAllPools();
            await using var connection = new SqliteConnection(file.ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE";
            Assert.Equal("delete", await command.ExecuteScalarAsync());
        }

        await using var host = await HostFixture.StartAsync(file, new FakeClock());

        await using var read = host.Read();
        Assert.Empty(await read.Database.GetPendingMigrationsAsync());
    }

    /// <summary>Every table with its rows as text, apart from when something happened and from ids that are made anew.</summary>
    private static async Task<SortedDictionary<string, List<string>>> StoredAsync(TestHost host)
    {
        await using var db = host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
        var (tables, columnsOf, quote) = db.Database.IsSqlite()
            ? ("SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'", "SELECT name AS Value FROM pragma_table_info({0})", "quote")
            : ("SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'",
                "SELECT column_name::text AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' AND table_name = {0} ORDER BY ordinal_position", "quote_nullable");
        var found = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in await db.Database.SqlQueryRaw<string>(tables).ToListAsync())
        {
            var columns = await db.Database.SqlQueryRaw<string>(columnsOf, table).ToListAsync();
            var shown = columns.Where(static c => c is not ("id" or "at") && !c.EndsWith("_at", StringComparison.Ordinal)).Select(c => $"{quote}(\"{c}\")");
#pragma warning disable EF1002 // The names of tables and columns come from the database itself.
            found[table] = await db.Database.SqlQueryRaw<string>($"SELECT {string.Join(" || ' ' || ", shown)} AS \"Value\" FROM \"{table}\" ORDER BY 1").ToListAsync();
#pragma warning restore EF1002
        }

        return found;
    }
}
