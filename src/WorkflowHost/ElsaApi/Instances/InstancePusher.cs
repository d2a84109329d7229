using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Sends the viewers of an instance its new numbers after each commit that changed it; several changes at once are sent once.</summary>
internal sealed class InstancePusher(
    InstanceChanges changes, IHubContext<InstanceHub> hub, ContextOptions options, DefinitionCatalogue catalogue, ILogger<InstancePusher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await changes.Changed.WaitToReadAsync(stoppingToken))
        {
            HashSet<WorkflowInstanceId> changed = [];

            while (changes.Changed.TryRead(out var id))
            {
                changed.Add(id);
            }

            foreach (var id in changed)
            {
                try
                {
                    await PushAsync(id, stoppingToken);
                }
#pragma warning disable CA1031 // A viewer that is not told reads for itself; the next change must still be told.
                catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    Log.PushFailed(logger, id.Value, failure);
                }
            }
        }
    }

    private async Task PushAsync(WorkflowInstanceId id, CancellationToken cancellationToken)
    {
        await using var db = new IpDbContext(options.Default);

        if (await db.WorkflowInstances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } row)
        {
            return;
        }

        var history = await InstanceHistory.ReadAsync(db, row, catalogue.Require(row.DefinitionId, row.DefinitionVersion), cancellationToken);
        var viewers = hub.Clients.Group(id.ToString());
        await viewers.SendAsync("ActivityExecutionLogUpdatedAsync", new WireReport([.. history.Stats().Select(WireStats.Of)]), cancellationToken);
        await viewers.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, cancellationToken);
        await viewers.SendAsync("WorkflowInstanceUpdatedAsync", new { WorkflowInstanceId = id.ToString() }, cancellationToken);
    }
}
