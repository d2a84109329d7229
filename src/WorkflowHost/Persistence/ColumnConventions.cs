using System.Collections.Concurrent;
using System.Linq.Expressions;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>How kinds of values become columns, the same in every table.</summary>
/// <remarks>
/// On SQLite ids are 16 bytes, most significant first, so that they sort by time, and instants are milliseconds since 1970, so that they compare
/// and sort as numbers. PostgreSQL has types of its own for both. Enums are text everywhere: a stored code must be readable, and survive that
/// the enum is reordered. On PostgreSQL text sorts and compares by its code points as on SQLite, whatever the language that the database was set
/// up with, so that indexes and paging never depend on that or on the version of a sorting library.
/// </remarks>
internal static class ColumnConventions
{
    public const int EnumLength = 64;
    private const string ByCodePoint = "C";
    private static readonly ConcurrentDictionary<IReadOnlyEntityType, string?> Versions = new();

    public static IReadOnlyList<Type> TypedIds { get; } =
        [.. typeof(CaseId).Assembly.GetTypes().Where(IsTypedId)];

    public static void Apply(ModelConfigurationBuilder configuration, bool isSqlite)
    {
        var enums = configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength);

        foreach (var id in TypedIds)
        {
            configuration.Properties(id).HaveConversion((isSqlite ? typeof(IdAsBytes<>) : typeof(IdAsGuid<>)).MakeGenericType(id));
        }

        if (isSqlite)
        {
            configuration.Properties<Guid>().HaveConversion<GuidAsBytes>();
            configuration.Properties<DateTimeOffset>().HaveConversion<InstantAsMilliseconds>();
        }
        else
        {
            configuration.Properties<DateTimeOffset>().HaveConversion<InstantInUtc>();
            enums.UseCollation(ByCodePoint);
            configuration.Properties<string>().UseCollation(ByCodePoint);
        }
    }

    /// <summary>The name of the concurrency token; null for rows that are only added or removed.</summary>
    public static string? VersionOf(IReadOnlyEntityType entity) =>
        Versions.GetOrAdd(entity, static e => e.GetProperties().FirstOrDefault(static p => p.IsConcurrencyToken)?.Name);

    private static bool IsTypedId(Type type) =>
        type is { IsValueType: true, IsPublic: true, IsEnum: false } && type.Name.EndsWith("Id", StringComparison.Ordinal)
        && type.GetConstructor([typeof(Guid)]) is not null;

    private sealed class GuidAsBytes() : ValueConverter<Guid, byte[]>(static id => id.ToByteArray(true), static bytes => new Guid(bytes, true));

    private sealed class InstantAsMilliseconds()
        : ValueConverter<DateTimeOffset, long>(static at => at.ToUnixTimeMilliseconds(), static value => DateTimeOffset.FromUnixTimeMilliseconds(value));

    /// <summary>PostgreSQL takes instants in UTC alone; and milliseconds are as fine as SQLite keeps them.</summary>
    private sealed class InstantInUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        static at => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), static value => value);

    private sealed class IdAsGuid<TId>() : ValueConverter<TId, Guid>(IdExpressions<TId>.ToGuid, IdExpressions<TId>.FromGuid)
        where TId : struct;

    private sealed class IdAsBytes<TId>() : ValueConverter<TId, byte[]>(IdExpressions<TId>.ToBytes, IdExpressions<TId>.FromBytes)
        where TId : struct;

    private static class IdExpressions<TId>
        where TId : struct
    {
        private static readonly ParameterExpression Id = Expression.Parameter(typeof(TId), "id");
        private static readonly ParameterExpression Value = Expression.Parameter(typeof(Guid), "value");
        private static readonly ParameterExpression Bytes = Expression.Parameter(typeof(byte[]), "bytes");

        public static Expression<Func<TId, Guid>> ToGuid => Expression.Lambda<Func<TId, Guid>>(Expression.Property(Id, "Value"), Id);

        public static Expression<Func<Guid, TId>> FromGuid => Expression.Lambda<Func<Guid, TId>>(Make(Value), Value);

        public static Expression<Func<TId, byte[]>> ToBytes =>
            Expression.Lambda<Func<TId, byte[]>>(
                Expression.Call(Expression.Property(Id, "Value"), nameof(Guid.ToByteArray), null, Expression.Constant(true)), Id);

        public static Expression<Func<byte[], TId>> FromBytes =>
            Expression.Lambda<Func<byte[], TId>>(Make(Expression.Call(typeof(IdExpressions<TId>), nameof(Read), null, Bytes)), Bytes);

        private static Guid Read(byte[] bytes) => new(bytes, bigEndian: true);

        private static NewExpression Make(Expression guid) => Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, guid);
    }
}
