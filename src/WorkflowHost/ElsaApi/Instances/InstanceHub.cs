using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.SignalR;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Lets an open viewer follow an instance. Whoever may not read the instance may not follow it either, and what is told holds numbers and ids only.</summary>
internal sealed class InstanceHub(InstanceAccess access, InstanceChanges changes) : Hub
{
    /// <summary>The name is Elsa's; clients call it.</summary>
    /// <exception cref="HubException">No such instance, or not for this user.</exception>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        if (!Guid.TryParse(instanceId, out var guid))
        {
            throw new HubException(Refusal.NotFound().Detail.In(Language));
        }

        var id = new WorkflowInstanceId(guid);
        var opening = await access.OpenAsync(CurrentUser.From(Context.User!), id, null, new CallReason(null), Context.ConnectionAborted);

        if (opening is InstanceOpening.Refused refused)
        {
            throw new HubException(refused.Refusal.Detail.In(Language));
        }

        if (Watched.Add(id))
        {
            changes.Watch(id);
            await Groups.AddToGroupAsync(Context.ConnectionId, id.ToString());
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var id in Watched)
        {
            changes.Unwatch(id);
        }

        return base.OnDisconnectedAsync(exception);
    }

    private string Language => Context.GetHttpContext() is { } http ? RequestLanguage.Of(http.Request) : RequestLanguage.Default;

    /// <summary>What this connection watches.</summary>
    private HashSet<WorkflowInstanceId> Watched
    {
        get
        {
            if (Context.Items[nameof(Watched)] is not HashSet<WorkflowInstanceId> watched)
            {
                Context.Items[nameof(Watched)] = watched = [];
            }

            return watched;
        }
    }
}
