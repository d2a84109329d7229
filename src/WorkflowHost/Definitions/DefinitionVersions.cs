using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>All versions of one workflow inside a work: which is the newest, which is published, and what is done to them.</summary>
/// <remarks>What instances run on is never changed: a draft that an instance was tried out on is left as it is, and the next save makes a new version.</remarks>
internal sealed class DefinitionVersions
{
    private readonly Work _work;
    private readonly DefinitionCatalogue _catalogue;
    private readonly List<WorkflowDefinitionRow> _all;

    private DefinitionVersions(Work work, DefinitionCatalogue catalogue, string definitionId, List<WorkflowDefinitionRow> all)
    {
        _work = work;
        _catalogue = catalogue;
        _all = all;
        DefinitionId = definitionId;
    }

    public string DefinitionId { get; }

    /// <summary>Versions that a leader sees, oldest first.</summary>
    public IEnumerable<WorkflowDefinitionRow> Visible => _all.Where(static v => v.RemovedAt is null);

    public WorkflowDefinitionRow? Latest => _all.Find(static v => v.IsLatest);

    public WorkflowDefinitionRow? Published => _all.Find(static v => v.IsPublished);

    /// <summary>Steps that the law requires and that a drawing leaves out, seen from what was published last; also when that has since been taken out of use.</summary>
    public IReadOnlyList<DefinitionProblem> LeftOutOf(WorkflowDefinition drawn) =>
        _all.Where(static v => v.PublishedAt is not null).MaxBy(static v => v.Version) is { } last && DefinitionReader.Read(last.Json).Definition is { } running
            ? RequiredSteps.LeftOut(running, drawn)
            : [];

    /// <summary>The version that the last act was on; null for a new workflow.</summary>
    public WorkflowDefinitionRow? LastChanged => _all.MaxBy(static v => v.ChangeNumber);

    public static async Task<DefinitionVersions> LoadAsync(Work work, DefinitionCatalogue catalogue, string definitionId, CancellationToken cancellationToken) => new(
        work,
        catalogue,
        definitionId,
        await work.Db.WorkflowDefinitions.Where(d => d.DefinitionId == definitionId).OrderBy(static d => d.Version).ToListAsync(cancellationToken));

    public WorkflowDefinitionRow? Find(int version) => Visible.FirstOrDefault(v => v.Version == version);

    /// <summary>Whether others have changed the workflow since the editor read it.</summary>
    /// <param name="rev">The change number that the editor read; null when the caller does not say, and then nothing is stale.</param>
    /// <param name="session">The editor's page load; without one, all that the same user does counts as one.</param>
    public bool IsStale(long? rev, string? session)
    {
        if (rev is not { } seen || LastChanged is not { } last || seen >= last.ChangeNumber)
        {
            return false;
        }

        return !IsSame(last, session) || seen < last.SessionStart - 1;
    }

    /// <summary>The draft that a save may change; null when the save must make a new version.</summary>
    public async Task<WorkflowDefinitionRow?> EditableDraftAsync(CancellationToken cancellationToken) =>
        Latest is { PublishedAt: null } draft && await CountInstancesAsync(draft.Version, cancellationToken) == 0 ? draft : null;

    /// <summary>How many follow a version, or were moved away from it and may be put back.</summary>
    public async Task<int> CountInstancesAsync(int version, CancellationToken cancellationToken) =>
        await _work.Db.WorkflowInstances.CountAsync(i => i.DefinitionId == DefinitionId && i.DefinitionVersion == version, cancellationToken)
        + await _work.Db.FlowMoveItems.CountAsync(
            i => i.StateBefore != null && _work.Db.FlowMoves.Any(m => m.Id == i.MoveId && m.DefinitionId == DefinitionId && m.FromVersion == version), cancellationToken);

    public Task<int> CountRunningAsync(CancellationToken cancellationToken) =>
        _work.Db.WorkflowInstances.CountAsync(i => i.DefinitionId == DefinitionId && i.Status == WorkflowStatus.Running, cancellationToken);

