using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>An instance that someone has been let in to see, with its drawing and its case's reference.</summary>
internal sealed class OpenedInstance(WorkflowInstance row, WorkflowDefinition definition, string? caseReference)
{
    private WorkflowState? _state;

    /// <summary>As stored; not to be changed.</summary>
    public WorkflowInstance Row { get; } = row;

    /// <summary>The version that it is pinned to.</summary>
    public WorkflowDefinition Definition { get; } = definition;

    /// <summary>Null for an instance outside cases.</summary>
    public string? CaseReference { get; } = caseReference;

    public WorkflowState State => _state ??= WorkflowStateJson.Read(Row.State);

    public string Name => NameOf(CaseReference, Row.Name, Definition.Name);

    /// <summary>What people call an instance. A name that a flow of a case gave itself may tell about a person, so the case's reference stands in its place.</summary>
    public static string NameOf(string? caseReference, string? ownName, string definitionName) =>
        caseReference is not null ? $"{caseReference} · {definitionName}" : string.IsNullOrWhiteSpace(ownName) ? definitionName : ownName;
}
