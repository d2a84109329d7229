using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Completion, cancellation and failure of activity executions, in the order in which Elsa lets them happen.</summary>
internal sealed partial class InstanceRun
{
    private bool hasTerminated;

    /// <summary>The innermost execution whose completion its container failed to take, while that failure is on its way out.</summary>
    private ActivityExecution? failedReport;

    /// <summary>The outcomes that a Complete asked the nearest workflow to end with.</summary>
    public OutcomeSet? CompositeOutcomes { get; set; }

    public void Complete(ActivityExecution execution, OutcomeSet outcomes)
    {
        if (execution.Status != ExecutionStatus.Running)
        {
            return;
        }

        foreach (var child in execution.Children.ToList())
        {
            CancelDownwards(child);
        }

        // Elsa lets what is scheduled inside run after its container has ended; ours does not begin what nobody waits for any more.
        Withdraw(execution);

        // No second look at the status: cancelling the last child may already have completed a flowchart, and Elsa's journal then has it twice.
        execution.Status = ExecutionStatus.Completed;
        execution.CompletedWith = outcomes.Names;
        AddJournal(execution, "Completed", outcomes.Names);
        Report(execution, outcomes);
        CloseWaits(execution, WaitCloseReason.Canceled);
        Forget(execution);
    }

    /// <summary>What has ended is not looked at again, and long loops must not pay for it.</summary>
    private void Forget(ActivityExecution execution)
    {
        if (execution.Owner is { } owner)
        {
            owner.Children.Remove(execution);
            Executions.Remove(execution);
        }
    }

    private void Report(ActivityExecution execution, OutcomeSet outcomes)
    {
        if (hasTerminated || execution.IsReported || execution.Owner is not { Status: ExecutionStatus.Running } owner)
        {
            return;
        }

        execution.IsReported = true;

        try
        {
            owner.Activity.ChildCompleted(new ActivityContext(this, owner), execution, outcomes);
        }
        catch
        {
            failedReport ??= execution;
            throw;
        }
    }

    /// <summary>Cancels first the execution, then what it contains: how a completing container clears up.</summary>
    public void CancelDownwards(ActivityExecution execution)
    {
        if (execution.IsCompleted)
        {
            return;
        }

        Withdraw(execution);
        MarkCanceled(execution);

        foreach (var child in execution.Children.ToList())
        {
            CancelDownwards(child);
        }
    }

    /// <summary>Cancels first what the execution contains, then itself: how joins and loops clear up.</summary>
    public void CancelUpwards(ActivityExecution execution)
    {
        if (execution.IsCompleted)
        {
            return;
        }

        Withdraw(execution);
        execution.IsCanceling = true;

        foreach (var child in execution.Children.ToList())
        {
            CancelUpwards(child);
        }

        MarkCanceled(execution);
    }

    private void Withdraw(ActivityExecution owner)
    {
        for (var item = queue.First; item is not null;)
        {
            var next = item.Next;

            if (item.Value.Owner == owner)
            {
                queue.Remove(item);
            }

            item = next;
        }
    }

    private void MarkCanceled(ActivityExecution execution)
    {
        execution.Status = ExecutionStatus.Canceled;
        CallCancel(execution);
        CloseWaits(execution, WaitCloseReason.Canceled);
        AddJournal(execution, "Canceled");

        // Elsa tells every flowchart further out, which fails in those that do not know the activity; ours tells the one that does.
        if (execution.Owner is { Status: ExecutionStatus.Running, IsCanceling: false } owner)
        {
            owner.Activity.ChildCanceled(new ActivityContext(this, owner), execution);
        }

        if (execution.Children.Count == 0)
        {
            Forget(execution);
        }
    }

    private void CallCancel(ActivityExecution execution)
    {
        if (!Surroundings.Faults.Any(f => f.ExecutionId == execution.Id))
        {
            execution.Activity.Cancel(new ActivityContext(this, execution));
        }
    }

    private void Fault(ActivityExecution execution, Exception fault)
    {
        // When the activity itself was done and a container further out failed to go on, a retry must begin there.
        var failed = failedReport ?? execution;
        failedReport = null;
        failed.Status = ExecutionStatus.Faulted;

        if (failed != execution)
        {
            execution.Status = ExecutionStatus.Completed;
            Forget(execution);
        }

        var node = execution.Node;
        var incident = new Incident(
            ++state.LastIncidentId, failed.Id, node.Id, node.Name, node.Type, node.NodeId, Describe(fault), (fault as ActivityFaultException)?.Code, Surroundings.Now);
        state.OpenIncidents.Add(incident);
        Issue(new RaiseIncident(incident) { ExecutionId = execution.Id, NodeId = node.NodeId, ActivityId = node.Id });

        if (definition.IncidentStrategy == IncidentStrategy.ContinueWithIncidents)
        {
            CloseWaits(execution, WaitCloseReason.Canceled);
        }
        else if (state.Status == WorkflowStatus.Running)
        {
            End(WorkflowSubStatus.Faulted);
        }
    }

    private static string Describe(Exception fault) => fault switch
    {
        ScriptSyntaxException syntax => $"{syntax.Message} (line {syntax.Line}, column {syntax.Column})",
        _ => fault.Message,
    };

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

    /// <summary>Tells the activities around a Break, innermost first, until the loop is found.</summary>
    public void RequestBreak(ActivityExecution sender)
    {
        foreach (var execution in sender.SelfAndAncestors())
        {
            if (execution.Activity.BreakRequested(new ActivityContext(this, execution)))
            {
                return;
            }
        }
    }

    /// <summary>Tells the activities around a Complete, innermost first, until the workflow is found.</summary>
    public void RequestCompositeCompletion(ActivityExecution sender, OutcomeSet outcomes)
    {
        foreach (var execution in sender.SelfAndAncestors().ToList())
        {
            if (execution.Activity.CompositeCompletionRequested(new ActivityContext(this, execution), sender, outcomes))
            {
                return;
            }
        }
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
