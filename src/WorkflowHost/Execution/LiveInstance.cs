using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>An instance in the hands of a runner: its row, the state that the engine last gave, and what is not written yet.</summary>
internal sealed class LiveInstance(WorkflowInstance row, WorkflowDefinition definition, WorkflowState? state)
{
    public WorkflowInstance Row { get; } = row;

    public WorkflowDefinition Definition { get; private set; } = definition;

    public WorkflowState? State { get; private set; } = state;

    public bool IsDirty { get; private set; }

    /// <summary>Journal lines that are not written yet.</summary>
    public JournalText NewLines { get; } = new();

    /// <summary>Pins the instance to another version; the state that fits it comes with <see cref="Take"/>.</summary>
    public void MoveTo(WorkflowDefinition version)
    {
        Definition = version;
        Row.DefinitionVersion = version.Version;
    }

    public void Take(WorkflowState state)
    {
        State = state;
        IsDirty = true;
    }

    /// <summary>Brings the row up to date; returns journal lines that no longer fit beside the state.</summary>
    public JournalSegment? Write(DateTimeOffset now)
    {
        if (!IsDirty || State is null)
        {
            return null;
        }

        IsDirty = false;
        Row.State = WorkflowStateJson.Write(State);
        Row.Status = State.Status;
        Row.SubStatus = State.SubStatus;
        Row.Name = State.Name;
        Row.CorrelationId = State.CorrelationId == Row.CaseId?.ToString() ? null : State.CorrelationId;
        Row.OpenIncidents = State.Incidents.Count;
        Row.UpdatedAt = now;
        Row.FinishedAt = State.Status == WorkflowStatus.Finished ? Row.FinishedAt ?? now : null;

        return NewLines.MoveTo(Row);
    }
}
