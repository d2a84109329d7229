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
}
