using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Waits and the journal.</summary>
internal sealed partial class InstanceRun
{
    public int OpenWait(ActivityExecution execution, WaitKind kind, string? name, DateTimeOffset? dueAt, string? tag, JsonNode? payload)
    {
        var node = execution.Node;
        var wait = new Wait(++state.LastWaitId, kind, name, dueAt?.ToUniversalTime(), node.Id, node.NodeId, node.Type, execution.Id, tag);
        state.OpenWaits.Add(wait);
        Issue(new OpenWait(wait) { Payload = payload?.DeepClone(), ExecutionId = execution.Id, NodeId = node.NodeId, ActivityId = node.Id });

        return wait.Id;
    }

    public void CloseWait(Wait wait, WaitCloseReason reason)
    {
        if (!state.OpenWaits.Remove(wait))
        {
            return;
        }

        Issue(new CloseWait(wait.Id, reason) { ExecutionId = wait.ExecutionId, NodeId = wait.NodeId, ActivityId = wait.ActivityId });

        if (wait.Kind == WaitKind.Child && reason != WaitCloseReason.Resumed)
        {
            Issue(new CancelChild(wait.Id) { ExecutionId = wait.ExecutionId, NodeId = wait.NodeId, ActivityId = wait.ActivityId });
        }
    }

    public void CloseWaits(ActivityExecution execution, WaitCloseReason reason)
    {
        for (var i = state.OpenWaits.Count - 1; i >= 0; i--)
        {
            if (state.OpenWaits[i].ExecutionId == execution.Id)
            {
                CloseWait(state.OpenWaits[i], reason);
            }
        }
    }

    public IReadOnlyList<Wait> WaitsOf(ActivityExecution execution) => [.. state.OpenWaits.Where(w => w.ExecutionId == execution.Id)];

    /// <summary>Whether any execution of the activity waits. Elsa asks by activity, not by execution, and writes its journal accordingly.</summary>
    private bool IsWaitedAt(ActivityNode node)
    {
        foreach (var wait in state.OpenWaits)
        {
            if (wait.NodeId == node.NodeId)
            {
                return true;
            }
        }

        return false;
    }

    private void AddJournal(ActivityExecution execution, string what, IReadOnlyList<string>? outcomes = null)
    {
        var node = execution.Node;
        var entry = new JournalEntry(
            what, node.Id, node.Type, node.Version, node.NodeId, node.Name, execution.Id, execution.Owner?.Id, outcomes, Surroundings.Now);
        Issue(new Journal(entry) { ExecutionId = execution.Id, NodeId = node.NodeId, ActivityId = node.Id });
    }
}
