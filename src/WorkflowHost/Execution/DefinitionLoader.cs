using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// Brings the drawings that come with the product into the database, at start-up: <c>workflow-definitions/&lt;key&gt;/v&lt;N&gt;.json</c>. A version that is
/// there already stays as it is, and a flow that a leader has changed keeps the leader's version published.
/// </summary>
internal sealed class DefinitionLoader(
    WorkWriter writer,
    DefinitionCatalogue catalogue,
    ActivityCatalogue activities,
    ContextOptions options,
    TimeProvider clock,
    ILogger<DefinitionLoader> logger)
{
    public async Task LoadAsync(string folder, CancellationToken cancellationToken)
    {
        await using (var db = new IpDbContext(options.Default))
        {
            catalogue.Load(await db.WorkflowDefinitions.AsNoTracking().ToListAsync(cancellationToken));
        }

        var fresh = ReadNew(folder);

        // Drawings use each other, so each may be checked only when all are known.
        var found = fresh.ToLookup(static d => d.DefinitionId, StringComparer.Ordinal);
        WorkflowDefinition? Find(string id, int? version) =>
            catalogue.Find(id, version) ?? found[id].LastOrDefault(d => version is null || d.Version == version);

        fresh.RemoveAll(d => !IsSound(d, Find));

        if (fresh.Count > 0)
        {
            var operation = new Operation(Actor.System, "Delivered with the product.", clock.GetUtcNow());
            await writer.RunAsync(operation, (work, token) => StoreAsync(work, fresh, token), cancellationToken);
        }
    }

    private List<WorkflowDefinition> ReadNew(string folder)
    {
        List<WorkflowDefinition> fresh = [];
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "v*.json", SearchOption.AllDirectories) : [];

        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var read = DefinitionReader.Read(File.ReadAllText(file));

            if (read.Definition is not { } definition)
            {
                Log.DefinitionUnreadable(logger, Path.GetRelativePath(folder, file), read.Problems[0].NodeId, read.Problems[0].Message.En);
            }
            else if (!catalogue.Knows(definition.DefinitionId, definition.Version))
            {
                fresh.Add(definition);
            }
        }

        fresh.Sort(static (a, b) => (string.CompareOrdinal(a.DefinitionId, b.DefinitionId), a.Version.CompareTo(b.Version)) switch { (0, var v) => v, (var d, _) => d });
        return fresh;
    }

    private bool IsSound(WorkflowDefinition definition, Func<string, int?, WorkflowDefinition?> find)
    {
        var errors = DefinitionValidator.Validate(definition, activities, find).Where(static p => p.Severity == ProblemSeverity.Error).ToList();

        foreach (var error in errors)
        {
            Log.DefinitionRefused(logger, definition.DefinitionId, definition.Version, error.NodeId, error.Message.En);
        }

        return errors.Count == 0;
    }

    private async Task StoreAsync(Work work, List<WorkflowDefinition> fresh, CancellationToken cancellationToken)
    {
        foreach (var versions in fresh.GroupBy(static d => d.DefinitionId))
        {
            var known = await work.Db.WorkflowDefinitions.Where(d => d.DefinitionId == versions.Key).ToListAsync(cancellationToken);
            var isChangedByLeader = known.Exists(static d => d.ChangedBy != Actor.System.UserId);
            var newest = versions.Max(static d => d.Version);
            var takesOver = !isChangedByLeader && known.TrueForAll(d => d.Version < newest);

            foreach (var old in takesOver ? known : [])
            {
                old.IsPublished = old.IsLatest = false;
            }

            await work.FlushAsync(cancellationToken);

            // Another node that started at the same time may have stored some.
            foreach (var definition in versions.Where(v => !known.Exists(k => k.Version == v.Version)).ToList())
            {
                var isNewest = takesOver && definition.Version == newest;
                known.Add(Store(work, definition, isNewest, known.Select(static d => d.ChangeNumber).DefaultIfEmpty().Max() + 1));
            }

            work.AfterCommit(() => catalogue.Update(known));
        }
    }

    private static WorkflowDefinitionRow Store(Work work, WorkflowDefinition definition, bool isNewest, long changeNumber)
    {
        var row = new WorkflowDefinitionRow
        {
            VersionId = definition.VersionId,
            DefinitionId = definition.DefinitionId,
            Version = definition.Version,
            Name = definition.Name,
            Description = definition.Description,
            Json = DefinitionWriter.Write(definition),
            IsPublished = isNewest,
            IsLatest = isNewest,
            CreatedAt = work.Operation.Now,
            CreatedBy = work.Operation.Actor.UserId,
            SavedAt = work.Operation.Now,
            SavedBy = work.Operation.Actor.UserId,
            PublishedAt = work.Operation.Now,
            PublishedBy = work.Operation.Actor.UserId,
            PublishReason = work.Operation.Reason,
            ChangeNumber = changeNumber,
            SessionStart = changeNumber,
            ChangedBy = work.Operation.Actor.UserId,
            ChangedAt = work.Operation.Now,
        };
        work.Db.Add(row);
        work.Operation.Record(null, "workflow-definition-delivered", ("definitionId", row.DefinitionId), ("version", row.Version));
        return row;
    }
}
