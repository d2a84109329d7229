using System.Text.Json;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging.Abstractions;

namespace IndividualPlan.Testing;

/// <summary>
/// Writes the files that stand for the schema, since the tool that usually does it is not among our packages: the script that creates all tables, by
/// database, and the model that the newest migration leaves behind.
/// </summary>
public static class SchemaFiles
{
    public static string CreateScript(string provider)
    {
        using var db = Open(provider);
        return db.Database.GenerateCreateScript().ReplaceLineEndings("\n");
    }

    public static string Model()
    {
        using var db = Open(DatabaseOptions.Sqlite);
        var model = db.GetService<IDesignTimeModel>().Model;
        return JsonSerializer.Serialize(model.GetEntityTypes().OrderBy(static e => e.Name, StringComparer.Ordinal).Select(Describe), SnapshotEntity.Json) + "\n";
    }

    /// <summary>Rewrites the files in the folder of the migrations.</summary>
    public static void Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "Model.json"), Model());
        File.WriteAllText(Path.Combine(folder, "InitialSchema.Sqlite.sql"), CreateScript(DatabaseOptions.Sqlite));
        File.WriteAllText(Path.Combine(folder, "InitialSchema.PostgreSql.sql"), CreateScript(DatabaseOptions.PostgreSql));
    }

    private static IpDbContext Open(string provider)
    {
        var database = new DatabaseOptions { Provider = provider, ConnectionString = provider == DatabaseOptions.Sqlite ? "Data Source=:memory:" : "Host=none" };
        return new IpDbContext(new ContextOptions(database, NullLoggerFactory.Instance).Default);
    }

    private static SnapshotEntity Describe(IEntityType entity) => new(
        entity.Name,
        entity.GetTableName()!,
        [.. entity.GetProperties().Select(Describe)],
        Names(entity.FindPrimaryKey()!.Properties),
        [.. entity.GetIndexes().Select(static i => new SnapshotIndex(i.Name ?? i.GetDatabaseName()!, Names(i.Properties), i.IsUnique, i.GetFilter()))],
        [.. entity.GetForeignKeys().Select(static k => new SnapshotForeignKey(k.PrincipalEntityType.Name, Names(k.Properties), k.DeleteBehavior, k.IsRequired))]);

    private static SnapshotProperty Describe(IProperty property)
    {
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;

        return new SnapshotProperty(
            property.Name,
            (Nullable.GetUnderlyingType(stored) ?? stored).FullName!,
            property.GetColumnName(),
            property.GetColumnType(),
            property.GetMaxLength(),
            property.IsNullable,
            property.IsConcurrencyToken,
            property.ValueGenerated == ValueGenerated.OnAdd);
    }

    private static string[] Names(IEnumerable<IProperty> properties) => [.. properties.Select(static p => p.Name)];
}
