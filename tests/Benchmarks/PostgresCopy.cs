using System.Globalization;
using IndividualPlan.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IndividualPlan.Benchmarks;

/// <summary>The rows of a SQLite database in a PostgreSQL database that has the same tables, so that both are measured with the very same office.</summary>
internal static class PostgresCopy
{
    public static async Task<TestDatabase> MakeAsync(TestDatabase sqlite, PostgresCluster cluster)
    {
        var copy = await cluster.NewDatabaseAsync();
        await using var from = new SqliteConnection(sqlite.ConnectionString + ";Pooling=False");
        await from.OpenAsync();
        await using var to = new NpgsqlConnection(copy.ConnectionString + ";Command Timeout=0;Pooling=False");
        await to.OpenAsync();

        // Rows come table by table, whatever points at what; what forbids to change history is for those who use the product.
        await ExecuteAsync(to, "SET session_replication_role = replica");
        var tables = await ColumnsAsync(to);
        await ExecuteAsync(to, $"TRUNCATE {string.Join(", ", tables.Keys)}");

        foreach (var (table, columns) in tables)
        {
            await CopyAsync(from, to, table, columns);
        }

        await ExecuteAsync(to, "SET session_replication_role = DEFAULT");
        await ExecuteAsync(to, "VACUUM ANALYZE");
        return copy;
    }

    private static async Task<Dictionary<string, List<Column>>> ColumnsAsync(NpgsqlConnection to)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.table_name, c.column_name, c.data_type, c.is_identity = 'YES' OR c.column_default LIKE 'nextval%'
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' AND c.table_name NOT LIKE '\_\_%'
            ORDER BY c.table_name, c.ordinal_position
            """,
            to);
        await using var reader = await command.ExecuteReaderAsync();
        Dictionary<string, List<Column>> tables = new(StringComparer.Ordinal);

        while (await reader.ReadAsync())
        {
            var table = reader.GetString(0);
            tables.TryAdd(table, []);
            tables[table].Add(new Column(reader.GetString(1), reader.GetString(2), !await reader.IsDBNullAsync(3) && reader.GetBoolean(3)));
        }

        return tables;
    }

    private static async Task CopyAsync(SqliteConnection from, NpgsqlConnection to, string table, List<Column> columns)
    {
        var names = string.Join(", ", columns.Select(static c => $"\"{c.Name}\""));
        await using (var read = from.CreateCommand())
        {
            read.CommandText = $"SELECT {names} FROM {table}";
            await using var rows = await read.ExecuteReaderAsync();
            await using var write = await to.BeginTextImportAsync($"COPY {table} ({names}) FROM STDIN");

            while (await rows.ReadAsync())
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    await write.WriteAsync(i == 0 ? "" : "\t");
                    await write.WriteAsync(Text(rows.GetValue(i), columns[i].Type));
                }

                await write.WriteAsync('\n');
            }
        }

        foreach (var counted in columns.Where(static c => c.IsCounted))
        {
            await ExecuteAsync(to, $"SELECT setval(pg_get_serial_sequence('{table}', '{counted.Name}'), coalesce((SELECT max(\"{counted.Name}\") FROM {table}), 0) + 1)");
        }
    }

    private static string Text(object value, string type) => (type, value) switch
    {
        (_, DBNull) => "\\N",
        ("uuid", byte[] bytes) => new Guid(bytes, bigEndian: true).ToString(),
        ("bytea", byte[] bytes) => "\\\\x" + Convert.ToHexString(bytes),
        ("boolean", long whether) => whether == 0 ? "f" : "t",
        ("timestamp with time zone", long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("O", CultureInfo.InvariantCulture),
        (_, string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal),
        (_, IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A value of {value.GetType().Name} does not become {type}."),
    };

    private static async Task ExecuteAsync(NpgsqlConnection to, string sql)
    {
        await using var command = new NpgsqlCommand(sql, to) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Column(string Name, string Type, bool IsCounted);
}
