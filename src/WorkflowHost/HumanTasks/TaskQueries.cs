using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Queries of the path that every completion takes.</summary>
internal static class TaskQueries
{
    private static readonly Func<IpDbContext, HumanTaskId, CancellationToken, Task<TaskAndInstance?>> WithInstance =
        EF.CompileAsyncQuery((IpDbContext db, HumanTaskId id, CancellationToken cancellationToken) =>
            db.HumanTasks.AsTracking().Where(t => t.Id == id)
                .Join(db.WorkflowInstances.AsTracking(), t => t.InstanceId, i => i.Id, (t, i) => new TaskAndInstance(t, i))
                .FirstOrDefault());

    /// <summary>Loads a task together with its instance, which the runner then finds without asking the database again.</summary>
    public static async Task<HumanTask?> LoadWithInstanceAsync(IpDbContext db, HumanTaskId id, CancellationToken cancellationToken) =>
        (await WithInstance(db, id, cancellationToken))?.Task;

    private sealed record TaskAndInstance(HumanTask Task, WorkflowInstance Instance);
}
