using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Counts what goes on in workflows. Numbers only, of all cases, so that they tell of no one.</summary>
internal sealed class CountInstances(IpDbContext db)
{
    /// <summary>How many run, by workflow. Read from an index alone, however many wait.</summary>
    public Task<Dictionary<string, int>> RunningAsync(CancellationToken cancellationToken) =>
        db.WorkflowInstances.Where(static i => i.Status == WorkflowStatus.Running).GroupBy(static i => i.DefinitionId)
            .Select(static g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(static g => g.Key, static g => g.Count, cancellationToken);

    /// <summary>How many have stopped on an error that nobody has seen to, by workflow.</summary>
    public Task<Dictionary<string, int>> StoppedAsync(CancellationToken cancellationToken) =>
        db.Incidents.Where(static i => i.ResolvedAt == null).Join(db.WorkflowInstances, static i => i.InstanceId, static w => w.Id, static (i, w) => new { w.DefinitionId, w.Id }).Distinct()
            .GroupBy(static i => i.DefinitionId).Select(static g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(static g => g.Key, static g => g.Count, cancellationToken);

    /// <summary>How many of one workflow run, by version.</summary>
    public Task<Dictionary<int, int>> RunningByVersionAsync(string definitionId, CancellationToken cancellationToken) =>
        db.WorkflowInstances.Where(i => i.DefinitionId == definitionId && i.Status == WorkflowStatus.Running).GroupBy(static i => i.DefinitionVersion)
            .Select(static g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(static g => g.Key, static g => g.Count, cancellationToken);

    /// <summary>Versions of one workflow that anything ever ran on, also what has been moved to another since.</summary>
    public async Task<HashSet<int>> UsedVersionsAsync(string definitionId, CancellationToken cancellationToken) =>
    [
        .. await db.WorkflowInstances.Where(i => i.DefinitionId == definitionId).Select(static i => i.DefinitionVersion).Distinct().ToListAsync(cancellationToken),
        .. await db.FlowMoves.Where(m => m.DefinitionId == definitionId).Select(static m => m.FromVersion).ToListAsync(cancellationToken),
    ];
}
