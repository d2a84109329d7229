using System.Data.Common;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IndividualPlan.Benchmarks;

/// <summary>What a benchmark asks of a database behind the product's back, whichever kind it is.</summary>
internal sealed class OfficeData(TestDatabase database)
{
    public bool IsSqlite => database.Provider == DatabaseOptions.Sqlite;

    /// <summary>What it takes on the disk, in bytes.</summary>
    public long Size => IsSqlite ? new FileInfo(database.SqliteFile).Length : Read("SELECT pg_database_size(current_database())", static r => r.GetInt64(0))[0];

    public long Count(string table) => Read($"SELECT count(*) FROM {table}", static r => r.GetInt64(0))[0];

    public List<string> Ids(string sql) => Read(sql, static r => (r.GetValue(0) is byte[] bytes ? new Guid(bytes, bigEndian: true) : r.GetGuid(0)).ToString());

    private List<T> Read<T>(string sql, Func<DbDataReader, T> read)
    {
        using DbConnection connection = IsSqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<T> rows = [];

        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