    /// <summary>A new version after all others, also the removed ones; not yet the newest.</summary>
    /// <param name="wantedVersionId">Its own id, unless that is taken; null for a new one.</param>
    /// <param name="firstVersion">The number of the first version of a new workflow.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<WorkflowDefinitionRow> AddAsync(string? wantedVersionId, int firstVersion, CancellationToken cancellationToken)
    {
        var isFree = !string.IsNullOrEmpty(wantedVersionId) && wantedVersionId.Length <= TextLimits.UserId
            && !await _work.Db.WorkflowDefinitions.AnyAsync(d => d.VersionId == wantedVersionId, cancellationToken);
        var row = new WorkflowDefinitionRow
        {
            VersionId = isFree ? wantedVersionId! : _work.Ids.New().ToString("N"),
            DefinitionId = DefinitionId,
            Version = _all.Count == 0 ? Math.Max(firstVersion, 1) : _all[^1].Version + 1,
            CreatedAt = _work.Operation.Now,
            CreatedBy = _work.Operation.Actor.UserId,
        };
        _all.Add(row);
        _work.Db.Add(row);
        return row;
    }

    /// <summary>Says which version is the newest and which is published, and counts the act.</summary>
    /// <param name="latest">The newest; null when none is left.</param>
    /// <param name="published">The published one; null for none.</param>
    /// <param name="actedOn">The version that the act was on, or one that shows the act to other editors; null when none is left.</param>
    /// <param name="session">The editor's page load, or null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task MarkAsync(
        WorkflowDefinitionRow? latest, WorkflowDefinitionRow? published, WorkflowDefinitionRow? actedOn, string? session, CancellationToken cancellationToken)
    {
        // The marks are unique in the database, so the old ones must be gone before the new ones come.
        var lose = _all.Where(v => (v.IsLatest && v != latest) || (v.IsPublished && v != published)).ToList();
        if (lose.Count > 0)
        {
            foreach (var version in lose)
            {
                version.IsLatest &= version == latest;
                version.IsPublished &= version == published;
            }

            await _work.FlushAsync(cancellationToken);
        }

        foreach (var version in _all)
        {
            version.IsLatest = version == latest;
            version.IsPublished = version == published;
        }

        if (actedOn is not null)
        {
            Count(actedOn, session);
        }

        List<WorkflowDefinitionRow> kept = [.. _all];
        _work.AfterCommit(() => _catalogue.Update(kept));
    }

    /// <summary>Lets new instances start on the version, and tells history who did it and why.</summary>
    public async Task<WorkflowDefinitionRow> PublishAsync(WorkflowDefinitionRow version, string? session, CancellationToken cancellationToken)
    {
        await MarkAsync(version, version, version, session, cancellationToken);
        version.PublishedAt = _work.Operation.Now;
        version.PublishedBy = _work.Operation.Actor.UserId;
        version.PublishReason = _work.Operation.Reason is { Length: > 0 } reason ? reason : null;
        Record("workflow-definition-published", version);
        return version;
    }

    public void Record(string @event, WorkflowDefinitionRow version, params ReadOnlySpan<(string Name, object? Value)> more) =>
        _work.Operation.Record(null, @event, [("definitionId", DefinitionId), ("version", version.Version), .. more]);

    /// <summary>Takes a draft that nothing ever ran on out of the database.</summary>
    public void Forget(WorkflowDefinitionRow draft)
    {
        _all.Remove(draft);
        _work.Db.Remove(draft);
        _work.AfterCommit(() => _catalogue.Forget(draft.DefinitionId, draft.Version));
    }

    private void Count(WorkflowDefinitionRow actedOn, string? session)
    {
        var last = LastChanged;
        var number = (last?.ChangeNumber ?? 0) + 1;
        var start = last is { ChangeNumber: > 0 } && IsSame(last, session) ? last.SessionStart : number;
        actedOn.ChangeNumber = number;
        actedOn.SessionStart = start;
        actedOn.EditingSession = session;
        actedOn.ChangedBy = _work.Operation.Actor.UserId;
        actedOn.ChangedAt = _work.Operation.Now;
    }

    private bool IsSame(WorkflowDefinitionRow last, string? session) =>
        session is null ? last.ChangedBy == _work.Operation.Actor.UserId : last.EditingSession == session;
}
