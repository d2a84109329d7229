using System.Diagnostics;
using IndividualPlan.Testing;
using Npgsql;

namespace IndividualPlan.Benchmarks;

/// <summary>The limit on PostgreSQL: clients that only store the same bytes, one row and one durable commit for each step.</summary>
internal static class RawPostgres
{
    /// <summary>How many instances of six steps can be stored in a second.</summary>
    public static async Task<double> InstancesPerSecondAsync(TestDatabase database, int bytesPerInstance, int instances, int clients)
    {
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand("DROP TABLE IF EXISTS raw_steps; CREATE TABLE raw_steps (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes bytea NOT NULL)", connection);
            await create.ExecuteNonQueryAsync();
        }

        var left = instances * FlowBenchmarks.StepsPerInstance;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(clients, MostConnections)).Select(_ => Task.Run(async () =>
        {
            var bytes = new byte[bytesPerInstance / FlowBenchmarks.StepsPerInstance];
            Random.Shared.NextBytes(bytes);
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync();
            await using var insert = new NpgsqlCommand("INSERT INTO raw_steps (bytes) VALUES ($1)", connection) { Parameters = { new() { Value = bytes } } };
            await insert.PrepareAsync();

            while (Interlocked.Decrement(ref left) >= 0)
            {
                await insert.ExecuteNonQueryAsync();
            }
        })));
        return instances / watch.Elapsed.TotalSeconds;
    }

    /// <summary>As many as the product's pool has on that server.</summary>
    private const int MostConnections = 40;
}
