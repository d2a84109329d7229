using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>Search for a part of a text in whatever letter case, the same on both databases.</summary>
internal static class TextSearch
{
    /// <summary>Upper and lower case of Norwegian letters, on PostgreSQL; SQLite knows those of the English ones.</summary>
    private const string Letters = "nb-x-icu";

    /// <summary>The pattern of all texts with a part in them.</summary>
    public static string Part(string word) =>
        $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>Whether a text is as a pattern says. For queries; it is translated and never run.</summary>
    /// <param name="text">A column.</param>
    /// <param name="pattern">See <see cref="Part"/>.</param>
    public static bool Matches(string? text, string pattern) => throw new InvalidOperationException("Only a database can answer this.");

    public static void Register(ModelBuilder modelBuilder, bool isSqlite) =>
        modelBuilder.HasDbFunction(typeof(TextSearch).GetMethod(nameof(Matches))!).HasTranslation(isSqlite ? OnSqlite : OnPostgreSql);

    private static SqlFunctionExpression OnSqlite(IReadOnlyList<SqlExpression> arguments) =>
        Function("like", arguments[1], arguments[0], new SqlFragmentExpression("'\\'"));

    private static SqlFunctionExpression OnPostgreSql(IReadOnlyList<SqlExpression> arguments) =>
        Function("texticlike", new CollateExpression(arguments[0], Letters), arguments[1]);

    private static SqlFunctionExpression Function(string name, params SqlExpression[] arguments) =>
        new(name, arguments, nullable: true, [.. arguments.Select(static a => a is not SqlFragmentExpression)], typeof(bool), null);
}
