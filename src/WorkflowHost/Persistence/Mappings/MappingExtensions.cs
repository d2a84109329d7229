using System.Linq.Expressions;
using System.Text.Json;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>The words that mapping classes are written in.</summary>
internal static class MappingExtensions
{
    /// <summary>A code, key or reference.</summary>
    public static PropertyBuilder<TProperty> IsCode<TProperty>(this PropertyBuilder<TProperty> property) => property.HasMaxLength(TextLimits.Code);

    public static PropertyBuilder<TProperty> IsUserId<TProperty>(this PropertyBuilder<TProperty> property) => property.HasMaxLength(TextLimits.UserId);

    public static PropertyBuilder<TProperty> IsName<TProperty>(this PropertyBuilder<TProperty> property) => property.HasMaxLength(TextLimits.Name);

    public static PropertyBuilder<TProperty> IsText<TProperty>(this PropertyBuilder<TProperty> property) => property.HasMaxLength(TextLimits.Text);

    public static PropertyBuilder<TProperty> IsLongText<TProperty>(this PropertyBuilder<TProperty> property) => property.HasMaxLength(TextLimits.LongText);

    /// <summary>A closed record, or a list of such, as JSON. The entity replaces it as a whole and never changes it in place, so comparing references is enough.</summary>
    public static PropertyBuilder<TProperty> IsJson<TProperty>(this PropertyBuilder<TProperty> property)
    {
        var comparer = new ValueComparer<TProperty>(
            static (a, b) => ReferenceEquals(a, b),
            static v => v == null ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(v),
            static v => v);

        return property
            .HasConversion(static v => JsonSerializer.Serialize(v, JsonText.Options), static text => JsonSerializer.Deserialize<TProperty>(text, JsonText.Options)!, comparer)
            .HasMaxLength(TextLimits.LongText);
    }

    /// <summary>Marks the token that counts the saves of an aggregate.</summary>
    public static void HasVersion<TEntity>(this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, long>> version)
        where TEntity : class => entity.Property(version).IsConcurrencyToken();

    /// <summary>A row that belongs to a case and is never removed with it.</summary>
    public static void BelongsToCase<TEntity>(this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, object?>> caseId)
        where TEntity : class => entity.HasOne<IpCase>().WithMany().HasForeignKey(caseId).OnDelete(DeleteBehavior.Restrict);
}
