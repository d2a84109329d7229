using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>
/// Removes the whole file of a case, inside the transaction of the one who confirms it. Rows that are written once and never removed are let go of by the database only while the
/// disposal of that very case is under way, so that nothing else in the product, and no mistake in it, can remove them.
/// </summary>
internal static class DisposeOfCase
{
    /// <summary>Why the file cannot be removed as it stands; null when it can.</summary>
    public static async Task<LocalizedText?> ObstacleAsync(Work work, Disposal disposal, CancellationToken cancellationToken)
    {
        var caseId = disposal.CaseId!.Value;
        return await work.Db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken) is not { IsOpen: false } ? ArchiveWords.IsOpenAgain
            : await work.Db.WorkflowInstances.AnyAsync(i => i.CaseId == caseId && i.Status == WorkflowStatus.Running, cancellationToken)
                || await work.Db.HumanTasks.AnyAsync(t => t.CaseId == caseId && t.EndedAt == null, cancellationToken) ? ArchiveWords.IsNotAtRest
            : null;
    }

    /// <summary>Removes it.</summary>
    /// <returns>How many rows of each table.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> RunAsync(Work work, Disposal disposal, CancellationToken cancellationToken)
    {
        var (caseId, reference) = (disposal.CaseId!.Value, disposal.Reference!);
        var personId = await work.Db.Cases.Where(c => c.Id == caseId).Select(static c => c.PersonId).SingleAsync(cancellationToken);
        var removed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Count("outbox", await RemoveMessagesAsync(work, caseId, cancellationToken));

        foreach (var table in CaseRecords.All.Concat(CaseRecords.Last))
        {
            // Names and conditions are constants of the list; the reference is a parameter.
            var sql = $"DELETE FROM \"{table.Table}\" WHERE {table.Where}";
            Count(table.Table, await work.Db.Database.ExecuteSqlRawAsync(sql, [reference], cancellationToken));
        }

        if (!await work.Db.Cases.AnyAsync(c => c.PersonId == personId, cancellationToken))
        {
            Count("person_identifiers", await work.Db.PersonIdentifiers.Where(i => i.PersonId == personId).ExecuteDeleteAsync(cancellationToken));
            Count("persons", await work.Db.Persons.Where(p => p.Id == personId).ExecuteDeleteAsync(cancellationToken));
        }

        return removed;

        void Count(string table, int count)
        {
            if (count > 0)
            {
                removed[table] = count;
            }
        }
    }

    /// <summary>What left the house, or failed to: a message is found by what it was about.</summary>
    private static async Task<int> RemoveMessagesAsync(Work work, CaseId caseId, CancellationToken cancellationToken)
    {
        var letters = await work.Db.Letters.Where(l => l.CaseId == caseId).Select(static l => l.Id).ToListAsync(cancellationToken);
        var told = await work.Db.Notifications.Where(n => n.CaseId == caseId).Select(static n => n.Id).ToListAsync(cancellationToken);
        var instances = await work.Db.WorkflowInstances.Where(i => i.CaseId == caseId).Select(static i => i.Id).ToListAsync(cancellationToken);
        var count = 0;

        foreach (var start in letters.SelectMany(static l => new[] { $"letter:{l}", $"alert:{l}" }).Concat(told.Select(static n => $"mail:{n:N}:")).Concat(instances.Select(static i => $"http:{i}:")))
        {
            // By a range, so that the index by key is read and not the table.
            var end = start + "\uFFFF";
            count += await work.Db.Outbox.Where(m => string.Compare(m.Key, start) >= 0 && string.Compare(m.Key, end) < 0).ExecuteDeleteAsync(cancellationToken);
        }

        return count;
    }
}
