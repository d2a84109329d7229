using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging.Abstractions;

namespace IndividualPlan.WorkflowHost.Tests.Persistence;

/// <summary>The model, the migrations and the database agree.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TestDatabase _file = TestDatabase.Sqlite();

    public void Dispose() => _file.Dispose();

    /// <summary>After a change of a mapping: run with <c>WRITE_SCHEMA_FILES=1</c>. Once a release is out, such a change needs a migration of its own instead.</summary>
    [Theory]
    [InlineData(DatabaseOptions.Sqlite)]
    [InlineData(DatabaseOptions.PostgreSql)]
    public void The_schema_files_are_what_the_mappings_say(string provider)
    {
        var folder = Path.Combine(SolutionFolder.Path, "src", "WorkflowHost", "Persistence", "Migrations");

        if (Environment.GetEnvironmentVariable("WRITE_SCHEMA_FILES") == "1")
        {
            SchemaFiles.Write(folder);
        }

        Assert.Equal(SchemaFiles.CreateScript(provider), File.ReadAllText(Path.Combine(folder, $"InitialSchema.{provider}.sql")));
        Assert.Equal(SchemaFiles.Model(), File.ReadAllText(Path.Combine(folder, "Model.json")));
    }

    [Fact]
    public void The_model_has_no_changes_that_no_migration_knows()
    {
        using var db = Open(_file);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData(DatabaseOptions.Sqlite)]
    [InlineData(DatabaseOptions.PostgreSql)]
    public async Task A_migrated_database_has_the_tables_that_the_model_would_create(string provider)
    {
        using var one = TestDatabase.Of(provider);
        using var other = TestDatabase.Of(provider);
        one.MakeReady(isEmpty: true);
        other.MakeReady(isEmpty: true);
        await using var migrated = Open(one);
        await using var created = Open(other);

        await migrated.Database.MigrateAsync();
        await created.Database.EnsureCreatedAsync();

        var tables = await StructureAsync(migrated);
        Assert.True(tables.Count > 60);
        Assert.Equal(await StructureAsync(created), tables);
        Assert.Empty(await migrated.Database.GetPendingMigrationsAsync());
    }

    /// <summary>Of SQLite alone: a migration of PostgreSQL is one transaction, and its lock goes with the connection.</summary>
    [Fact]
    public async Task A_migration_that_was_killed_half_way_is_done_again_at_the_next_start()
    {
        await using (var db = Open(_file))
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        }

        await using var host = await HostFixture.StartAsync(_file, new FakeClock());

        await using var read = host.Read();
        Assert.Empty(await read.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public void Every_text_has_a_length_every_enum_is_text_and_every_aggregate_has_a_token()
    {
        using var db = Open(_file);
        var entities = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().ToList();
        var properties = entities.SelectMany(static e => e.GetProperties()).ToList();

        Assert.Empty(properties.Where(static p => StoredType(p) == typeof(string) && p.GetMaxLength() is null).Select(Name));
        Assert.Empty(properties.Where(static p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum && StoredType(p) != typeof(string)).Select(Name));
        Assert.Empty(entities
            .Where(static e => e.FindProperty("Version")?.ClrType == typeof(long) && !e.FindProperty("Version")!.IsConcurrencyToken)
            .Select(static e => e.Name));
        Assert.Empty(entities.Where(static e => e.GetTableName()!.Any(char.IsUpper)).Select(static e => e.Name));
    }

    /// <summary>Of SQLite alone: on PostgreSQL durability is the server's affair.</summary>
    [Fact]
    public async Task A_connection_is_durable_and_waits_for_locks()
    {
        await using var db = Open(_file);
        await db.Database.OpenConnectionAsync();

        Assert.Equal("wal", await ScalarAsync(db, "PRAGMA journal_mode"));
        Assert.Equal(2L, await ScalarAsync(db, "PRAGMA synchronous"));
        Assert.Equal(10_000L, await ScalarAsync(db, "PRAGMA busy_timeout"));
        Assert.Equal(1L, await ScalarAsync(db, "PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task A_context_that_is_not_the_writers_refuses_to_save()
    {
        await using var host = await HostFixture.StartAsync(_file, new FakeClock());
        await using var db = host.Read();
        db.Add(new ReferenceCounter { Series = "X", Year = 2026 });

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private static IpDbContext Open(TestDatabase database) =>
        new(new ContextOptions(new DatabaseOptions { Provider = database.Provider, ConnectionString = database.ConnectionString }, NullLoggerFactory.Instance).Default);

    private static Type StoredType(IProperty property) => property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;

    private static string Name(IProperty property) => property.DeclaringType.ShortName() + "." + property.Name;

    private static async Task<object?> ScalarAsync(IpDbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Every column, index and key, as the database describes them.</summary>
    private static Task<List<string>> StructureAsync(IpDbContext db) => db.Database.SqlQueryRaw<string>(db.Database.IsSqlite()
        ? "SELECT sql AS Value FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY type, name"
        : """
          SELECT "Value" FROM (
            SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, collation_name, is_nullable, is_identity, column_default) AS "Value"
            FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
          ) AS everything WHERE "Value" !~ '__EFMigrationsHistory' ORDER BY 1
          """).ToListAsync();
}
