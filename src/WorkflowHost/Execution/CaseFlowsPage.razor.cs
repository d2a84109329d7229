using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>A case in its flows: <see cref="FlowsOfCase"/>.</summary>
public sealed partial class CaseFlowsPage : PageComponent
{
    private FlowsOfCase View => The<FlowsOfCase>();

    private string Heading => T("Arbeidsflyt", "Arbeidsflyt", "Workflow");
}
