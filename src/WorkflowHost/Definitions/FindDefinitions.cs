using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A version without its drawing.</summary>
internal sealed record DefinitionSummary(
    string DefinitionId, string VersionId, int Version, string Name, string? Description, bool IsPublished, bool IsLatest, DateTimeOffset CreatedAt, string CreatedBy,
    DateTimeOffset SavedAt, string SavedBy, DateTimeOffset? PublishedAt, string? PublishedBy, string? PublishReason);

/// <summary>Which versions are wanted.</summary>
internal enum VersionChoice
{
    All,
    Latest,
    Published,
    LatestOrPublished,
    LatestAndPublished,
    Draft,
}

/// <summary>What to look for among the versions of workflows.</summary>
/// <param name="Choice">Which versions.</param>
/// <param name="Number">One version number, instead of a choice; null for none.</param>
/// <param name="DefinitionIds">Only these workflows; null for all.</param>
/// <param name="VersionIds">Only these versions, also ones that were taken out of the lists; null for all.</param>
/// <param name="Search">A text that the name, the description or an id contains, ignoring case; null for all.</param>
internal sealed record DefinitionQuery(
    VersionChoice Choice = VersionChoice.All, int? Number = null, IReadOnlyList<string>? DefinitionIds = null, IReadOnlyList<string>? VersionIds = null, string? Search = null);

/// <summary>Looks up versions of workflows. There are few, so searching and sorting happen here and know Norwegian letters.</summary>
internal sealed class FindDefinitions(IpDbContext db)
{
    /// <summary>The versions that fit, by name and newest first.</summary>
    public async Task<IReadOnlyList<DefinitionSummary>> ListAsync(DefinitionQuery query, CancellationToken cancellationToken)
    {
        var found = await Rows(query)
            .Select(d => new DefinitionSummary(
                d.DefinitionId, d.VersionId, d.Version, d.Name, d.Description, d.IsPublished, d.IsLatest, d.CreatedAt, d.CreatedBy,
                d.SavedAt, d.SavedBy, d.PublishedAt, d.PublishedBy, d.PublishReason))
            .ToListAsync(cancellationToken);
        return [.. found.Where(d => Fits(d, query.Search)).OrderBy(static d => d.Name, StringComparer.OrdinalIgnoreCase).ThenByDescending(static d => d.Version)];
    }

    /// <summary>The newest version that fits, with its drawing; null when there is none.</summary>
    public Task<StoredDefinition?> FindAsync(DefinitionQuery query, CancellationToken cancellationToken) =>
        Stored(Rows(query)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>All versions that fit, with their drawings, newest first.</summary>
    public Task<List<StoredDefinition>> ReadAsync(DefinitionQuery query, CancellationToken cancellationToken) =>
        Stored(Rows(query)).ToListAsync(cancellationToken);

    /// <summary>How many workflows there are.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        db.WorkflowDefinitions.Where(static d => d.RemovedAt == null).Select(static d => d.DefinitionId).Distinct().CountAsync(cancellationToken);

    /// <summary>How often the workflow has been changed, all versions together; 0 when there is none.</summary>
    public async Task<long> ChangeNumberAsync(string definitionId, CancellationToken cancellationToken) =>
        await db.WorkflowDefinitions.Where(d => d.DefinitionId == definitionId).MaxAsync(static d => (long?)d.ChangeNumber, cancellationToken) ?? 0;

    /// <summary>Whether no other workflow has the name, in its newest version; case does not matter.</summary>
    public async Task<bool> IsNameUniqueAsync(string name, string? exceptDefinitionId, CancellationToken cancellationToken) =>
        !(await NamesAsync(exceptDefinitionId, cancellationToken)).Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of all workflows but one, in their newest versions.</summary>
    public Task<List<string>> NamesAsync(string? exceptDefinitionId, CancellationToken cancellationToken) =>
        db.WorkflowDefinitions.Where(d => d.IsLatest && d.DefinitionId != exceptDefinitionId).Select(static d => d.Name).ToListAsync(cancellationToken);

    private IQueryable<Execution.WorkflowDefinitionRow> Rows(DefinitionQuery query)
    {
        var rows = db.WorkflowDefinitions.AsNoTracking();
        rows = query.VersionIds is { } versionIds ? rows.Where(d => versionIds.Contains(d.VersionId)) : rows.Where(static d => d.RemovedAt == null);
        rows = query.DefinitionIds is { } definitionIds ? rows.Where(d => definitionIds.Contains(d.DefinitionId)) : rows;
        rows = query.Number is { } number ? rows.Where(d => d.Version == number) : rows;
        return query.Choice switch
        {
            VersionChoice.Latest => rows.Where(static d => d.IsLatest),
            VersionChoice.Published => rows.Where(static d => d.IsPublished),
            VersionChoice.LatestOrPublished => rows.Where(static d => d.IsLatest || d.IsPublished),
            VersionChoice.LatestAndPublished => rows.Where(static d => d.IsLatest && d.IsPublished),
            VersionChoice.Draft => rows.Where(static d => !d.IsPublished),
            _ => rows,
        };
    }

    private IQueryable<StoredDefinition> Stored(IQueryable<Execution.WorkflowDefinitionRow> rows) => rows
        .OrderByDescending(static d => d.Version)
        .Select(d => new StoredDefinition(d, db.WorkflowDefinitions.Where(o => o.DefinitionId == d.DefinitionId).Max(static o => o.ChangeNumber)));

    private static bool Fits(DefinitionSummary definition, string? search) =>
        string.IsNullOrWhiteSpace(search)
        || new[] { definition.Name, definition.Description, definition.DefinitionId, definition.VersionId }.Any(t => t?.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase) is true);
}

/// <summary>A version with its drawing.</summary>
/// <param name="Version">The version.</param>
/// <param name="ChangeNumber">How often the workflow has been changed, all versions together; what editors hand back as <c>rev</c>.</param>
internal sealed record StoredDefinition(Execution.WorkflowDefinitionRow Version, long ChangeNumber);
