using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>The queue: first in, first out; everything that is scheduled runs before the instance rests.</summary>
internal sealed partial class InstanceRun
{
    private const int RememberedSteps = 64;

    private readonly LinkedList<WorkItem> queue = [];

    private readonly Queue<string> recentSteps = new(RememberedSteps);

    private int steps;

    private int emptyChildren;

    public IEnumerable<WorkItem> Scheduled => queue;

    public JsonNode? TriggerPayload { get; private set; }

    public void Schedule(WorkItem item) => queue.AddLast(item);

    /// <summary>Schedules a child; where there is none, the owner goes on as if it had completed.</summary>
    public void ScheduleChild(ActivityExecution owner, ActivityNode? child, IReadOnlyList<KeyValuePair<string, JsonNode?>>? variables = null)
    {
        if (child is not null)
        {
            Schedule(new WorkItem(child, owner) { Variables = variables });
            return;
        }

        if (++emptyChildren > 200)
        {
            throw new ActivityFaultException("The loop has no body, and never ends.");
        }

        owner.Activity.ChildCompleted(new ActivityContext(this, owner), null, OutcomeSet.Default);
    }

    private void Drain()
    {
        while (queue.First is { } first)
        {
            queue.RemoveFirst();

            if (++steps > engine.Options.MaxStepsPerAdvance)
            {
                StopAtLimit(first.Value);
                break;
            }

            if (recentSteps.Count == RememberedSteps)
            {
                recentSteps.Dequeue();
            }

            recentSteps.Enqueue(first.Value.Node.DisplayName);
            emptyChildren = 0;
            Invoke(Create(first.Value), null, null);
        }

        EndBurst();
    }

    private void EndBurst()
    {
        foreach (var execution in Executions)
        {
            execution.EvaluatedInputs = null;
        }

        burstOutputs = null;

        if (state.Status == WorkflowStatus.Running)
        {
            if (Executions.TrueForAll(static e => e.IsCompleted))
            {
                End(WorkflowSubStatus.Finished);
            }
            else if (state.OpenIncidents.Count == 0 || state.OpenWaits.Exists(IsLive))
            {
                state.SubStatus = WorkflowSubStatus.Suspended;
            }
            else
            {
                End(definition.IncidentStrategy == IncidentStrategy.Fault ? WorkflowSubStatus.Faulted : WorkflowSubStatus.Finished);
            }
        }

        if (state.Status == WorkflowStatus.Finished && state.SubStatus != WorkflowSubStatus.Faulted)
        {
            DropEverything(WaitCloseReason.Canceled);
        }
    }

    private void End(WorkflowSubStatus subStatus)
    {
        state.Status = WorkflowStatus.Finished;
        state.SubStatus = subStatus;
    }

    /// <summary>The instance rests with the activity that was next as the failed one; a retry goes on from exactly there.</summary>
    private void StopAtLimit(WorkItem next)
    {
        var loop = string.Join(", ", recentSteps.Distinct().Order(StringComparer.Ordinal));
        var execution = Create(next);
        AddJournal(execution, "Faulted");
        Fault(execution, new ActivityFaultException(
            $"The flow ran {engine.Options.MaxStepsPerAdvance} activities without waiting for anything, so it seems to go round for ever in: {loop}."));

        foreach (var item in queue)
        {
            state.PendingWork.Add(new StoredWork(item.Node.Key, item.Owner?.Id ?? 0, item.IsByBackwardConnection, Copy(item.Variables)));
        }

        queue.Clear();
        state.Status = WorkflowStatus.Finished;
        state.SubStatus = WorkflowSubStatus.Faulted;
    }

    private static OrderedDictionary<string, JsonNode?>? Copy(IReadOnlyList<KeyValuePair<string, JsonNode?>>? variables) =>
        variables is null ? null : new OrderedDictionary<string, JsonNode?>(variables);

    private ActivityExecution Create(WorkItem item)
    {
        var execution = new ActivityExecution
        {
            Id = ++state.LastExecutionId,
            OwnerId = item.Owner?.Id ?? 0,
            NodeKey = item.Node.Key,
            IsByBackwardConnection = item.IsByBackwardConnection,
            Node = item.Node,
            Owner = item.Owner,
            Activity = FindActivity(item.Node),
            Definition = item.Owner is null ? definition : DefinitionInside(item.Owner),
            Variables = Copy(item.Variables),
        };
        Executions.Add(execution);
        item.Owner?.Children.Add(execution);

        return execution;
    }

    private Activity FindActivity(ActivityNode node) =>
        engine.Catalogue.Find(node.Type) ?? (IsWorkflowAsActivity(node) ? WorkflowAsActivity.Instance : UnknownActivity.Instance);

    private void Invoke(ActivityExecution execution, Wait? resumed, JsonNode? payload)
    {
        AddJournal(execution, IsWaitedAt(execution.Node) ? "Resumed" : "Started");
        var mark = commands.Count;

        try
        {
            var context = new ActivityContext(this, execution);

            if (Surroundings.Faults.Count > 0 && Surroundings.Faults.FirstOrDefault(f => f.ExecutionId == execution.Id) is { } forced)
            {
                throw new ActivityFaultException(forced.Message);
            }

            if (resumed is null)
            {
                DeclareVariables(execution);
                EvaluateInputs(execution);
                execution.Activity.Execute(context);
            }
            else
            {
                CloseWait(resumed, WaitCloseReason.Resumed);
                execution.Activity.Resume(context, resumed, payload);
            }

            if (execution.Status == ExecutionStatus.Running && IsWaitedAt(execution.Node))
            {
                AddJournal(execution, "Suspended");
            }
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            if (resumed is not null && !state.OpenWaits.Contains(resumed))
            {
                Reopen(resumed, mark);
            }

            AddJournal(execution, "Faulted");
            Fault(execution, e);
        }
    }

    /// <summary>A failing resumption leaves its wait recorded, as Elsa does; nothing resumes it until a retry.</summary>
    private void Reopen(Wait wait, int mark)
    {
        var index = state.OpenWaits.FindIndex(w => w.Id > wait.Id);
        state.OpenWaits.Insert(index < 0 ? state.OpenWaits.Count : index, wait);
        var close = commands.FindIndex(mark, c => c is CloseWait closed && closed.WaitId == wait.Id);

        if (close >= 0)
        {
            commands.RemoveAt(close);
        }
    }

    private void EvaluateInputs(ActivityExecution execution)
    {
        var expressions = execution.Node.Expressions;

        for (var i = 0; i < expressions.Count; i++)
        {
            if (!execution.Activity.LazyInputs.Contains(expressions[i].Name))
            {
                GetInput(execution, expressions[i].Name);
            }
        }
    }

    public JsonNode? GetInput(ActivityExecution execution, string name)
    {
        var input = execution.Node.FindInput(name);

        if (input is null)
        {
            return null;
        }

        if (input.Expression.Type == "Literal")
        {
            return input.Expression.Value;
        }

        if (execution.EvaluatedInputs?.TryGetValue(name, out var known) == true)
        {
            return known;
        }

        try
        {
            var value = Evaluate(execution, input.Expression);

            if (!execution.Activity.LazyInputs.Contains(name))
            {
                (execution.EvaluatedInputs ??= new(StringComparer.Ordinal))[name] = value;
            }

            return value;
        }
        catch (Exception e) when (e is FormatException or ScriptFaultException or ScriptSyntaxException)
        {
            throw new ActivityFaultException($"Failed to evaluate activity input '{name}': {e.Message}", e);
        }
    }
}
