using System.Text.Json.Serialization;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>A step at which an instance stands.</summary>
/// <param name="ActivityId">The activity's id in the drawing.</param>
/// <param name="NodeId">Where in the drawing it stands.</param>
/// <param name="Name">What people read on the drawing.</param>
/// <param name="SinceAt">When the step began.</param>
/// <param name="Kind">What it waits for; a task that also reminds waits for the task.</param>
/// <param name="DueAt">When a step that waits for a point in time goes on; null for others.</param>
/// <param name="DueOn">When a task should be done; null for others.</param>
/// <param name="TaskId">The task; null for others.</param>
internal sealed record WaitingStep(
    string ActivityId, string NodeId, string Name, [property: JsonPropertyName("since")] DateTimeOffset SinceAt, WaitKind Kind, DateTimeOffset? DueAt, DateOnly? DueOn, HumanTaskId? TaskId);

/// <summary>Tells where instances wait, since when and for what. The caller has been let in to see them.</summary>
internal sealed class WhereItWaits(IpDbContext db, DefinitionCatalogue catalogue)
{
    /// <summary>Where the running flows of a case wait, by instance; one that waits for nothing is not there.</summary>
    public async Task<IReadOnlyDictionary<WorkflowInstanceId, IReadOnlyList<WaitingStep>>> OfCaseAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var rows = await db.WorkflowInstances.AsNoTracking().Where(i => i.CaseId == caseId && i.Status == WorkflowStatus.Running).ToListAsync(cancellationToken);
        var tasks = await db.HumanTasks.AsNoTracking().Where(t => t.CaseId == caseId && t.EndedAt == null).ToListAsync(cancellationToken);
        var steps = new Dictionary<WorkflowInstanceId, IReadOnlyList<WaitingStep>>();

        foreach (var row in rows)
        {
            if (await OfAsync(row, tasks, cancellationToken) is { Count: > 0 } waiting)
            {
                steps.Add(row.Id, waiting);
            }
        }

        return steps;
    }

    /// <summary>Where one instance waits, the longest waiting first.</summary>
    public async Task<IReadOnlyList<WaitingStep>> OfInstanceAsync(WorkflowInstanceId id, CancellationToken cancellationToken)
    {
        if (await db.WorkflowInstances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.Status == WorkflowStatus.Running, cancellationToken) is not { } row)
        {
            return [];
        }

        var tasks = await db.HumanTasks.AsNoTracking().Where(t => t.InstanceId == id && t.EndedAt == null).ToListAsync(cancellationToken);
        return await OfAsync(row, tasks, cancellationToken);
    }

    private async Task<IReadOnlyList<WaitingStep>> OfAsync(WorkflowInstance row, List<HumanTask> tasks, CancellationToken cancellationToken)
    {
        var definition = catalogue.Require(row.DefinitionId, row.DefinitionVersion);
        var history = await InstanceHistory.ReadAsync(db, row, definition, cancellationToken);
        var failed = WorkflowStateJson.Read(row.State).Incidents.Select(static i => i.ExecutionId).ToHashSet();

        return [.. WorkflowStateJson.Read(row.State).Waits.Where(w => !failed.Contains(w.ExecutionId)).GroupBy(static w => w.ExecutionId).Select(waits =>
        {
            var first = waits.FirstOrDefault(static w => w.Kind == WaitKind.Task) ?? waits.FirstOrDefault(static w => w.Kind != WaitKind.Timer) ?? waits.First();
            var step = history.Step(waits.Key);
            var node = step is null ? null : history.NodeOf(step);
            var task = first.Kind == WaitKind.Task ? tasks.Find(t => t.InstanceId == row.Id && t.WaitId == first.Id) : null;
            return new WaitingStep(
                first.ActivityId, first.NodeId, IncidentWords.StepName(node ?? IncidentWords.NodeAt(definition, first.NodeId, first.ActivityId), step?.Name, first.ActivityId),
                step?.StartedAt ?? row.UpdatedAt, first.Kind, first.Kind == WaitKind.Task ? null : waits.Min(static w => w.DueAt), task?.DueOn, task?.Id);
        }).OrderBy(static w => w.SinceAt)];
    }
}
