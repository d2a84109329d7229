using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Takes a drawing in, as a new version when that version has been published before, and publishes it when asked to.</summary>
/// <remarks>Running instances stay on the version that they started on; new ones start on what is published here.</remarks>
internal sealed class PublishDefinition(WorkWriter writer, DefinitionCatalogue catalogue, ActivityCatalogue activities, Ids ids)
{
    /// <summary>Saves the drawing and publishes it.</summary>
    /// <param name="json">Elsa 3 definition JSON. Without a definition id it becomes a new workflow.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<PublishOutcome> PublishAsync(string json, Operation operation, CancellationToken cancellationToken) =>
        SaveAsync(json, static _ => true, operation, cancellationToken);

    /// <summary>Saves the drawing; it is published when its own <c>isPublished</c> says so, which Elsa's server does not honour and ours does.</summary>
    public Task<PublishOutcome> ImportAsync(string json, Operation operation, CancellationToken cancellationToken) =>
        SaveAsync(json, static d => d.IsPublished, operation, cancellationToken);

    private async Task<PublishOutcome> SaveAsync(
        string json, Func<WorkflowDefinition, bool> isToBePublished, Operation operation, CancellationToken cancellationToken)
    {
        var read = DefinitionReader.Read(json);

        if (read.Definition is not { } drawn)
        {
            return new PublishOutcome.Refused(read.Problems);
        }

        var publish = isToBePublished(drawn);
        IReadOnlyList<DefinitionProblem> problems = publish ? DefinitionValidator.Validate(drawn, activities, catalogue.Find) : [];

        if (problems.Any(static p => p.Severity == ProblemSeverity.Error))
        {
            return new PublishOutcome.Refused(problems);
        }

        var saved = await writer.RunAsync(operation, (work, token) => StoreAsync(work, drawn, publish, token), cancellationToken);
        return new PublishOutcome.Saved(saved.DefinitionId, saved.VersionId, saved.Version, saved.IsPublished, problems);
    }

    private async Task<WorkflowDefinitionRow> StoreAsync(Work work, WorkflowDefinition drawn, bool publish, CancellationToken cancellationToken)
    {
        var definitionId = drawn.DefinitionId.Length > 0 ? drawn.DefinitionId : ids.New().ToString("N");
        var versions = await work.Db.WorkflowDefinitions.Where(d => d.DefinitionId == definitionId).OrderBy(static d => d.Version).ToListAsync(cancellationToken);
        var draft = versions.LastOrDefault(static v => v.PublishedAt is null && v.IsLatest);
        var row = draft ?? new WorkflowDefinitionRow
        {
            VersionId = await FreeIdAsync(work, drawn.VersionId, cancellationToken),
            DefinitionId = definitionId,
            Version = (versions.LastOrDefault()?.Version ?? Math.Max(drawn.Version, 1) - 1) + 1,
            CreatedAt = work.Operation.Now,
            CreatedBy = work.Operation.Actor.UserId,
        };

        var changed = versions.Where(v => v != row && (v.IsLatest || (publish && v.IsPublished))).ToList();

        foreach (var other in changed)
        {
            other.IsLatest = false;
            other.IsPublished &= !publish;
        }

        // The marks are unique in the database, so the old ones must be gone before the new ones come.
        await work.FlushAsync(cancellationToken);
        row.Name = drawn.Name;
        row.IsLatest = true;
        row.IsPublished = publish;
        row.PublishedAt = publish ? work.Operation.Now : null;
        row.Json = DefinitionWriter.Write(drawn.WithIdentity(definitionId, row.VersionId, row.Version, publish, isLatest: true));

        if (draft is null)
        {
            work.Db.Add(row);
        }

        work.Operation.Record(null, publish ? "workflow-definition-published" : "workflow-definition-saved", ("definitionId", definitionId), ("version", row.Version));
        work.AfterCommit(() => catalogue.Update([.. changed, row]));
        return row;
    }

    private async Task<string> FreeIdAsync(Work work, string wanted, CancellationToken cancellationToken) =>
        wanted.Length > 0 && !await work.Db.WorkflowDefinitions.AnyAsync(d => d.VersionId == wanted, cancellationToken) ? wanted : ids.New().ToString("N");
}

/// <summary>What came of saving a drawing.</summary>
internal abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>Stored.</summary>
    public sealed record Saved(string DefinitionId, string VersionId, int Version, bool IsPublished, IReadOnlyList<DefinitionProblem> Warnings) : PublishOutcome;

    /// <summary>Not stored, and why, by node.</summary>
    public sealed record Refused(IReadOnlyList<DefinitionProblem> Problems) : PublishOutcome;
}
