using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Office;

/// <summary>What the leader's page costs follows what has fallen out, not how many tasks and deadlines there are: the database itself says how it would find each.</summary>
public sealed partial class OfficePlanTests(WatchedOffice watched) : IClassFixture<WatchedOffice>
{
    [Theory]
    [InlineData("leader", "")]
    [InlineData("leader", "?service=nav&track=SOC-28")]
    [InlineData("coordinatingunit", "")]
    public async Task No_statement_reads_all_tasks_deadlines_cases_persons_or_appeals(string user, string query)
    {
        var statements = await StatementsOfPageAsync(user, query);

        var scans = new List<string>();
        foreach (var (sql, plan) in statements)
        {
            var tables = Aliases().Matches(sql).ToLookup(static m => m.Groups[2].Value, static m => m.Groups[1].Value);
            scans.AddRange(plan.Select(static p => Scan().Match(p)).Where(static m => m.Success)
                .Where(m => tables[m.Groups[1].Value].Append(m.Groups[1].Value).Any(static t => t is "human_tasks" or "deadlines" or "cases" or "persons" or "appeals" or "coordinator_periods"))
                .Select(m => $"{m.Value}: {sql}"));
        }

        Assert.True(statements.Count > 8, $"{statements.Count} statements");
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    [Fact]
    public async Task A_block_costs_a_count_a_page_of_it_and_the_tasks_of_that_page()
    {
        // Eight blocks of a count, a page and its tasks, the two of tasks without more tasks.
        const int Blocks = (8 * 3) - 2;

        // How work is shared and who is away; whom the leader stands in for and, now and then, who has signed in; what the leader has not read.
        const int BesideThem = 2 + 2 + 1;

        var statements = await StatementsOfPageAsync("leader", "");

        Assert.InRange(statements.Count, 9, Blocks + BesideThem);
    }

    /// <summary>Opens the page, and asks for the plan of each statement that it sent.</summary>
    private async Task<IReadOnlyList<(string Sql, IReadOnlyList<string> Plan)>> StatementsOfPageAsync(string user, string query)
    {
        using var visitor = await watched.Office.Journey.VisitorAsync(user);
        await using var db = watched.Office.Journey.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
        await db.Database.OpenConnectionAsync();
        var explain = db.Database.IsSqlite() ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";

        if (!db.Database.IsSqlite())
        {
            // In an office as small as this one PostgreSQL would rightly read whole tables; where it still does now, no index would help.
            await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
        }

        var connection = db.Database.GetDbConnection();
        var before = watched.Statements.Count;
        await visitor.OpensAsync("/office" + query);
        var sent = watched.Statements.Skip(before).Where(s => s.Database == WatchedOffice.NameOf(connection) && s.Sql.StartsWith("SELECT", StringComparison.Ordinal)).ToList();

        var found = new List<(string, IReadOnlyList<string>)>();
        foreach (var (_, sql, parameters) in sent)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = explain + sql;
            foreach (var (name, value) in parameters)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                command.Parameters.Add(parameter);
            }

            var plan = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                plan.Add(reader.GetString(reader.FieldCount - 1));
            }

            found.Add((sql, plan));
        }

        return found;
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Aliases();

    [GeneratedRegex("(?:^SCAN|Seq Scan on) (\\w+)")]
    private static partial Regex Scan();
}

/// <summary>An office in trouble whose statements are listened to from the start: contexts ask only now and then whether anybody listens.</summary>
public sealed class WatchedOffice : IAsyncLifetime, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    internal OfficeInTrouble Office { get; } = new();

    /// <summary>What was sent to any database, in order.</summary>
    internal ConcurrentQueue<(string Database, string Sql, IReadOnlyList<(string Name, object? Value)> Parameters)> Statements { get; } = new();

    public async Task InitializeAsync()
    {
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        await Office.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        await Office.DisposeAsync();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { Connection: { } connection } command })
        {
            Statements.Enqueue((NameOf(connection), command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(static p => (p.ParameterName, p.Value))]));
        }
    }

    public static string NameOf(DbConnection connection) => connection.DataSource + connection.Database;

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
