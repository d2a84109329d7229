using System.Runtime.CompilerServices;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Verification;

/// <summary>What the engine remembers of an instance and the rows beside it say the same, so that no task or clock is lost and none is left over.</summary>
internal sealed class StateAgreesWithRows : Invariant
{
    private const int AtATime = 500;

    public override string Key => "state-agrees-with-rows";

    public override string Sentence => "For each thing that an instance's state waits for there is one open task or one wait, and for each of those a wait in the state; its status and incidents are those of the row.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The ids of all instances fit into memory; their states are read a few at a time.
        var ids = await db.WorkflowInstances.OrderBy(static i => i.Id).Select(static i => i.Id).ToListAsync(cancellationToken);

        foreach (var some in ids.Chunk(AtATime))
        {
            var instances = await db.WorkflowInstances.AsNoTracking().Where(i => some.Contains(i.Id)).ToListAsync(cancellationToken);
            var tasks = (await db.HumanTasks.Where(t => some.Contains(t.InstanceId) && t.EndedAt == null).Select(static t => new { t.InstanceId, t.WaitId }).ToListAsync(cancellationToken))
                .ToLookup(static t => t.InstanceId, static t => t.WaitId);
            var waits = (await db.Waits.Where(w => some.Contains(w.InstanceId)).Select(static w => new { w.InstanceId, w.WaitId, w.Kind }).ToListAsync(cancellationToken))
                .ToLookup(static w => w.InstanceId, static w => (w.WaitId, w.Kind));
            var incidents = (await db.Incidents.Where(i => some.Contains(i.InstanceId) && i.ResolvedAt == null).Select(static i => new { i.InstanceId, i.IncidentId }).ToListAsync(cancellationToken))
                .ToLookup(static i => i.InstanceId, static i => i.IncidentId);

            foreach (var instance in instances)
            {
                foreach (var found in Compare(instance, [.. tasks[instance.Id]], [.. waits[instance.Id]], [.. incidents[instance.Id]]))
                {
                    yield return $"instance {instance.Id}: {found}";
                }
            }
        }
    }

    private static IEnumerable<string> Compare(WorkflowInstance row, HashSet<int> tasks, HashSet<(int Id, WaitKind Kind)> waits, HashSet<int> incidents)
    {
        if (Read(row) is not { } state)
        {
            return ["its state cannot be read"];
        }

        return (state.Status, state.SubStatus) == (row.Status, row.SubStatus) ? Rest() : [$"state says {state.SubStatus}, row says {row.SubStatus}", .. Rest()];

        IEnumerable<string> Rest() =>
        [
            .. Differ("open task of wait", state.Waits.Where(static w => w.Kind == WaitKind.Task).Select(static w => w.Id), tasks),
            .. Differ("row of wait", state.Waits.Where(static w => w.Kind != WaitKind.Task).Select(static w => (w.Id, w.Kind)), waits),
            .. Differ("row of incident", state.Incidents.Select(static i => i.Id), incidents),
            .. row.OpenIncidents == incidents.Count ? Array.Empty<string>() : [$"{row.OpenIncidents} open incidents are counted, {incidents.Count} are there"],
        ];
    }

    private static IEnumerable<string> Differ<T>(string what, IEnumerable<T> inState, HashSet<T> rows)
    {
        var wanted = inState.ToHashSet();
        return wanted.Except(rows).Select(id => $"no {what} {id}").Concat(rows.Except(wanted).Select(id => $"left over: {what} {id}"));
    }

    private static WorkflowState? Read(WorkflowInstance row)
    {
        try
        {
            return WorkflowStateJson.Read(row.State);
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>A running instance waits for something or has stopped with a failure that someone is shown; otherwise nothing would ever move it again.</summary>
internal sealed class RunningWaitsForSomething : Invariant
{
    public override string Key => "running-waits";

    public override string Sentence => "Every running instance has a task, a wait or an open incident.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stuck = db.WorkflowInstances.Where(i => i.Status == WorkflowStatus.Running && i.OpenIncidents == 0
            && !db.HumanTasks.Any(t => t.InstanceId == i.Id && t.EndedAt == null) && !db.Waits.Any(w => w.InstanceId == i.Id));

        await foreach (var id in stuck.Select(static i => i.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"instance {id}";
        }
    }
}

/// <summary>An ended instance is at rest.</summary>
internal sealed class EndedIsAtRest : Invariant
{
    public override string Key => "ended-at-rest";

    public override string Sentence => "An instance has an end date exactly when it has ended; one that was finished or called off has no open task and no wait.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var restless = db.WorkflowInstances.Where(i => (i.Status == WorkflowStatus.Finished) != (i.FinishedAt != null)
            || ((i.SubStatus == WorkflowSubStatus.Finished || i.SubStatus == WorkflowSubStatus.Cancelled)
                && (db.HumanTasks.Any(t => t.InstanceId == i.Id && t.EndedAt == null) || db.Waits.Any(w => w.InstanceId == i.Id))));

        await foreach (var id in restless.Select(static i => i.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"instance {id}";
        }
    }
}

/// <summary>Who waits for a child has one that runs, and a child that someone waits for is waited for.</summary>
internal sealed class ParentsHaveTheirChildren : Invariant
{
    public override string Key => "parents-and-children";

    public override string Sentence => "For each wait for a child there is one child that has not ended well, and each child that runs for a parent is waited for.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var childless = db.Waits.Where(w => w.Kind == WaitKind.Child && !db.WorkflowInstances.Any(
            c => c.ParentId == w.InstanceId && c.ParentWaitId == w.WaitId && (c.Status == WorkflowStatus.Running || c.OpenIncidents > 0)));

        await foreach (var wait in childless.Select(static w => new { w.InstanceId, w.WaitId }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"instance {wait.InstanceId} waits with {wait.WaitId} for a child that is not there";
        }

        var parentless = db.WorkflowInstances.Where(c => c.ParentId != null && c.ParentWaitId != null && c.Status == WorkflowStatus.Running
            && !db.Waits.Any(w => w.InstanceId == c.ParentId && w.WaitId == c.ParentWaitId));

        await foreach (var id in parentless.Select(static i => i.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"instance {id} runs for a parent that does not wait for it";
        }
    }
}

/// <summary>An instance can always be gone on with on the drawing that it began on.</summary>
internal sealed class PinnedVersionIsThere : Invariant
{
    public override string Key => "pinned-version";

    public override string Sentence => "The version that an instance is pinned to is stored.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pins = db.WorkflowInstances.Select(static i => new { i.DefinitionId, Version = i.DefinitionVersion }).Distinct()
            .Where(p => !db.WorkflowDefinitions.Any(d => d.DefinitionId == p.DefinitionId && d.Version == p.Version));

        await foreach (var pin in pins.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"workflow {pin.DefinitionId} version {pin.Version}";
        }
    }
}
