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

    /// <summary>Puts a copy where no database is yet; a file that is there, if only an empty one, stays as it is.</summary>
    /// <param name="file">Where the database is to lie.</param>
    /// <param name="definitionsFolder">The drawings that it is to hold, or a folder that is not there for none.</param>
    public static async Task CopyToAsync(string file, string? definitionsFolder = null)
    {
        if (File.Exists(file))
        {
            return;
        }

        var key = definitionsFolder is not null && Directory.Exists(definitionsFolder) ? Path.GetFullPath(definitionsFolder) : "";
        var content = await Made.GetOrAdd(key, static folder => new(() => Task.Run(() => MakeAsync(folder)))).Value;
        await File.WriteAllBytesAsync(file, content);
    }

    /// <inheritdoc cref="CopyToAsync"/>
    public static void CopyTo(string file, string definitionsFolder) => CopyToAsync(file, definitionsFolder).GetAwaiter().GetResult();

    private static async Task<byte[]> MakeAsync(string definitionsFolder)
    {
        using var file = new DatabaseFile();
        await File.WriteAllBytesAsync(file.Path, []);
        await using (await HostFixture.StartAsync(file, new FakeClock(), definitionsFolder is "" ? null : definitionsFolder))
        {
        }

        await using (var connection = new SqliteConnection(file.ConnectionString + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return await File.ReadAllBytesAsync(file.Path);
    }
}
