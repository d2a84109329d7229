using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>Tells failures that mean that another operation was faster, so that the same one may succeed when it looks again.</summary>
internal static class LostRace
{
    /// <summary>A row has a newer version, or PostgreSQL could not bring two operations into an order.</summary>
    public static bool Is(Exception failure) =>
        CausesOf(failure).OfType<DbUpdateConcurrencyException>().Any() || StateOf(failure) is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>A key is taken: by another operation just now, or for good.</summary>
    public static bool IsOfKey(Exception failure) => StateOf(failure) is PostgresErrorCodes.UniqueViolation;

    private static string? StateOf(Exception failure) => CausesOf(failure).OfType<DbException>().FirstOrDefault()?.SqlState;

    /// <summary>It and what lies behind it: EF and the engine wrap what the database said, some of it more than once.</summary>
    private static IEnumerable<Exception> CausesOf(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
