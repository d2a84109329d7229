using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// What other nodes on the same PostgreSQL have done that this one keeps in memory: drawings that were saved or published there, and instances that
/// somebody watches here. Writers see each published drawing at once (<see cref="RefreshAsync"/>); pages and watchers at the next round.
/// </summary>
internal sealed class OtherNodes(DatabaseOptions database, ContextOptions options, DefinitionCatalogue catalogue, InstanceChanges changes) : IDisposable
{
    /// <summary>One value for all drawings together that changes whenever one of them does.</summary>
    public const string MarkSql = "SELECT coalesce(sum(hashtextextended(version_id, revision)), 0)::text AS \"Value\" FROM workflow_definitions";

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<WorkflowInstanceId, long> _versions = [];
    private volatile string _mark = "";

    /// <summary>One round of looking. On SQLite there are no other nodes, and nothing happens.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!database.IsSqlite)
        {
            await using var db = new IpDbContext(options.Default);
            await RefreshAsync(await db.Database.SqlQueryRaw<string>(MarkSql).SingleAsync(cancellationToken), cancellationToken);
            await TellWatchersAsync(db, cancellationToken);
        }
    }

    /// <summary>Brings the drawings in memory up to date, unless they are.</summary>
    /// <param name="mark">What <see cref="MarkSql"/> gives now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RefreshAsync(string mark, CancellationToken cancellationToken)
    {
        if (mark == _mark)
        {
            return;
        }

        await _one.WaitAsync(cancellationToken);

        try
        {
            await using var db = new IpDbContext(options.Default);

            // In this order: what comes in between makes the mark differ once more, and is found the next time.
            var known = catalogue.Revisions;
            var found = await db.Database.SqlQueryRaw<string>(MarkSql).SingleAsync(cancellationToken);
            var stored = await db.WorkflowDefinitions.Select(static d => new { d.VersionId, d.DefinitionId, d.Version, d.Revision }).ToListAsync(cancellationToken);
            var newer = stored.Where(d => !known.TryGetValue((d.DefinitionId, d.Version), out var revision) || revision < d.Revision).Select(static d => d.VersionId).ToList();

            if (newer.Count > 0)
            {
                catalogue.Update(await db.WorkflowDefinitions.AsNoTracking().Where(d => newer.Contains(d.VersionId)).ToListAsync(cancellationToken));
            }

            foreach (var (definitionId, version) in known.Keys.Except(stored.Select(static d => (d.DefinitionId, d.Version))))
            {
                catalogue.Forget(definitionId, version);
            }

            _mark = found;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task TellWatchersAsync(IpDbContext db, CancellationToken cancellationToken)
    {
        if (changes.IsQuiet)
        {
            _versions.Clear();
            return;
        }

        var watched = changes.Watched;
        var versions = await db.WorkflowInstances.Where(i => watched.Contains(i.Id)).Select(static i => new { i.Id, i.Version }).ToListAsync(cancellationToken);
        changes.Tell(versions.Where(i => _versions.TryGetValue(i.Id, out var before) && before != i.Version).Select(static i => i.Id));
        _versions.Clear();
        versions.ForEach(i => _versions[i.Id] = i.Version);
    }
}
