using IndividualPlan.Workflows.Engine.Activities;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>What leaders do to an instance by hand: another value, a step called off or begun, another version.</summary>
internal sealed partial class InstanceRun
{
    /// <summary>The line of the journal that says that the instance was moved to another version, or back.</summary>
    internal const string MigratedEvent = "Migrated";

    /// <summary>Moves the instance, which is bound to the new version already.</summary>
    public AdvanceResult Migrate(WorkflowDefinition from, IReadOnlySet<string> done)
    {
        try
        {
            AddJournal(Executions.First(static e => e.OwnerId == 0), MigratedEvent);

            foreach (var execution in Executions.Where(static e => !e.IsCompleted).ToList())
            {
                DeclareNewVariables(execution);

                if (execution.Activity is Flowchart && from.FindNode(execution.NodeKey) is { } old)
                {
                    Flowchart.Migrate(new ActivityContext(this, execution), old, done);
                }
            }

            if (state.Status == WorkflowStatus.Running)
            {
                Drain();
            }
            else
            {
                // It stands still with a failed step; what the new drawing sets going waits for the retry.
                KeepForLater();
            }

            return Conclude();
        }
        finally
        {
            scripts?.Release();
        }
    }

    /// <summary>The instance stands again as it did before it was moved; only its journal tells.</summary>
    public AdvanceResult TakeBack()
    {
        AddJournal(Executions.First(static e => e.OwnerId == 0), MigratedEvent);

        return Conclude();
    }

    private bool ModifyVariable(Stimulus.ModifyVariable modify)
    {
        if (HasEndedForGood)
        {
            return false;
        }

        foreach (var execution in Executions)
        {
            var variable = execution.Node.Variables.FirstOrDefault(v => v.Id == modify.VariableId) ?? execution.Node.Variables.FirstOrDefault(v => v.Name == modify.VariableId);

            if (variable is not null && execution.Variables?.ContainsKey(variable.Name) == true)
            {
                execution.Variables[variable.Name] = Convert(variable, modify.Value?.DeepClone());
                return true;
            }
        }

        return false;
    }

    private bool CancelActivity(string activityId)
    {
        // The workflow and the container that is its drawing are not steps: calling those off is calling off the instance.
        var executions = Executions
            .Where(e => e.Node.Id == activityId && e.Owner is { OwnerId: not 0 } && (e.Status is ExecutionStatus.Running or ExecutionStatus.Faulted)).ToList();

        if (HasEndedForGood || executions.Count == 0)
        {
            return false;
        }

        foreach (var execution in executions)
        {
            foreach (var incident in state.OpenIncidents.Where(i => i.ExecutionId == execution.Id).ToList())
            {
                state.OpenIncidents.Remove(incident);
                Issue(new ResolveIncident(incident.Id) { ExecutionId = execution.Id, NodeId = incident.NodeId, ActivityId = incident.ActivityId });
            }
        }

        var mayGoOn = state.OpenIncidents.Count == 0 || definition.IncidentStrategy == IncidentStrategy.ContinueWithIncidents;

        if (mayGoOn)
        {
            (state.Status, state.SubStatus) = (WorkflowStatus.Running, WorkflowSubStatus.Executing);
        }

        executions.ForEach(CancelUpwards);

        if (mayGoOn)
        {
            RestoreWork();
            Drain();
        }
        else
        {
            KeepForLater();
        }

        return true;
    }

    private bool ScheduleActivity(string activityId)
    {
        if (state.Status != WorkflowStatus.Running || definition.FindActivity(activityId) is not { Parent: { } container } node)
        {
            return false;
        }

        var owner = Executions.Find(e => e.Node == container && e.Status == ExecutionStatus.Running && e.Activity is Flowchart);

        if (owner is null || owner.Children.Exists(e => e.Node == node && !e.IsCompleted))
        {
            return false;
        }

        Schedule(new WorkItem(node, owner));
        Drain();
        return true;
    }

    private bool HasEndedForGood => state.Status == WorkflowStatus.Finished && state.SubStatus != WorkflowSubStatus.Faulted;

    private void KeepForLater()
    {
        foreach (var item in queue)
        {
            state.PendingWork.Add(new StoredWork(item.Node.Key, item.Owner?.Id ?? 0, item.IsByBackwardConnection, Copy(item.Variables)));
        }

        queue.Clear();
    }

    private static void DeclareNewVariables(ActivityExecution execution)
    {
        foreach (var variable in execution.Node.Variables.Where(v => execution.Variables?.ContainsKey(v.Name) != true))
        {
            (execution.Variables ??= [])[variable.Name] = variable.Value;
        }
    }
}
