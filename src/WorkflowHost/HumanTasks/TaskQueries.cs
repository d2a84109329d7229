using System.Runtime.CompilerServices;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Queries of the path that every completion takes.</summary>
internal static class TaskQueries
{
    // A compiled query belongs to the model that it first ran on; hosts on SQLite and on PostgreSQL in one process have one each.
    private static readonly ConditionalWeakTable<IModel, Func<IpDbContext, HumanTaskId, CancellationToken, Task<TaskAndInstance?>>> WithInstance = [];

    /// <summary>Loads a task together with its instance, which the runner then finds without asking the database again.</summary>
    public static async Task<HumanTask?> LoadWithInstanceAsync(IpDbContext db, HumanTaskId id, CancellationToken cancellationToken) =>
        (await WithInstance.GetValue(db.Model, static _ => Compile())(db, id, cancellationToken))?.Task;

    private static Func<IpDbContext, HumanTaskId, CancellationToken, Task<TaskAndInstance?>> Compile() =>
        EF.CompileAsyncQuery((IpDbContext db, HumanTaskId id, CancellationToken cancellationToken) =>
            db.HumanTasks.AsTracking().Where(t => t.Id == id)
                .Join(db.WorkflowInstances.AsTracking(), t => t.InstanceId, i => i.Id, (t, i) => new TaskAndInstance(t, i))
                .FirstOrDefault());

    private sealed record TaskAndInstance(HumanTask Task, WorkflowInstance Instance);
}
