using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace IndividualPlan.Testing;

/// <summary>
/// A database as the product leaves it after its first start: migrated, and with the drawings of a folder. It is made once in each test process, and a host
/// begins on a copy of it, as every start but the first does. That a first start works is the matter of <c>FirstStartTests</c>.
/// </summary>
public static class DatabaseTemplate
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> Made = new(StringComparer.Ordinal);

    /// <summary>What tells templates apart: the drawings in them.</summary>
    /// <param name="definitionsFolder">The drawings that it is to hold, or a folder that is not there for none.</param>
    public static string KeyOf(string? definitionsFolder) =>
        definitionsFolder is not null && Directory.Exists(definitionsFolder) ? Path.GetFullPath(definitionsFolder) : "";

    /// <summary>Puts a copy where no database is yet; a file that is there, if only an empty one, stays as it is.</summary>
    /// <param name="file">Where the database is to lie.</param>
    /// <param name="definitionsFolder">The drawings that it is to hold.</param>
    public static async Task CopyToAsync(string file, string? definitionsFolder = null)
    {
        if (!File.Exists(file))
        {
            var content = await Made.GetOrAdd(KeyOf(definitionsFolder), static folder => new(() => Task.Run(() => MakeAsync(folder)))).Value;
            await File.WriteAllBytesAsync(file, content);
        }
    }

    /// <summary>Makes an empty database ready, as the first start of the product does.</summary>
    public static async Task FillAsync(TestDatabase database, string key)
    {
        await using (await HostFixture.StartAsync(database, new FakeClock(), key is "" ? null : key))
        {
        }
    }

    private static async Task<byte[]> MakeAsync(string key)
    {
        using var database = TestDatabase.Sqlite();
        await File.WriteAllBytesAsync(database.SqliteFile, []);
        await FillAsync(database, key);

        // Whoever still has the file open would keep its log from being taken into it.
        SqliteConnection.ClearAllPools();
        await using (var connection = new SqliteConnection(database.ConnectionString + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return await File.ReadAllBytesAsync(database.SqliteFile);
    }
}
