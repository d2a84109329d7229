using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>Tells which unique key a save ran into.</summary>
internal static class UniqueKeys
{
    public static bool IsViolated(DbUpdateException failure, string table, string column) => failure.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } sqlite => sqlite.Message.Contains($"{table}.{column}", StringComparison.Ordinal),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres =>
            postgres.TableName == table && postgres.ConstraintName?.Contains(column, StringComparison.Ordinal) == true,
        _ => false,
    };
}
