using System.Globalization;
using IndividualPlan.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace IndividualPlan.Benchmarks;

/// <summary>The same office on PostgreSQL: every row of a SQLite database, so that both are measured on the same work.</summary>
internal static class MovedOffice
{
    public static async Task<TestDatabase> MakeAsync(TestDatabase from)
    {
        var to = TestDatabase.PostgreSql();
        await to.MakeReadyAsync();
        await using var source = new SqliteConnection(from.ConnectionString + ";Pooling=False");
        await using var target = new NpgsqlConnection(to.ConnectionString + ";Pooling=false;Command Timeout=0");
        await source.OpenAsync();
        await target.OpenAsync();

        // Rows come table by table and not in the order of their references; what they refer to is there when all are.
        await ExecuteAsync(target, "SET session_replication_role = replica");

        var tables = await TablesAsync(target);
        await ExecuteAsync(target, $"TRUNCATE {string.Join(", ", tables.Select(static t => t.Table))}");

        foreach (var (table, columns) in tables)
        {
            await CopyAsync(source, target, table, columns);
        }

        await ExecuteAsync(target, "VACUUM ANALYZE");
        return to;
    }

    private static async Task<List<(string Table, List<(string Name, string Type)> Columns)>> TablesAsync(NpgsqlConnection target)
    {
        const string Sql = """
            SELECT table_name, column_name, data_type FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory' ORDER BY table_name, ordinal_position
            """;
        await using var command = new NpgsqlCommand(Sql, target);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string Table, string Name, string Type)>();

        while (await reader.ReadAsync())
        {
            found.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return [.. found.GroupBy(static c => c.Table).Select(static g => (g.Key, g.Select(static c => (c.Name, c.Type)).ToList()))];
    }

    private static async Task CopyAsync(SqliteConnection source, NpgsqlConnection target, string table, List<(string Name, string Type)> columns)
    {
        var names = string.Join(", ", columns.Select(static c => $"\"{c.Name}\""));
        await using var command = source.CreateCommand();
        command.CommandText = $"SELECT {names} FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        await using var writer = await target.BeginBinaryImportAsync($"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)");

        while (await reader.ReadAsync())
        {
            await writer.StartRowAsync();

            for (var i = 0; i < columns.Count; i++)
            {
                await (reader.IsDBNull(i) ? writer.WriteNullAsync() : WriteAsync(writer, reader[i], columns[i].Type));
            }
        }

        await writer.CompleteAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writer, object value, string type) => type switch
    {
        "uuid" => writer.WriteAsync(new Guid((byte[])value, bigEndian: true), NpgsqlDbType.Uuid),
        "timestamp with time zone" => writer.WriteAsync(DateTimeOffset.FromUnixTimeMilliseconds((long)value), NpgsqlDbType.TimestampTz),
        "date" => writer.WriteAsync(DateOnly.Parse((string)value, CultureInfo.InvariantCulture), NpgsqlDbType.Date),
        "boolean" => writer.WriteAsync((long)value != 0, NpgsqlDbType.Boolean),
        "integer" => writer.WriteAsync((int)(long)value, NpgsqlDbType.Integer),
        "bigint" => writer.WriteAsync((long)value, NpgsqlDbType.Bigint),
        "bytea" => writer.WriteAsync((byte[])value, NpgsqlDbType.Bytea),
        "text" or "character varying" => writer.WriteAsync((string)value, NpgsqlDbType.Text),
        _ => throw new NotSupportedException($"A column of type {type} has come into the schema."),
    };

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
