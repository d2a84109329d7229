using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>What came of deleting.</summary>
internal abstract record DeletionOutcome
{
    private DeletionOutcome()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Count">How many workflows or versions went.</param>
    public sealed record Deleted(int Count) : DeletionOutcome;

    /// <summary>Nothing was deleted.</summary>
    public sealed record Refused(DefinitionOutcome.Refused Why) : DeletionOutcome;
}

/// <summary>
/// Takes workflows or single versions away. What an instance runs or ran on is never removed from the database: a version in use is refused, and a
/// version that was published once only leaves the lists. A draft that nothing ever ran on is thrown away.
/// </summary>
internal sealed class DeleteDefinition(WorkWriter writer, DefinitionCatalogue catalogue, DefinitionConsumers consumers, UserDirectory users)
{
    /// <summary>Deletes whole workflows, all of them or none.</summary>
    public Task<DeletionOutcome> RunAsync(IReadOnlyCollection<string> definitionIds, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => DeleteAllAsync(work, [.. definitionIds.Distinct()], null, token), cancellationToken);

    /// <summary>Deletes one workflow, or one version of it, as someone saw it; nothing when others have changed it since.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">The version; null for the whole workflow.</param>
    /// <param name="rev">The change number that was seen.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DeletionOutcome> RunSeenAsync(string definitionId, int? version, long? rev, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(
            operation,
            async (work, token) => version is not { } number
                ? await DeleteAllAsync(work, [definitionId], rev, token)
                : await work.Db.WorkflowDefinitions.Where(d => d.DefinitionId == definitionId && d.Version == number).Select(static d => d.VersionId).FirstOrDefaultAsync(token) is { } id
                    ? await DeleteVersionsAsync(work, [id], rev, token)
                    : new DeletionOutcome.Refused(DefinitionRefusals.NotFound()),
            cancellationToken);

    /// <summary>Deletes single versions by their own ids, all of them or none.</summary>
    public Task<DeletionOutcome> RunVersionsAsync(IReadOnlyCollection<string> versionIds, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => DeleteVersionsAsync(work, versionIds, null, token), cancellationToken);

    private async Task<DeletionOutcome> DeleteAllAsync(Work work, string[] definitionIds, long? rev, CancellationToken cancellationToken)
    {
        var refused = new List<(string Name, DefinitionOutcome.Refused Why)>();
        var found = new List<DefinitionVersions>();
        foreach (var id in definitionIds)
        {
            var versions = await DefinitionVersions.LoadAsync(work, catalogue, id, cancellationToken);
            found.Add(versions);
            if (!versions.Visible.Any())
            {
                refused.Add((id, DefinitionRefusals.NotFound()));
            }
            else if (versions.IsStale(rev, null))
            {
                refused.Add((versions.Visible.Last().Name, DefinitionRefusals.ChangedSince(versions.LastChanged!, users)));
            }
            else if (await versions.CountRunningAsync(cancellationToken) is > 0 and var running)
            {
                refused.Add((versions.Visible.Last().Name, DefinitionRefusals.HasRunningInstances(running)));
            }
            else if (consumers.NamesOfPublished(id, definitionIds) is { Count: > 0 } names)
            {
                refused.Add((versions.Visible.Last().Name, DefinitionRefusals.UsedByFlows(names)));
            }
        }

        if (refused.Count > 0)
        {
            return new DeletionOutcome.Refused(DefinitionRefusals.Together(refused));
        }

        foreach (var versions in found)
        {
            work.Operation.Record(null, "workflow-definition-deleted", ("definitionId", versions.DefinitionId), ("versions", versions.Visible.Select(static v => v.Version).ToArray()));
            foreach (var version in versions.Visible.ToList())
            {
                await RemoveAsync(work, versions, version, cancellationToken);
            }

            await versions.MarkAsync(null, null, versions.LastChanged, null, cancellationToken);
        }

        return new DeletionOutcome.Deleted(found.Count);
    }

    private async Task<DeletionOutcome> DeleteVersionsAsync(Work work, IReadOnlyCollection<string> versionIds, long? rev, CancellationToken cancellationToken)
    {
        var wanted = await work.Db.WorkflowDefinitions.Where(d => versionIds.Contains(d.VersionId) && d.RemovedAt == null).ToListAsync(cancellationToken);
        if (wanted.Count == 0)
        {
            return new DeletionOutcome.Refused(DefinitionRefusals.NotFound());
        }

        var refused = new List<(string Name, DefinitionOutcome.Refused Why)>();
        var found = new List<(DefinitionVersions Versions, WorkflowDefinitionRow[] Rows)>();
        foreach (var group in wanted.GroupBy(static d => d.DefinitionId))
        {
            var versions = await DefinitionVersions.LoadAsync(work, catalogue, group.Key, cancellationToken);
            found.Add((versions, [.. group]));
            foreach (var row in group)
            {
                if (versions.IsStale(rev, null))
                {
                    refused.Add((row.Name, DefinitionRefusals.ChangedSince(versions.LastChanged!, users)));
                }
                else if (row.IsPublished)
                {
                    refused.Add((row.Name, DefinitionRefusals.VersionIsPublished(row.Version)));
                }
                else if (await versions.CountInstancesAsync(row.Version, cancellationToken) is > 0 and var count)
                {
                    refused.Add((row.Name, DefinitionRefusals.VersionIsUsed(row.Version, count)));
                }
            }
        }

        if (refused.Count > 0)
        {
            return new DeletionOutcome.Refused(DefinitionRefusals.Together(refused));
        }

        foreach (var (versions, rows) in found)
        {
            foreach (var row in rows)
            {
                versions.Record("workflow-definition-version-deleted", row);
                await RemoveAsync(work, versions, row, cancellationToken);
            }

            var latest = versions.Visible.LastOrDefault();
            await versions.MarkAsync(latest, versions.Published, latest ?? versions.LastChanged, null, cancellationToken);
        }

        return new DeletionOutcome.Deleted(wanted.Count);
    }

    private static async Task RemoveAsync(Work work, DefinitionVersions versions, WorkflowDefinitionRow version, CancellationToken cancellationToken)
    {
        if (version.PublishedAt is null && await versions.CountInstancesAsync(version.Version, cancellationToken) == 0)
        {
            versions.Forget(version);
        }
        else
        {
            version.RemovedAt = work.Operation.Now;
        }
    }
}
