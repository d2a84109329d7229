using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>One advance of one instance: works on a copy of the state and gathers commands.</summary>
internal sealed partial class InstanceRun
{
    private readonly WorkflowEngine engine;
    private readonly WorkflowDefinition definition;
    private readonly WorkflowState state;
    private readonly List<EngineCommand> commands = [];

    public InstanceRun(WorkflowEngine engine, WorkflowDefinition definition, WorkflowState state, Surroundings surroundings)
    {
        this.engine = engine;
        this.definition = definition;
        this.state = state;
        Surroundings = surroundings;
        Bind();
    }

    public Surroundings Surroundings { get; }

    public WorkflowState State => state;

    public WorkflowDefinition Definition => definition;

    public WorkflowEngine Engine => engine;

    private List<ActivityExecution> Executions => state.Executions;

    /// <summary>Lets the stimulus happen and runs until the instance waits or ends.</summary>
    /// <returns>Null when there was nothing for the stimulus to do.</returns>
    public AdvanceResult? Run(Stimulus stimulus)
    {
        try
        {
            return Happen(stimulus) ? Conclude() : null;
        }
        finally
        {
            scripts?.Release();
        }
    }

    public void Issue(EngineCommand command) => commands.Add(command);

    private bool Happen(Stimulus stimulus) => stimulus switch
    {
        Stimulus.Start start => Start(start),
        Stimulus.ResumeWait resume => Resume(FindLiveWait(w => w.Id == resume.WaitId), resume.Payload),
        Stimulus.ResumeActivity resume => Resume(FindLiveWait(w => w.ActivityId == resume.ActivityId), resume.Payload),
        Stimulus.EventReceived received => ReceiveEvent(received),
        Stimulus.RaiseFault fault => RaiseFault(FindLiveWait(w => w.Id == fault.WaitId), fault.Message),
        Stimulus.Cancel => CancelInstance(),
        Stimulus.RetryIncident retry => RetryIncident(retry.IncidentId),
        Stimulus.ModifyVariable modify => ModifyVariable(modify),
        Stimulus.CancelActivity cancel => CancelActivity(cancel.ActivityId),
        Stimulus.ScheduleActivity schedule => ScheduleActivity(schedule.ActivityId),
        _ => throw new ArgumentOutOfRangeException(nameof(stimulus)),
    };

    private AdvanceResult Conclude()
    {
        if (state.Status == WorkflowStatus.Finished)
        {
            Issue(new Finish(state.Status, state.SubStatus, state.Output));
        }

        if (Executions.Find(static e => e.OwnerId == 0) is { IsCompleted: true } root)
        {
            state.FinalVariables = root.Variables;
        }

        Executions.RemoveAll(static e => e.IsCompleted);

        return new AdvanceResult(state, commands);
    }

    /// <summary>Every stored execution finds its activity in the definition again.</summary>
    private void Bind()
    {
        foreach (var execution in Executions)
        {
            execution.Owner = execution.OwnerId == 0 ? null : Executions.Find(e => e.Id == execution.OwnerId)
                ?? throw new InvalidOperationException($"Execution {execution.Id} of '{execution.NodeKey}' has lost its container.");

            if (execution.Owner is null)
            {
                execution.Definition = definition;
                execution.Node = definition.Workflow;
            }
            else
            {
                BindInside(execution, execution.Owner);
            }

            execution.Activity = FindActivity(execution.Node);
        }
    }

    private void BindInside(ActivityExecution execution, ActivityExecution owner)
    {
        owner.Children.Add(execution);

        execution.Definition = DefinitionInside(owner);
        execution.Node = execution.Definition.FindNode(execution.NodeKey)
            ?? throw new InvalidOperationException($"Version {state.VersionId} has no activity '{execution.NodeKey}' that the instance is at.");
    }

    private bool Start(Stimulus.Start start)
    {
        state.CorrelationId = start.CorrelationId;
        state.Name = start.Name;
        state.TriggerActivityId = start.TriggerActivityId;
        TriggerPayload = start.TriggerPayload;

        foreach (var (name, value) in start.Input ?? [])
        {
            state.Inputs[name] = value?.DeepClone();
        }

        Schedule(new WorkItem(definition.Workflow, null));
        Drain();

        return true;
    }

    private Wait? FindLiveWait(Predicate<Wait> condition) =>
        state.Status == WorkflowStatus.Running ? state.OpenWaits.Find(w => condition(w) && IsLive(w)) : null;

    private bool IsLive(Wait wait) => FindExecution(wait.ExecutionId)?.Status == ExecutionStatus.Running;

    private ActivityExecution? FindExecution(int id) => Executions.Find(e => e.Id == id);

    private bool Resume(Wait? wait, JsonNode? payload)
    {
        if (wait is null)
        {
            return false;
        }

        Invoke(FindExecution(wait.ExecutionId)!, wait, payload);
        Drain();

        return true;
    }

    /// <summary>Each wait for the name is resumed on its own, and only if what came before has not closed it.</summary>
    private bool ReceiveEvent(Stimulus.EventReceived received)
    {
        var waits = state.OpenWaits.Where(w => w.Kind == WaitKind.Event && w.Name == received.Name).ToList();
        var any = false;

        foreach (var wait in waits)
        {
            any |= Resume(FindLiveWait(w => w.Id == wait.Id), received.Payload);
        }

        return any;
    }

    private bool RaiseFault(Wait? wait, string message)
    {
        if (wait is null)
        {
            return false;
        }

        var execution = FindExecution(wait.ExecutionId)!;
        AddJournal(execution, "Resumed");
        CloseWait(wait, WaitCloseReason.Resumed);
        AddJournal(execution, "Faulted");
        Fault(execution, new ActivityFaultException(message));
        Drain();

        return true;
    }
}
