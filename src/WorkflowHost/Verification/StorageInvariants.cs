using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Migrations;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Verification;

/// <summary>The file or the server's tables can be read from end to end, and every row that points at another points at one that is there.</summary>
internal sealed class StorageIsWhole : Invariant
{
    public override string Key => "storage-whole";

    public override string Sentence => "The database's own check finds nothing, and every row that names another names one that is there.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // PostgreSQL has no such check in SQL (its own tool is pg_amcheck), and refuses a row that names one that is not there.
        if (!db.Database.IsSqlite())
        {
            yield break;
        }

        foreach (var found in await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancellationToken))
        {
            if (found != "ok")
            {
                yield return found;
            }
        }

        foreach (var found in await db.Database.SqlQueryRaw<string>("SELECT \"table\" || ' ' || COALESCE(rowid, '') || ' -> ' || parent AS Value FROM pragma_foreign_key_check").ToListAsync(cancellationToken))
        {
            yield return found;
        }
    }
}

/// <summary>The tables are those of this version of the product.</summary>
internal sealed class SchemaIsCurrent : Invariant
{
    public override string Key => "schema-current";

    public override string Sentence => "Every migration that this version knows has been run.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var pending in await db.Database.GetPendingMigrationsAsync(cancellationToken))
        {
            yield return pending;
        }
    }
}

/// <summary>History, access log and what else is written once cannot be changed afterwards, because the database refuses it.</summary>
internal sealed partial class WrittenOnceIsGuarded : Invariant
{
    public override string Key => "written-once-guarded";

    public override string Sentence => "The triggers that keep history, access log and other rows written once from being changed are all there.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var there = await db.Database.SqlQueryRaw<string>(db.Database.IsSqlite()
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'"
            : "SELECT tgname::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')").ToListAsync(cancellationToken);

        foreach (var missing in Wanted(db).Except(there, StringComparer.Ordinal))
        {
            yield return missing;
        }
    }

    private static IEnumerable<string> Wanted(IpDbContext db) => CreatedTrigger().Matches(SchemaFile.Read("Triggers", db.Database.ProviderName)).Select(static m => m.Groups[1].Value);

    [GeneratedRegex(@"CREATE TRIGGER (\w+)")]
    private static partial Regex CreatedTrigger();
}
