using System.Linq.Expressions;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Which instances are asked for; null or empty means that it does not matter.</summary>
internal sealed record InstanceQuery
{
    /// <summary>Words of a case reference, of a flow's name or of the instance's own name, or an instance's id.</summary>
    public string? Words { get; init; }

    public IReadOnlyCollection<WorkflowInstanceId>? Ids { get; init; }

    public IReadOnlyCollection<string> DefinitionIds { get; init; } = [];

    public int? Version { get; init; }

    /// <summary>A case's id or reference, or what a flow outside cases is tied to.</summary>
    public IReadOnlyCollection<string> CorrelationIds { get; init; } = [];

    public bool? HasIncidents { get; init; }

    /// <summary>Only those that run or have stopped with an incident.</summary>
    public bool IsAlterable { get; init; }

    public IReadOnlyCollection<WorkflowStatus> Statuses { get; init; } = [];

    public IReadOnlyCollection<WorkflowSubStatus> SubStatuses { get; init; } = [];

    public IReadOnlyList<InstanceMoment> Moments { get; init; } = [];

    public InstanceOrder Order { get; init; }

    public bool IsAscending { get; init; }

    public int Skip { get; init; }

    /// <summary>1–1000.</summary>
    public int Take { get; init; } = 1_000;
}

internal enum InstanceOrder
{
    Created,
    UpdatedAt,
    Finished,
    Name,
}

internal enum InstanceInstant
{
    CreatedAt,
    UpdatedAt,
    FinishedAt,
}

internal enum Comparison
{
    Is,
    IsNot,
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
}

/// <summary>Compares one of an instance's instants with a given one.</summary>
internal sealed record InstanceMoment(InstanceInstant Column, Comparison Comparison, DateTimeOffset At);

/// <summary>An instance in a list.</summary>
internal sealed record ListedInstance(
    WorkflowInstanceId Id, string DefinitionId, string VersionId, int Version, WorkflowInstanceId? ParentId, WorkflowStatus Status, WorkflowSubStatus SubStatus,
    CaseId? CaseId, string? CorrelationId, string Name, int OpenIncidents, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt);

/// <summary>Lists and finds instances among those that the user may know of.</summary>
internal sealed class ListInstances(IpDbContext db, InstanceAccess access, DefinitionCatalogue catalogue)
{
    public async Task<(IReadOnlyList<ListedInstance> Items, int Total)> RunAsync(CurrentUser user, InstanceQuery query, CancellationToken cancellationToken)
    {
        var rows = Filter(access.VisibleTo(user), query);
        var total = await rows.CountAsync(cancellationToken);
        var found = await Sort(rows, query).Skip(query.Skip).Take(query.Take).Select(i => new
        {
            i.Id, i.DefinitionId, i.DefinitionVersion, i.ParentId, i.Status, i.SubStatus, i.CaseId, i.CorrelationId, i.Name, i.OpenIncidents, i.CreatedAt, i.UpdatedAt, i.FinishedAt,
            Reference = db.Cases.Where(c => c.Id == i.CaseId).Select(c => c.Reference).FirstOrDefault(),
        }).ToListAsync(cancellationToken);

        return ([.. found.Select(i =>
        {
            var definition = catalogue.Require(i.DefinitionId, i.DefinitionVersion);
            return new ListedInstance(
                i.Id, i.DefinitionId, definition.VersionId, i.DefinitionVersion, i.ParentId, i.Status, i.SubStatus, i.CaseId, i.CorrelationId ?? i.CaseId?.ToString(),
                OpenedInstance.NameOf(i.Reference, i.Name, definition.Name), i.OpenIncidents, i.CreatedAt, i.UpdatedAt, i.FinishedAt);
        })], total);
    }

    /// <summary>The definition and number of a version by the version's own id; nulls for none.</summary>
    public (string? DefinitionId, int? Version) DefinitionOf(string? versionId) => catalogue.WithVersionId(versionId) is { } found ? (found.DefinitionId, found.Version) : (null, null);

    /// <summary>The version that new instances start on; null for none.</summary>
    public int? PublishedVersionOf(string definitionId) => catalogue.Find(definitionId, null)?.Version;

