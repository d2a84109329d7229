using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>Whole days between two days or instants, counted by the database itself, the same on both.</summary>
internal static class DayCount
{
    private const long MillisecondsOfDay = 86_400_000;

    /// <summary>Days from one day to another; negative when the second comes first. For queries; it is translated and never run.</summary>
    public static int Between(DateOnly from, DateOnly to) => throw new InvalidOperationException("Only a database can answer this.");

    /// <summary>Whole days that have gone from one instant to another. For queries; it is translated and never run.</summary>
    public static int Passed(DateTimeOffset from, DateTimeOffset to) => throw new InvalidOperationException("Only a database can answer this.");

    public static void Register(ModelBuilder modelBuilder, bool isSqlite)
    {
        modelBuilder.HasDbFunction(typeof(DayCount).GetMethod(nameof(Between))!).HasTranslation(isSqlite ? BetweenOnSqlite : BetweenOnPostgreSql);
        modelBuilder.HasDbFunction(typeof(DayCount).GetMethod(nameof(Passed))!).HasTranslation(isSqlite ? PassedOnSqlite : PassedOnPostgreSql);
    }

    private static SqlExpression BetweenOnSqlite(IReadOnlyList<SqlExpression> arguments)
    {
        var days = new DoubleTypeMapping("REAL");
        return new SqlUnaryExpression(
            System.Linq.Expressions.ExpressionType.Convert,
            new SqlBinaryExpression(
                System.Linq.Expressions.ExpressionType.Subtract, Function("julianday", typeof(double), days, arguments[1]), Function("julianday", typeof(double), days, arguments[0]), typeof(double), days),
            typeof(int),
            new IntTypeMapping("INTEGER"));
    }

    private static SqlExpression PassedOnSqlite(IReadOnlyList<SqlExpression> arguments)
    {
        var number = new LongTypeMapping("INTEGER");
        return new SqlBinaryExpression(
            System.Linq.Expressions.ExpressionType.Divide,
            new SqlBinaryExpression(System.Linq.Expressions.ExpressionType.Subtract, arguments[1], arguments[0], typeof(long), number),
            new SqlConstantExpression(MillisecondsOfDay, number),
            typeof(int),
            new IntTypeMapping("INTEGER"));
    }

    private static SqlExpression BetweenOnPostgreSql(IReadOnlyList<SqlExpression> arguments) => Function("date_mi", typeof(int), new IntTypeMapping("integer"), arguments[1], arguments[0]);

    private static SqlExpression PassedOnPostgreSql(IReadOnlyList<SqlExpression> arguments)
    {
        var span = Function("timestamptz_mi", typeof(TimeSpan), new TimeSpanTypeMapping("interval"), arguments[1], arguments[0]);
        var days = Function("date_part", typeof(double), new DoubleTypeMapping("double precision"), new SqlFragmentExpression("'day'"), span);
        return new SqlUnaryExpression(System.Linq.Expressions.ExpressionType.Convert, days, typeof(int), new IntTypeMapping("integer"));
    }

    private static SqlFunctionExpression Function(string name, Type type, RelationalTypeMapping mapping, params SqlExpression[] arguments) =>
        new(name, arguments, nullable: true, [.. arguments.Select(static a => a is not SqlFragmentExpression)], type, mapping);
}
