using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Office;

/// <summary>What the leader's page costs follows what has fallen out, not how many tasks and deadlines there are: SQLite itself says how it would find each.</summary>
public sealed partial class OfficePlanTests(OfficeInTrouble office) : IClassFixture<OfficeInTrouble>
{
    private readonly Journey _journey = office.Journey;

    [Theory]
    [InlineData("leader", "")]
    [InlineData("leader", "?service=nav&track=SOC-28")]
    [InlineData("coordinatingunit", "")]
    public async Task No_statement_reads_all_tasks_deadlines_cases_persons_or_appeals(string user, string query)
    {
        using var visitor = await _journey.VisitorAsync(user);
        var statements = await StatementsAsync(() => visitor.OpensAsync("/office" + query));

        var scans = new List<string>();
        foreach (var statement in statements)
        {
            var tables = Aliases().Matches(statement.Sql).ToLookup(static m => m.Groups[2].Value, static m => m.Groups[1].Value);
            scans.AddRange(statement.Plan.Select(static p => Scan().Match(p)).Where(static m => m.Success)
                .Where(m => tables[m.Groups[1].Value].Any(static t => t is "human_tasks" or "deadlines" or "cases" or "persons" or "appeals" or "coordinator_periods"))
                .Select(m => $"{m.Value}: {statement.Sql}"));
        }

        Assert.True(statements.Count > 8, $"{statements.Count} statements");
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    [Fact]
    public async Task The_page_costs_a_fixed_number_of_statements()
    {
        using var visitor = await _journey.VisitorAsync("leader");

        var statements = await StatementsAsync(() => visitor.OpensAsync("/office"));

        Assert.InRange(statements.Count, 9, 40);
    }

    /// <summary>Runs something, and asks for the plan of each statement that it sent to this office's database.</summary>
    private async Task<IReadOnlyList<(string Sql, IReadOnlyList<string> Plan)>> StatementsAsync(Func<Task> act)
    {
        await using var db = _journey.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var seen = new Seen(connection.DataSource);
        using (seen)
        {
            await act();
        }

        var found = new List<(string, IReadOnlyList<string>)>();
        foreach (var (sql, parameters) in seen.Statements.ToList().Where(static s => s.Sql.StartsWith("SELECT", StringComparison.Ordinal)))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + sql;
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
                plan.Add(reader.GetString(3));
            }

            found.Add((sql, plan));
        }

        return found;
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Aliases();

    [GeneratedRegex("^SCAN (\\w+)")]
    private static partial Regex Scan();

    /// <summary>Listens to what is sent to one database file. Other offices and this one's background work go on meanwhile.</summary>
    private sealed class Seen : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _file;
        private readonly ConcurrentBag<IDisposable> _subscriptions = [];

        public Seen(string file)
        {
            _file = file;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public ConcurrentQueue<(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters)> Statements { get; } = new();

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { Connection.DataSource: var source } command } && source == _file)
            {
                Statements.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(static p => (p.ParameterName, p.Value))]));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions)
            {
                subscription.Dispose();
            }
        }
    }
}
