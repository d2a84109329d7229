using System.Data;
using System.Runtime.CompilerServices;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Verification;

/// <summary>Holds a database against every <see cref="Invariant"/>, while others use it: all is read as it stood at one moment, and nothing is written.</summary>
internal sealed class VerifyDatabase(IEnumerable<Invariant> invariants, ContextOptions options)
{
    public IReadOnlyList<Invariant> Invariants { get; } = [.. invariants];

    /// <summary>Runs all of them.</summary>
    /// <returns>Each place where one does not hold.</returns>
    public async IAsyncEnumerable<Violation> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = new IpDbContext(options.Default);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var moment = await BeginAsync(db, cancellationToken);

        await foreach (var violation in RunAsync(db, cancellationToken))
        {
            yield return violation;
        }
    }

    /// <summary>Runs all of them inside a transaction that is under way.</summary>
    internal async IAsyncEnumerable<Violation> RunAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var invariant in Invariants)
        {
            await foreach (var where in invariant.FindAsync(db, cancellationToken))
            {
                yield return new Violation(invariant.Key, where);
            }
        }
    }

    /// <summary>A transaction that sees one moment and keeps nobody from writing. One of SQLite must be deferred, for any other takes the writer's place.</summary>
    private static async Task<IAsyncDisposable> BeginAsync(IpDbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, cancellationToken);
        return moment;
    }
}
