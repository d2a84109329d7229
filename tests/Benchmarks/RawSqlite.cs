using System.Diagnostics;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.Data.Sqlite;

namespace IndividualPlan.Benchmarks;

/// <summary>The limit: SQLite that only stores the same bytes, one row for each step, with the same settings.</summary>
internal static class RawSqlite
{
    /// <summary>How many instances of six steps can be stored in a second.</summary>
    /// <param name="bytesPerInstance">What ours stores for one.</param>
    /// <param name="instances">How many to store.</param>
    /// <param name="stepsPerCommit">1 for a single client; as many as there are clients when commits are shared.</param>
    public static double InstancesPerSecond(int bytesPerInstance, int instances, int stepsPerCommit)
    {
        using var file = TestDatabase.Sqlite();
        using var connection = new SqliteConnection(file.ConnectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);
        Execute(connection, "CREATE TABLE steps (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO steps (bytes) VALUES ($bytes)";
        var bytes = new byte[bytesPerInstance / FlowBenchmarks.StepsPerInstance];
        Random.Shared.NextBytes(bytes);
        insert.Parameters.AddWithValue("$bytes", bytes);
        insert.Prepare();
        using var begin = Prepare(connection, "BEGIN IMMEDIATE");
        using var commit = Prepare(connection, "COMMIT");
        var watch = Stopwatch.StartNew();

        for (var step = 0; step < instances * FlowBenchmarks.StepsPerInstance; step += stepsPerCommit)
        {
            begin.ExecuteNonQuery();

            for (var i = 0; i < stepsPerCommit; i++)
            {
                insert.ExecuteNonQuery();
            }

            commit.ExecuteNonQuery();
        }

        return instances / watch.Elapsed.TotalSeconds;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
