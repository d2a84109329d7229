using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>Tells failures that mean that another operation was faster, so that the same one may succeed when it looks again.</summary>
internal static class LostRace
{
    /// <summary>A row has a newer version, or PostgreSQL could not bring two operations into an order.</summary>
    public static bool Is(Exception failure) =>
        failure is DbUpdateConcurrencyException || StateOf(failure) is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>A key is taken: by another operation just now, or for good.</summary>
    public static bool IsOfKey(Exception failure) => StateOf(failure) is PostgresErrorCodes.UniqueViolation;

    private static string? StateOf(Exception failure) => ((failure as DbException) ?? failure.InnerException as DbException ?? failure.InnerException?.InnerException as DbException)?.SqlState;
}
