using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>The end of the whole instance, its cancellation, and its second chance after an incident.</summary>
internal sealed partial class InstanceRun
{
    /// <summary>Finish: nothing that is scheduled or waited for matters any more.</summary>
    public void Terminate()
    {
        hasTerminated = true;
        queue.Clear();

        foreach (var wait in state.OpenWaits.ToList())
        {
            CloseWait(wait, WaitCloseReason.Canceled);
        }

        if (state.Status == WorkflowStatus.Finished)
        {
            throw new ActivityFaultException($"Cannot transition from {state.SubStatus} to Finished");
        }

        End(WorkflowSubStatus.Finished);
    }

    private bool CancelInstance()
    {
        if (state.Status == WorkflowStatus.Finished && state.SubStatus != WorkflowSubStatus.Faulted)
        {
            return false;
        }

        foreach (var execution in Executions.Where(static e => e.Status == ExecutionStatus.Running).Reverse().ToList())
        {
            CallCancel(execution);
        }

        foreach (var incident in state.OpenIncidents)
        {
            Issue(new ResolveIncident(incident.Id) { ExecutionId = incident.ExecutionId, NodeId = incident.NodeId, ActivityId = incident.ActivityId });
        }

        state.OpenIncidents.Clear();
        End(WorkflowSubStatus.Cancelled);
        DropEverything(WaitCloseReason.InstanceCancelled);

        return true;
    }

    /// <summary>The instance has ended for good: nothing may be left that waits or seems to run. Incidents stay, for those who look back.</summary>
    private void DropEverything(WaitCloseReason reason)
    {
        foreach (var wait in state.OpenWaits.ToList())
        {
            CloseWait(wait, reason);
        }

        foreach (var execution in Executions)
        {
            if (!execution.IsCompleted && execution.OwnerId != 0)
            {
                Issue(new DropExecution { ExecutionId = execution.Id, NodeId = execution.Node.NodeId, ActivityId = execution.Node.Id });
            }

            if (execution.OwnerId == 0)
            {
                state.FinalVariables = execution.Variables;
            }
        }

        Executions.Clear();
        state.PendingWork.Clear();
        state.LastOutputs.Clear();
        state.LastResult = null;
    }

    private bool RetryIncident(int incidentId)
    {
        var incident = state.OpenIncidents.Find(i => i.Id == incidentId);
        var execution = incident is null ? null : FindExecution(incident.ExecutionId);

        if (incident is null || execution is not { Status: ExecutionStatus.Faulted })
        {
            return false;
        }

        state.OpenIncidents.Remove(incident);
        Issue(new ResolveIncident(incident.Id) { ExecutionId = execution.Id, NodeId = incident.NodeId, ActivityId = incident.ActivityId });
        state.Status = WorkflowStatus.Running;
        state.SubStatus = WorkflowSubStatus.Executing;

        foreach (var wait in state.OpenWaits.Where(w => !IsLive(w)).ToList())
        {
            CloseWait(wait, WaitCloseReason.Canceled);
        }

        if (execution.CompletedWith is { } outcomes)
        {
            ReportAgain(execution, new OutcomeSet(outcomes));
        }
        else
        {
            foreach (var child in execution.Children.ToList())
            {
                CancelUpwards(child);
            }

            execution.Status = ExecutionStatus.Running;
            execution.Local = null;
            execution.Flow = null;
            execution.IsBreaking = false;
            Invoke(execution, null, null);
        }

        RestoreWork();
        Drain();

        return true;
    }

    /// <summary>The activity had done its work; what failed came after it. Only that is tried again.</summary>
    private void ReportAgain(ActivityExecution execution, OutcomeSet outcomes)
    {
        execution.Status = ExecutionStatus.Completed;
        execution.IsReported = false;

        try
        {
            Report(execution, outcomes);
            Forget(execution);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            AddJournal(execution, "Faulted");
            Fault(execution, e);
        }
    }

    private void RestoreWork()
    {
        foreach (var work in state.PendingWork)
        {
            if (FindExecution(work.OwnerId) is { Status: ExecutionStatus.Running } owner && DefinitionInside(owner).FindNode(work.NodeKey) is { } node)
            {
                Schedule(new WorkItem(node, owner) { IsByBackwardConnection = work.IsByBackwardConnection, Variables = work.Variables?.ToList() });
            }
        }

        state.PendingWork.Clear();
    }
}
