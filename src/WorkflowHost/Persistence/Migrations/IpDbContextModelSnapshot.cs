using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Migrations;

/// <summary>The model as the newest migration leaves it, read from <c>Model.json</c>, so that a changed mapping without a migration is noticed.</summary>
[DbContext(typeof(IpDbContext))]
internal sealed class IpDbContextModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        var entities = JsonSerializer.Deserialize<List<SnapshotEntity>>(SchemaFile.Read("Model.json"), SnapshotEntity.Json)!;

        foreach (var entity in entities)
        {
            modelBuilder.Entity(entity.Name, builder => Build(builder, entity));
        }

        foreach (var entity in entities)
        {
            modelBuilder.Entity(entity.Name, builder => Relate(builder, entity));
        }
    }

    private static void Build(EntityTypeBuilder builder, SnapshotEntity entity)
    {
        builder.ToTable(entity.Table);

        foreach (var property in entity.Properties)
        {
            var type = Type.GetType(property.Type, throwOnError: true)!;
            var built = builder.Property(property.IsNullable && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type, property.Name)
                .HasColumnName(property.Column).HasColumnType(property.ColumnType).IsRequired(!property.IsNullable).IsConcurrencyToken(property.IsToken);

            if (property.MaxLength is { } length)
            {
                built.HasMaxLength(length);
            }

            if (property.IsGenerated)
            {
                built.ValueGeneratedOnAdd();
            }
            else
            {
                built.ValueGeneratedNever();
            }
        }

        builder.HasKey([.. entity.Key]);

        foreach (var index in entity.Indexes)
        {
            builder.HasIndex([.. index.Properties], index.Name).IsUnique(index.IsUnique).HasFilter(index.Filter);
        }
    }

    private static void Relate(EntityTypeBuilder builder, SnapshotEntity entity)
    {
        foreach (var key in entity.ForeignKeys)
        {
            builder.HasOne(key.Principal, null).WithMany().HasForeignKey([.. key.Properties]).OnDelete(key.OnDelete).IsRequired(key.IsRequired);
        }
    }
}

/// <summary>One table of <c>Model.json</c>.</summary>
internal sealed record SnapshotEntity(
    string Name,
    string Table,
    IReadOnlyList<SnapshotProperty> Properties,
    IReadOnlyList<string> Key,
    IReadOnlyList<SnapshotIndex> Indexes,
    IReadOnlyList<SnapshotForeignKey> ForeignKeys)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };
}

/// <summary>One column, with the type that is stored.</summary>
internal sealed record SnapshotProperty(
    string Name, string Type, string Column, string ColumnType, int? MaxLength, bool IsNullable, bool IsToken, bool IsGenerated);

/// <summary>One index.</summary>
internal sealed record SnapshotIndex(string Name, IReadOnlyList<string> Properties, bool IsUnique, string? Filter);

/// <summary>One reference to another table.</summary>
internal sealed record SnapshotForeignKey(
    string Principal, IReadOnlyList<string> Properties, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DeleteBehavior OnDelete, bool IsRequired);
