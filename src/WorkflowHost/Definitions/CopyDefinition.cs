using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Makes a draft out of a stored version: to go back to it, or to begin another workflow from it. What runs is not touched until the draft is published.</summary>
internal sealed class CopyDefinition(WorkWriter writer, DefinitionCatalogue catalogue)
{
    /// <summary>Makes an old version the newest draft of its workflow. A draft that was there stays among the versions.</summary>
    public Task<DefinitionOutcome> RevertAsync(string definitionId, int version, string? session, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => RevertAsync(work, definitionId, version, session, token), cancellationToken);

    /// <summary>Begins another workflow as a draft with the same drawing.</summary>
    /// <param name="definitionId">The workflow to copy.</param>
    /// <param name="version">Which version; null for the newest.</param>
    /// <param name="name">The new workflow's name; null for one made from the old.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DefinitionOutcome> DuplicateAsync(string definitionId, int? version, string? name, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => DuplicateAsync(work, definitionId, version, name, token), cancellationToken);

    private async Task<DefinitionOutcome> RevertAsync(Work work, string definitionId, int version, string? session, CancellationToken cancellationToken)
    {
        var versions = await DefinitionVersions.LoadAsync(work, catalogue, definitionId, cancellationToken);
        if (versions.Find(version) is not { } old)
        {
            return DefinitionRefusals.NotFound();
        }

        var row = await CopyAsync(work, versions, old, old.Name, cancellationToken);
        await versions.MarkAsync(row, versions.Published, row, session, cancellationToken);
        versions.Record("workflow-definition-reverted", row, ("from", version));
        return new DefinitionOutcome.Saved(row, []);
    }

    private async Task<DefinitionOutcome> DuplicateAsync(Work work, string definitionId, int? version, string? name, CancellationToken cancellationToken)
    {
        var versions = await DefinitionVersions.LoadAsync(work, catalogue, definitionId, cancellationToken);
        if ((version is { } number ? versions.Find(number) : versions.Latest) is not { } old)
        {
            return DefinitionRefusals.NotFound();
        }

        var copy = await DefinitionVersions.LoadAsync(work, catalogue, work.Ids.New().ToString("N"), cancellationToken);
        var row = await CopyAsync(work, copy, old, string.IsNullOrWhiteSpace(name) ? await FreeNameAsync(work, old.Name, cancellationToken) : name.Trim(), cancellationToken);
        await copy.MarkAsync(row, null, row, null, cancellationToken);
        copy.Record("workflow-definition-duplicated", row, ("from", definitionId), ("fromVersion", old.Version));
        return new DefinitionOutcome.Saved(row, []);
    }

    /// <summary>Adds a version with the drawing of another; the caller marks and records it.</summary>
    internal static async Task<WorkflowDefinitionRow> CopyAsync(Work work, DefinitionVersions versions, WorkflowDefinitionRow old, string name, CancellationToken cancellationToken)
    {
        var row = await versions.AddAsync(null, 1, cancellationToken);
        var json = DefinitionDocument.Of(old);
        json["name"] = name;
        json["createdAt"] = work.Operation.Now;
        var drawn = DefinitionReader.Read(json).Definition ?? throw new InvalidOperationException($"The stored workflow definition {old.VersionId} cannot be read.");
        row.Name = name;
        row.Description = old.Description;
        row.SavedAt = work.Operation.Now;
        row.SavedBy = work.Operation.Actor.UserId;
        row.Json = DefinitionWriter.Write(drawn.WithIdentity(versions.DefinitionId, row.VersionId, row.Version, isPublished: false, isLatest: true));
        return row;
    }

    private static async Task<string> FreeNameAsync(Work work, string name, CancellationToken cancellationToken)
    {
        var taken = await work.Db.WorkflowDefinitions.Where(static d => d.IsLatest).Select(static d => d.Name).ToListAsync(cancellationToken);
        string Candidate(int number) => (name.Length > 180 ? name[..180] : name) + (number == 1 ? " (kopi)" : $" (kopi {number})");
        return Enumerable.Range(1, taken.Count + 1).Select(Candidate).First(c => !taken.Contains(c, StringComparer.OrdinalIgnoreCase));
    }
}