    /// <summary>The ids of all that fit, oldest first.</summary>
    public async Task<IReadOnlyList<WorkflowInstanceId>> IdsAsync(CurrentUser user, InstanceQuery query, CancellationToken cancellationToken) =>
        await Filter(access.VisibleTo(user), query).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancellationToken);

    private IQueryable<WorkflowInstance> Filter(IQueryable<WorkflowInstance> rows, InstanceQuery query)
    {
        foreach (var word in (query.Words ?? "").Split([' ', '·'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(5))
        {
            rows = WithWord(rows, word);
        }

        if (query.Ids is { } ids)
        {
            rows = rows.Where(i => ids.Contains(i.Id));
        }

        if (query.DefinitionIds.Count > 0)
        {
            rows = rows.Where(i => query.DefinitionIds.Contains(i.DefinitionId));
        }

        if (query.Version is { } version)
        {
            rows = rows.Where(i => i.DefinitionVersion == version);
        }

        if (query.CorrelationIds.Count > 0)
        {
            var texts = query.CorrelationIds;
            var caseIds = texts.Select(static t => Guid.TryParse(t, out var id) ? new CaseId(id) : (CaseId?)null).OfType<CaseId>().ToList();
            rows = rows.Where(i => texts.Contains(i.CorrelationId!) || (i.CaseId != null && caseIds.Contains(i.CaseId.Value))
                || db.Cases.Any(c => c.Id == i.CaseId && texts.Contains(c.Reference)));
        }

        if (query.HasIncidents is { } hasIncidents)
        {
            rows = rows.Where(i => i.OpenIncidents > 0 == hasIncidents);
        }

        if (query.IsAlterable)
        {
            rows = rows.Where(i => i.Status == WorkflowStatus.Running || i.SubStatus == WorkflowSubStatus.Faulted);
        }

        if (query.Statuses.Count > 0)
        {
            rows = rows.Where(i => query.Statuses.Contains(i.Status));
        }

        if (query.SubStatuses.Count > 0)
        {
            rows = rows.Where(i => query.SubStatuses.Contains(i.SubStatus));
        }

        return query.Moments.Aggregate(rows, static (left, moment) => left.Where(ConditionOf(moment)));
    }

    private IQueryable<WorkflowInstance> WithWord(IQueryable<WorkflowInstance> rows, string word)
    {
        if (Guid.TryParse(word, out var guid))
        {
            var id = new WorkflowInstanceId(guid);
            var caseId = new CaseId(guid);
            return rows.Where(i => i.Id == id || i.CaseId == caseId);
        }

        var part = TextSearch.Part(word);
        var named = catalogue.NamedLike(word);
        return rows.Where(i => named.Contains(i.DefinitionId)
            || TextSearch.Matches(i.DefinitionId, part)
            || TextSearch.Matches(i.CorrelationId, part)
            || (i.CaseId == null && TextSearch.Matches(i.Name, part))
            || db.Cases.Any(c => c.Id == i.CaseId && TextSearch.Matches(c.Reference, part)));
    }

    private IQueryable<WorkflowInstance> Sort(IQueryable<WorkflowInstance> rows, InstanceQuery query) => (query.Order, query.IsAscending) switch
    {
        (InstanceOrder.UpdatedAt, true) => rows.OrderBy(i => i.UpdatedAt).ThenBy(i => i.Id),
        (InstanceOrder.UpdatedAt, false) => rows.OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id),
        (InstanceOrder.Finished, true) => rows.OrderBy(i => i.FinishedAt).ThenBy(i => i.Id),
        (InstanceOrder.Finished, false) => rows.OrderByDescending(i => i.FinishedAt).ThenByDescending(i => i.Id),
        (InstanceOrder.Name, true) => rows.OrderBy(i => db.Cases.Where(c => c.Id == i.CaseId).Select(c => c.Reference).FirstOrDefault()).ThenBy(i => i.DefinitionId).ThenBy(i => i.Id),
        (InstanceOrder.Name, false) => rows.OrderByDescending(i => db.Cases.Where(c => c.Id == i.CaseId).Select(c => c.Reference).FirstOrDefault())
            .ThenByDescending(i => i.DefinitionId).ThenByDescending(i => i.Id),
        (_, true) => rows.OrderBy(i => i.CreatedAt).ThenBy(i => i.Id),
        _ => rows.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id),
    };

    private static Expression<Func<WorkflowInstance, bool>> ConditionOf(InstanceMoment moment)
    {
        var row = Expression.Parameter(typeof(WorkflowInstance), "i");
        var left = Expression.Convert(Expression.Property(row, moment.Column.ToString()), typeof(DateTimeOffset?));
        var right = Expression.Constant((DateTimeOffset?)moment.At.ToUniversalTime(), typeof(DateTimeOffset?));
        var compared = moment.Comparison switch
        {
            Comparison.Is => Expression.Equal(left, right),
            Comparison.IsNot => Expression.NotEqual(left, right),
            Comparison.GreaterThan => Expression.GreaterThan(left, right),
            Comparison.GreaterThanOrEqual => Expression.GreaterThanOrEqual(left, right),
            Comparison.LessThan => Expression.LessThan(left, right),
            _ => Expression.LessThanOrEqual(left, right),
        };
        return Expression.Lambda<Func<WorkflowInstance, bool>>(compared, row);
    }
}
